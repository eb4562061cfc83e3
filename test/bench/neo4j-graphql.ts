import type { GraphQLSchema } from 'graphql';
import type { Driver } from 'neo4j-driver';

/*
 * The peer of bench:related: a GraphQL server that @neo4j/graphql generates over the same graph. It is no dependency of
 * the project; `npm install --no-save @neo4j/graphql@7.6` brings it.
 */

const TYPES = /* GraphQL */ `
  type Paper @node {
    id: ID!
    title: String!
    publishedOn: String
    topics: [Topic!]! @relationship(type: "HAS_TOPIC", direction: OUT)
    related: [RelatedPaper!]!
      @cypher(
        statement: """
        CALL (this) {
          MATCH (this)-[:HAS_TOPIC]->(t:Topic)<-[:HAS_TOPIC]-(other:Paper)
          WHERE other <> this
          RETURN other, COUNT { (t)<-[:HAS_TOPIC]-() } AS papers, 0.75 AS share
          UNION ALL
          MATCH (this)-[:AFFILIATED_WITH]->(o:Org)<-[:AFFILIATED_WITH]-(other:Paper)
          WHERE other <> this
          RETURN other, COUNT { (o)<-[:AFFILIATED_WITH]-() } AS papers, 0.25 AS share
        }
        WITH other, sum(share * log(1 + toFloat($paperCount) / papers) ^ 2) AS score
        ORDER BY score DESC, other.id
        LIMIT 5
        RETURN { id: other.id, title: other.title, score: score } AS related
        """
        columnName: "related"
      )
  }
  type Topic @node {
    key: ID!
    name: String!
    papers: [Paper!]! @relationship(type: "HAS_TOPIC", direction: IN)
  }
  type RelatedPaper {
    id: ID!
    title: String!
    score: Float!
  }
`;

/** The schema that is generated over a graph of so many papers. */
export async function generatedSchema(driver: Driver, paperCount: number): Promise<GraphQLSchema> {
  const name = '@neo4j/graphql';
  const { Neo4jGraphQL } = (await import(name)) as {
    Neo4jGraphQL: new (options: object) => { getSchema: () => Promise<GraphQLSchema> };
  };
  const typeDefs = TYPES.replace('$paperCount', String(paperCount));
  return new Neo4jGraphQL({ typeDefs, driver }).getSchema();
}
