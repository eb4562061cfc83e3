// The version of the graph and what has been touched since another one.
OPTIONAL MATCH (v:GraphVersion {name: 'graph'})
WITH coalesce(v.version, 0) AS version
OPTIONAL MATCH (change:GraphChange)
WHERE change.version > $since
RETURN version, collect({version: change.version, touched: change.touched}) AS changes
