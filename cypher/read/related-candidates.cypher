// For each given paper, the other papers that share a topic or an org with it, by the signals asked for.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
CALL (p) {
  MATCH (p)-[:HAS_TOPIC]->(:Topic)<-[:HAS_TOPIC]-(other:Paper)
  WHERE $byTopic AND other.id <> p.id
  RETURN other.id AS otherId
  UNION
  MATCH (p)-[:AFFILIATED_WITH]->(:Org)<-[:AFFILIATED_WITH]-(other:Paper)
  WHERE $byOrg AND other.id <> p.id
  RETURN other.id AS otherId
}
RETURN id, collect(DISTINCT otherId) AS candidateIds
