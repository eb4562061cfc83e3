// Spells repositories as their papers do now: of several spellings the first in order stands.
// Links that were written before links kept a spelling have that of the repository.
UNWIND $urls AS url
MATCH (repo:Repo {url: url})<-[r:HAS_CODE]-(:Paper)
WITH repo, min(coalesce(r.owner, repo.owner)) AS owner, min(coalesce(r.name, repo.name)) AS name
SET repo.owner = owner, repo.name = name
