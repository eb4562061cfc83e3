import { z } from 'zod';
import type { Statement } from '../../src/graph/statement.ts';

/*
 * Related papers as one Cypher statement, which runs on both stores: what bench:related compares the projection with.
 */

const SHARED = `MATCH (p:Paper {id: $id})
CALL (p) {
  MATCH (p)-[:HAS_TOPIC]->(n:Topic)<-[:HAS_TOPIC]-(other:Paper)
  WHERE other.id <> p.id
  RETURN other.id AS otherId, 'TOPIC' AS signal, n.key AS key,
    log(1.0 + toFloat($papers) / COUNT { (n)<-[:HAS_TOPIC]-() }) AS weight
  UNION ALL
  MATCH (p)-[:AFFILIATED_WITH]->(n:Org)<-[:AFFILIATED_WITH]-(other:Paper)
  WHERE other.id <> p.id
  RETURN other.id AS otherId, 'ORG' AS signal, n.slug AS key,
    log(1.0 + toFloat($papers) / COUNT { (n)<-[:AFFILIATED_WITH]-() }) AS weight
}
WITH otherId, signal, sum(weight * weight) AS dot, collect({key: key, weight: weight * weight}) AS shared`;

const BEST = `ORDER BY score DESC, id
LIMIT 10`;

/** The ten best by the cosine that the projection has, with reasons; \`share\` and \`length\` are the seed's, by signal. */
export const relatedByCosine = cypher(
  'read/related-by-cosine',
  `${SHARED}
MATCH (other:Paper {id: otherId})
WITH otherId, signal, dot, shared,
  CASE WHEN signal = 'TOPIC'
    THEN reduce(s = 0.0, w IN [(other)-[:HAS_TOPIC]->(n:Topic) |
      log(1.0 + toFloat($papers) / COUNT { (n)<-[:HAS_TOPIC]-() })] | s + w * w)
    ELSE reduce(s = 0.0, w IN [(other)-[:AFFILIATED_WITH]->(n:Org) |
      log(1.0 + toFloat($papers) / COUNT { (n)<-[:AFFILIATED_WITH]-() })] | s + w * w)
  END AS square
WITH otherId, sum((CASE WHEN signal = 'TOPIC' THEN $topicShare ELSE $orgShare END) * dot / sqrt(square)) AS score,
  collect({signal: signal, shared: shared}) AS reasons
RETURN otherId AS id, score, reasons
${BEST}`,
);

/** The ten best by the weight of what they share, with reasons: simpler and faster, but long lists of topics win. */
export const relatedByWeight = cypher(
  'read/related-by-weight',
  `${SHARED}
WITH otherId, sum(CASE WHEN signal = 'TOPIC' THEN $topicShare * dot ELSE $orgShare * dot END) AS score,
  collect({signal: signal, shared: shared}) AS reasons
RETURN otherId AS id, score, reasons
${BEST}`,
);

type Params = { id: string; papers: number; topicShare: number; orgShare: number };
type Row = { id: string; score: number };

function cypher(name: string, text: string): Statement<Params, Row> {
  return { name, text, access: 'read', params: z.any(), row: z.any(), touches: () => ({}) };
}
