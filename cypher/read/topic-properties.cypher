// All properties of every topic.
MATCH (t:Topic)
RETURN properties(t) AS properties
