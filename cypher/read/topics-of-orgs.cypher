// The topics of each given org's papers and in how many of them each occurs.
UNWIND $slugs AS slug
MATCH (:Org {slug: slug})<-[:AFFILIATED_WITH]-(p:Paper)-[:HAS_TOPIC]->(t:Topic)
RETURN slug AS orgSlug, t.key AS topicKey, count(p) AS paperCount
