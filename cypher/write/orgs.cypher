// Creates orgs or sets their properties; a property that is null is removed.
UNWIND $rows AS row
MERGE (o:Org {slug: row.slug})
SET o += row.properties
