// Constraints, which bring their indexes, and indexes on Neo4j; the full-text index splits at white space only.
CREATE CONSTRAINT record_key_unique IF NOT EXISTS FOR (r:SourceRecord) REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT author_id_unique IF NOT EXISTS FOR (a:Author) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT checkpoint_key_unique IF NOT EXISTS FOR (c:Checkpoint) REQUIRE c.key IS UNIQUE;
CREATE CONSTRAINT paper_id_unique IF NOT EXISTS FOR (p:Paper) REQUIRE p.id IS UNIQUE;
CREATE CONSTRAINT topic_key_unique IF NOT EXISTS FOR (t:Topic) REQUIRE t.key IS UNIQUE;
CREATE CONSTRAINT org_slug_unique IF NOT EXISTS FOR (o:Org) REQUIRE o.slug IS UNIQUE;
CREATE CONSTRAINT repo_url_unique IF NOT EXISTS FOR (r:Repo) REQUIRE r.url IS UNIQUE;
CREATE CONSTRAINT graph_version_unique IF NOT EXISTS FOR (v:GraphVersion) REQUIRE v.name IS UNIQUE;
CREATE CONSTRAINT graph_change_unique IF NOT EXISTS FOR (c:GraphChange) REQUIRE c.version IS UNIQUE;
CREATE INDEX record_arxiv_id IF NOT EXISTS FOR (r:SourceRecord) ON (r.arxivId);
CREATE INDEX record_doi IF NOT EXISTS FOR (r:SourceRecord) ON (r.doi);
CREATE INDEX record_open_alex_id IF NOT EXISTS FOR (r:SourceRecord) ON (r.openAlexId);
CREATE INDEX record_semantic_scholar_id IF NOT EXISTS FOR (r:SourceRecord) ON (r.semanticScholarId);
CREATE INDEX record_title_key IF NOT EXISTS FOR (r:SourceRecord) ON (r.titleKey);
CREATE INDEX repo_owner_key IF NOT EXISTS FOR (r:Repo) ON (r.ownerKey);
CREATE FULLTEXT INDEX paper_text IF NOT EXISTS FOR (p:Paper) ON EACH [p.searchText]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CALL db.awaitIndexes(30);
