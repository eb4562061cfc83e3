import { groupBy, unique } from '../collections.ts';
import type { RunStatement } from '../graph/graph-store.ts';
import { orgsBySlugs, orgsOfPapers } from '../graph/statements/orgs.ts';
import { paperIdsByTitleKeys, papersByIds } from '../graph/statements/papers.ts';
import { reposOfPapers } from '../graph/statements/repos.ts';
import { arxivPaperId, type Paper, type PaperRecord } from '../model/paper.ts';
import { isSamePaper, mergeProperties, paperIdOf, type KeyedRecord } from './merge-records.ts';

/** What an ingest does with a paper. */
export type Outcome = 'created' | 'updated' | 'unchanged';

/** A record beside what the graph has of its paper, and what the paper becomes. */
export type ResolvedPaper = {
  outcome: Outcome;
  paper: Paper;
  titleKey: string;
  /** The id until now, where a stronger one replaces it. */
  formerId: string | null;
  /** Whether the words that topics come from are new. */
  hasNewText: boolean;
  orgs: PaperRecord['orgs'];
  repos: PaperRecord['repos'];
};

/** Finds which records are about papers that the graph has, and what each one changes. */
export async function resolvePapers(
  run: RunStatement,
  records: readonly KeyedRecord[],
): Promise<ResolvedPaper[]> {
  const known = await findKnown(run, records);
  const ids = [...known.values()].map(({ id }) => id);
  const links = await findLinks(run, ids, records);
  return records.map((keyed) => resolve(keyed, known.get(keyed), links));
}

/** By arXiv id; else by title, unless both have an arXiv id and they differ: then they are two papers. */
async function findKnown(
  run: RunStatement,
  records: readonly KeyedRecord[],
): Promise<Map<KeyedRecord, Paper>> {
  const titleKeys = unique(records.map(({ titleKey }) => titleKey));
  const titled = await run(paperIdsByTitleKeys, { titleKeys });
  const idsByTitle = groupBy(titled, ({ titleKey }) => titleKey);
  const arxivIds = records.flatMap(({ arxivId }) => (arxivId === null ? [] : [arxivPaperId(arxivId)]));
  const ids = unique([...arxivIds, ...titled.map(({ id }) => id)]);
  const papers = new Map((await run(papersByIds, { ids })).map((paper) => [paper.id, paper]));

  const known = new Map<KeyedRecord, Paper>();
  const claim = (keyed: KeyedRecord, candidates: string[]) => {
    const paper = candidates.map((id) => papers.get(id)).find((found) => found !== undefined);
    if (paper === undefined) return;
    known.set(keyed, paper);
    // Two records are two papers here, so a node can be only one of them.
    papers.delete(paper.id);
  };
  // An arXiv id tells more than a title: all who know theirs come first.
  for (const keyed of records) {
    if (keyed.arxivId !== null) claim(keyed, [arxivPaperId(keyed.arxivId)]);
  }
  for (const keyed of records) {
    if (known.has(keyed)) continue;
    const sameTitle = (idsByTitle.get(keyed.titleKey) ?? []).map(({ id }) => id).sort();
    const mayBeSame = (id: string) => keyed.arxivId === null || papers.get(id)?.arxivId === null;
    claim(keyed, [keyed.titleKey, ...sameTitle].filter(mayBeSame));
  }
  return known;
}

/** What the graph knows of papers' orgs, with all names of each, and repositories: `paper id + space + key`. */
type Links = { orgNames: Map<string, string[]>; paperOrgs: Set<string>; paperRepos: Set<string> };

async function findLinks(run: RunStatement, ids: string[], records: readonly KeyedRecord[]): Promise<Links> {
  const slugs = unique(records.flatMap(({ record }) => record.orgs.map(({ slug }) => slug)));
  const orgs = await run(orgsBySlugs, { slugs });
  const paperOrgs = await run(orgsOfPapers, { ids });
  const paperRepos = await run(reposOfPapers, { ids });
  return {
    orgNames: new Map(orgs.map(({ slug, name, aliases }) => [slug, [name, ...aliases]])),
    paperOrgs: new Set(paperOrgs.map(({ paperId, org }) => `${paperId} ${org.slug}`)),
    paperRepos: new Set(paperRepos.map(({ paperId, repo }) => `${paperId} ${repo.url}`)),
  };
}

function resolve(
  { record, titleKey, arxivId }: KeyedRecord,
  known: Paper | undefined,
  links: Links,
): ResolvedPaper {
  const { orgs, repos, ...said } = record;
  if (known === undefined) {
    const paper = { id: paperIdOf({ titleKey, arxivId }), ...said };
    return { outcome: 'created', paper, titleKey, formerId: null, hasNewText: true, orgs, repos };
  }
  const merged = mergeProperties(known, said);
  const paper = { ...merged, id: merged.arxivId === null ? known.id : arxivPaperId(merged.arxivId) };
  const newOrgs = orgs.filter(
    ({ slug, name }) =>
      !links.paperOrgs.has(`${known.id} ${slug}`) || !links.orgNames.get(slug)?.includes(name),
  );
  const newRepos = repos.filter(({ url }) => !links.paperRepos.has(`${known.id} ${url}`));
  const isUnchanged = isSamePaper(known, paper) && newOrgs.length === 0 && newRepos.length === 0;
  return {
    outcome: isUnchanged ? 'unchanged' : 'updated',
    paper,
    titleKey,
    formerId: paper.id === known.id ? null : known.id,
    hasNewText: paper.title !== known.title || paper.abstract !== known.abstract,
    orgs: newOrgs,
    repos: newRepos,
  };
}
