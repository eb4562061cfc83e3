import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { compareText, withoutNulls } from '../collections.ts';
import type { GraphStore, RunStatement } from '../graph/graph-store.ts';
import {
  authors,
  deleteAuthors,
  unlinkPaperAuthors,
  writeAuthors,
  writePaperAuthors,
} from '../graph/statements/authors.ts';
import { deleteOrgs, orgs, unlinkPaperOrgs, writeOrgs, writePaperOrgs } from '../graph/statements/orgs.ts';
import { paperMentions, unlinkCitations, writeCitations } from '../graph/statements/papers.ts';
import { writeRepoOwners } from '../graph/statements/repos.ts';
import type { AuthorMention } from '../model/author.ts';
import type { Org, OrgMention } from '../model/org.ts';
import { clusterAuthors } from './cluster-authors.ts';
import { clusterOrgs } from './cluster-orgs.ts';
import { findCitations } from './find-citations.ts';
import { inPages } from './read-corpus.ts';

type MentionRow = z.infer<(typeof paperMentions)['row']>;

/** A paper with whom and what it names, and what it is linked to already. */
type Mentions = Omit<MentionRow, 'authors' | 'orgs'> & { authors: AuthorMention[]; orgs: OrgMention[] };

/**
 * Brings authors, organisations and citations of all papers up to date: what the papers name is sorted into people and
 * organisations, and what differs from the graph is written, a page of papers at a time.
 */
export async function refreshLinks(store: GraphStore, pages: readonly string[][]): Promise<void> {
  const papers: Mentions[] = [];
  for (const ids of pages) papers.push(...(await store.run(paperMentions, { ids })).map(parseMentions));
  await refreshAuthors(store, papers);
  await refreshOrgs(store, papers);
  await refreshCitations(store, papers);
}

function parseMentions({ authors, orgs, ...row }: MentionRow): Mentions {
  return { ...row, authors: JSON.parse(authors ?? '[]'), orgs: JSON.parse(orgs ?? '[]') };
}

async function refreshAuthors(store: GraphStore, papers: readonly Mentions[]): Promise<void> {
  const clustered = clusterAuthors(papers);
  const known = new Map((await store.run(authors, {})).map((author) => [author.id, author]));
  const rows = [...clustered.authors.values()]
    .filter((author) => !isDeepStrictEqual(known.get(author.id), author))
    .map(({ id, ...properties }) => ({
      id,
      properties: known.has(id) ? properties : withoutNulls(properties),
    }));
  await inPages(store, rows, (page) => store.run(writeAuthors, { rows: page }));
  const links = papers.map(({ id: paperId, wrote }) => ({
    known: wrote.map(({ id: authorId, position }) => ({ paperId, authorId, position })),
    wanted: (clustered.idsOfPaper.get(paperId) ?? []).map((authorId, position) => ({
      paperId,
      authorId,
      position,
    })),
  }));
  await syncLinks(store, links, {
    keyOf: ({ authorId, position }) => `${position} ${authorId}`,
    write: (run, page) => run(writePaperAuthors, { rows: page }),
    unlink: (run, page) => run(unlinkPaperAuthors, { rows: page }),
  });
  const gone = [...known.keys()].filter((id) => !clustered.authors.has(id));
  await inPages(store, gone, (ids) => store.run(deleteAuthors, { ids }));
}

async function refreshOrgs(store: GraphStore, papers: readonly Mentions[]): Promise<void> {
  const clustered = clusterOrgs(papers.flatMap((paper) => paper.orgs));
  const known = new Map((await store.run(orgs, {})).map((org) => [org.slug, org]));
  // An org that is without one of its slugs now is made anew, or it would keep the repositories of that login.
  const isGone = (org: Org) => {
    const slugs = new Set(clustered.orgs.get(org.slug)?.slugs);
    return !clustered.orgs.has(org.slug) || org.slugs.some((slug) => !slugs.has(slug));
  };
  const gone = new Set([...known.values()].filter(isGone).map(({ slug }) => slug));
  await inPages(store, [...gone], (slugs) => store.run(deleteOrgs, { slugs }));
  const changed = [...clustered.orgs.values()].filter(
    (org) => gone.has(org.slug) || !isDeepStrictEqual(known.get(org.slug), org),
  );
  await inPages(
    store,
    changed.map(({ slug, ...properties }) => ({ slug, properties })),
    (rows) => store.run(writeOrgs, { rows }),
  );
  const links = papers.map(({ id: paperId, orgs: mentions, affiliatedWith }) => {
    // One edge an org: of several sources the first in order is named.
    const sources = new Map<string, string>();
    for (const { slug, source } of [...mentions].sort((a, b) => compareText(b.source, a.source))) {
      sources.set(clustered.slugOf.get(slug) ?? slug, source);
    }
    return {
      known: affiliatedWith.filter(({ slug }) => !gone.has(slug)).map((link) => ({ paperId, ...link })),
      wanted: [...sources].map(([slug, source]) => ({ paperId, slug, source })),
    };
  });
  await syncLinks(store, links, {
    keyOf: ({ slug, source }) => `${slug} ${source}`,
    write: (run, rows) => run(writePaperOrgs, { rows }),
    unlink: (run, rows) =>
      run(unlinkPaperOrgs, { rows: rows.map(({ paperId, slug }) => ({ paperId, slug })) }),
  });
  const owners = [...clustered.slugOf].map(([ownerKey, slug]) => ({ ownerKey, slug }));
  await inPages(store, owners, (rows) => store.run(writeRepoOwners, { rows }));
}

async function refreshCitations(store: GraphStore, papers: readonly Mentions[]): Promise<void> {
  const cited = findCitations(papers);
  const links = papers.map(({ id: paperId, cites }) => ({
    known: cites.map((citedId) => ({ paperId, citedId })),
    wanted: [...(cited.get(paperId) ?? [])].map((citedId) => ({ paperId, citedId })),
  }));
  await syncLinks(store, links, {
    keyOf: ({ citedId }) => citedId,
    write: (run, rows) => run(writeCitations, { rows }),
    unlink: (run, rows) => run(unlinkCitations, { rows }),
  });
}

/** Writes links that are wanted and not known, and takes away those that are known and not wanted. */
async function syncLinks<Link>(
  store: GraphStore,
  papers: readonly { known: readonly Link[]; wanted: readonly Link[] }[],
  how: {
    keyOf: (link: Link) => string;
    write: (run: RunStatement, links: Link[]) => Promise<unknown>;
    unlink: (run: RunStatement, links: Link[]) => Promise<unknown>;
  },
): Promise<void> {
  const without = (links: readonly Link[], others: readonly Link[]) => {
    const keys = new Set(others.map(how.keyOf));
    return links.filter((link) => !keys.has(how.keyOf(link)));
  };
  const changed = papers
    .map(({ known, wanted }) => ({ gone: without(known, wanted), added: without(wanted, known) }))
    .filter(({ gone, added }) => gone.length + added.length > 0);
  await inPages(store, changed, (page) =>
    store.transaction(async (run) => {
      const gone = page.flatMap((paper) => paper.gone);
      const added = page.flatMap((paper) => paper.added);
      if (gone.length > 0) await how.unlink(run, gone);
      if (added.length > 0) await how.write(run, added);
    }),
  );
}
