// How many papers each given topic has, and the day of the first of them.
UNWIND $keys AS key
MATCH (t:Topic {key: key})<-[:HAS_TOPIC]-(p:Paper)
RETURN key, count(p) AS paperCount, min(p.publishedOn) AS firstSeenOn
