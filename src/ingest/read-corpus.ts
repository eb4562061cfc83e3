import type { GraphStore } from '../graph/graph-store.ts';
import { paperIds, papersByIds } from '../graph/statements/papers.ts';
import { paperAnalyses, writePaperAnalyses } from '../graph/statements/topics.ts';
import { analysePaper, type PaperAnalysis } from '../topics/analyse-paper.ts';
import { createCorpus, type Corpus } from '../topics/corpus.ts';
import { packAnalysis, unpackAnalysis } from '../topics/pack-analysis.ts';

/** As many papers as are read, or written, at a time. */
const PAGE_SIZE = 1000;

/** The ids of all papers, in pages. */
export async function pagesOfIds(store: GraphStore): Promise<string[][]> {
  const ids = (await store.run(paperIds, {})).map(({ id }) => id).sort();
  return Array.from({ length: Math.ceil(ids.length / PAGE_SIZE) }, (_, page) =>
    ids.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE),
  );
}

/** Does a piece of work with a page of items after the other. */
export async function inPages<Item>(
  items: readonly Item[],
  work: (page: Item[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += PAGE_SIZE)
    await work(items.slice(start, start + PAGE_SIZE));
}

/**
 * Makes a corpus of papers. The text of a paper is read only where nothing of it is kept yet, or `readAgain` says so,
 * and what was found is kept with the paper. `onProgress` is told how many papers are done.
 */
export async function readCorpus(
  store: GraphStore,
  pages: readonly string[][],
  options: { readAgain?: boolean | undefined; onProgress?: (done: number) => void },
): Promise<{ corpus: Corpus; papersRead: number }> {
  const corpus = createCorpus();
  let [done, papersRead] = [0, 0];
  for (const ids of pages) {
    papersRead += await addToCorpus(store, ids, corpus, options.readAgain ?? false);
    options.onProgress?.((done += ids.length));
  }
  return { corpus, papersRead };
}

/** Answers how many texts it had to read. */
async function addToCorpus(
  store: GraphStore,
  ids: string[],
  corpus: Corpus,
  readAgain: boolean,
): Promise<number> {
  const rows = await store.run(paperAnalyses, { ids });
  const kept = rows.map(({ analysis, ...row }) => ({
    ...row,
    analysis: analysis === null || readAgain ? null : unpackAnalysis(analysis),
  }));
  const unread = kept.filter(({ analysis }) => analysis === null).map(({ id }) => id);
  // An ingest looks at every page, and few of them have a new text.
  const found = unread.length === 0 ? new Map<string, PaperAnalysis>() : await readTexts(store, unread);
  for (const { id, analysis, keywords } of kept) {
    const known = analysis ?? found.get(id);
    if (known !== undefined) corpus.add(known, keywords);
  }
  return found.size;
}

async function readTexts(store: GraphStore, ids: string[]): Promise<Map<string, PaperAnalysis>> {
  const papers = await store.run(papersByIds, { ids });
  const found = new Map(
    papers.map((paper) => [paper.id, analysePaper({ ...paper, abstract: paper.abstract ?? '' })]),
  );
  await store.run(writePaperAnalyses, {
    rows: [...found].map(([id, analysis]) => ({ id, analysis: packAnalysis(analysis) })),
  });
  return found;
}
