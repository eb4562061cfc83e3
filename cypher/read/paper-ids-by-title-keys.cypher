// The ids of the papers with the given title keys: a title may stand for several papers.
UNWIND $titleKeys AS titleKey
MATCH (p:Paper {titleKey: titleKey})
RETURN p.titleKey AS titleKey, p.id AS id
