// The keys of all nodes, a row a kind that has any.
MATCH (p:Paper)
RETURN 'PAPER' AS kind, collect(p.id) AS keys
UNION ALL
MATCH (t:Topic)
RETURN 'TOPIC' AS kind, collect(t.key) AS keys
UNION ALL
MATCH (o:Org)
RETURN 'ORG' AS kind, collect(o.slug) AS keys
UNION ALL
MATCH (a:Author)
RETURN 'AUTHOR' AS kind, collect(a.id) AS keys
UNION ALL
MATCH (r:Repo)
RETURN 'REPO' AS kind, collect(r.url) AS keys
