import { pagesOf } from '../collections.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { paperIds, papersByIds } from '../graph/statements/papers.ts';
import { paperAnalyses, writePaperAnalyses } from '../graph/statements/topics.ts';
import type { Paper } from '../model/paper.ts';
import { analyseTexts, type AnalyseTexts, type PaperText } from '../topics/analyse-texts.ts';
import { createCorpus, type Corpus } from '../topics/corpus.ts';
import { unpackAnalysis } from '../topics/pack-analysis.ts';

/** The ids of all papers, in pages. */
export async function pagesOfIds(store: GraphStore): Promise<string[][]> {
  const ids = (await store.run(paperIds, {})).map(({ id }) => id).sort();
  return pagesOf(ids, store.pageSize);
}

/** Does a piece of work with a page of items after the other. */
export async function inPages<Item>(
  store: GraphStore,
  items: readonly Item[],
  work: (page: Item[]) => Promise<unknown>,
): Promise<void> {
  for (const page of pagesOf(items, store.pageSize)) await work(page);
}

export type CorpusOptions = {
  /** Whether to read all texts again, also where what was read from them is known. */
  readAgain?: boolean | undefined;
  /** Told how many papers are done. */
  onProgress?: ((done: number) => void) | undefined;
};

/**
 * Makes a corpus of papers. The text of a paper is read only where nothing of it is kept yet, or `readAgain` says so,
 * and what was found is kept with the paper.
 */
export async function readCorpus(
  store: GraphStore,
  pages: readonly string[][],
  { readAgain = false, onProgress }: CorpusOptions = {},
): Promise<{ corpus: Corpus; papersRead: number }> {
  const corpus = createCorpus();
  let [done, papersRead] = [0, 0];
  for (const ids of pages) {
    papersRead += await addToCorpus(store, ids, corpus, readAgain);
    onProgress?.((done += ids.length));
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
  // An ingest looks at every page, and few of them have a text that was not read on the way.
  const papers = unread.length === 0 ? [] : await store.run(papersByIds, { ids: unread });
  const found = await readTexts(store, papers.map(textOf), analyseTexts);
  for (const { id, analysis, keywords } of kept) {
    const known = analysis ?? unpackAnalysis(found.get(id) ?? '');
    if (known !== null) corpus.add(known, keywords);
  }
  return found.size;
}

export type TextOfPaper = PaperText & { id: string };

/** The texts of a paper that are read; it has an empty one for an abstract that nobody gave. */
export function textOf({ id, title, abstract }: Pick<Paper, 'id' | 'title' | 'abstract'>): TextOfPaper {
  return { id, title, abstract: abstract ?? '' };
}

/** Reads texts of papers and keeps with each paper what was found. Answers what is kept, by the paper's id. */
export async function readTexts(
  store: GraphStore,
  papers: readonly TextOfPaper[],
  analyse: AnalyseTexts,
): Promise<Map<string, string>> {
  if (papers.length === 0) return new Map();
  const found = await analyse(papers.map(({ title, abstract }) => ({ title, abstract })));
  const rows = papers.map((paper, index) => ({ ...paper, analysis: found[index] ?? '' }));
  await store.run(writePaperAnalyses, { rows });
  return new Map(rows.map(({ id, analysis }) => [id, analysis]));
}
