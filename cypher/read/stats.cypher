// How many nodes of each kind and edges of each type the graph has.
RETURN
  COUNT { MATCH (:Paper) } AS papers,
  COUNT { MATCH (:Topic) } AS topics,
  COUNT { MATCH (:Org) } AS orgs,
  COUNT { MATCH (:Repo) } AS repos,
  COUNT { MATCH (:Paper)-[:HAS_TOPIC]->(:Topic) } AS topicLinks,
  COUNT { MATCH (:Paper)-[:AFFILIATED_WITH]->(:Org) } AS orgLinks,
  COUNT { MATCH (:Paper)-[:HAS_CODE]->(:Repo) } AS repoLinks,
  COUNT { MATCH (:Repo)-[:OWNED_BY]->(:Org) } AS ownerLinks
