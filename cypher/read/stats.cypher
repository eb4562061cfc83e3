// How many nodes of each kind and edges of each type the graph has.
RETURN
  COUNT { MATCH (:Paper) } AS papers,
  COUNT { MATCH (:Author) } AS authors,
  COUNT { MATCH (:Topic) } AS topics,
  COUNT { MATCH (:Org) } AS orgs,
  COUNT { MATCH (:Repo) } AS repos,
  COUNT { MATCH (:SourceRecord) } AS records,
  COUNT { MATCH (:Author)-[:WROTE]->(:Paper) } AS authorLinks,
  COUNT { MATCH (:Paper)-[:HAS_TOPIC]->(:Topic) } AS topicLinks,
  COUNT { MATCH (:Paper)-[:AFFILIATED_WITH]->(:Org) } AS orgLinks,
  COUNT { MATCH (:Paper)-[:HAS_CODE]->(:Repo) } AS repoLinks,
  COUNT { MATCH (:Repo)-[:OWNED_BY]->(:Org) } AS ownerLinks,
  COUNT { MATCH (:Paper)-[:CITES]->(:Paper) } AS citations
