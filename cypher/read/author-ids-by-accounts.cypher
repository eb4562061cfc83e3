// The authors with an ORCID or a login on Hugging Face, whose case does not matter; a null parameter finds nobody.
MATCH (a:Author)
WHERE a.orcid = $orcid OR toLower(a.hfUser) = toLower($hfUser)
RETURN a.id AS id
