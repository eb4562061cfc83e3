// Gives papers a stronger id, such as an arXiv id in place of the title's hash, which stays findable as titleKey.
UNWIND $rows AS row
MATCH (p:Paper {id: row.from})
SET p.id = row.to
