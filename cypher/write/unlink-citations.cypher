// Takes citations away that no source tells any more.
UNWIND $rows AS row
MATCH (:Paper {id: row.paperId})-[c:CITES]->(:Paper {id: row.citedId})
DELETE c
