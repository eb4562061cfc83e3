// Indexes and constraints on Grafeo, where a constraint makes no index: without one every MERGE scans the label.
CREATE INDEX paper_id IF NOT EXISTS FOR (p:Paper) ON (p.id);
CREATE INDEX paper_title_key IF NOT EXISTS FOR (p:Paper) ON (p.titleKey);
CREATE INDEX topic_key IF NOT EXISTS FOR (t:Topic) ON (t.key);
CREATE INDEX org_slug IF NOT EXISTS FOR (o:Org) ON (o.slug);
CREATE INDEX repo_url IF NOT EXISTS FOR (r:Repo) ON (r.url);
CREATE INDEX repo_owner_key IF NOT EXISTS FOR (r:Repo) ON (r.ownerKey);
CREATE CONSTRAINT paper_id_unique IF NOT EXISTS FOR (p:Paper) REQUIRE p.id IS UNIQUE;
CREATE CONSTRAINT topic_key_unique IF NOT EXISTS FOR (t:Topic) REQUIRE t.key IS UNIQUE;
CREATE CONSTRAINT org_slug_unique IF NOT EXISTS FOR (o:Org) REQUIRE o.slug IS UNIQUE;
CREATE CONSTRAINT repo_url_unique IF NOT EXISTS FOR (r:Repo) REQUIRE r.url IS UNIQUE;
