// The org that each given slug is another name of, such as "thu1911" of "tsinghua-university".
MATCH (o:Org)
UNWIND o.slugs AS otherSlug
WITH o, otherSlug
WHERE otherSlug IN $slugs
RETURN otherSlug, o.slug AS slug
