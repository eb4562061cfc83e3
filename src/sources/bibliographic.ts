import { parseArxivId } from '../model/paper-ids.ts';
import type { Keyword } from '../model/paper.ts';
import { cleanLine } from '../model/words.ts';

/** All of a text that names a paper on arXiv, such as `arXiv preprint arXiv:1706.03762v5 [cs.CL]`. */
const ARXIV_LABEL = /^(?:arxiv(?: e-prints?| preprints?)?,? )?arxiv: ?([\w./-]+?)(?: ?\[[\w.-]+\])?[.,]?$/i;

/** The arXiv id that a journal, number or note consists of. Null where it says more than that, or something else. */
export function arxivIdOfLabel(text: string): string | null {
  return parseArxivId(ARXIV_LABEL.exec(cleanLine(text))?.[1] ?? '');
}

/** Keywords on one line each, without empty ones, each once. */
export function keywordsFrom(texts: readonly string[], source: string): Keyword[] {
  const keywords = new Set(texts.map(cleanLine).filter((text) => text !== ''));
  return [...keywords].map((text) => ({ text, source }));
}

/** The first answer that isn't null, or null. */
export function firstOf<Given, Found>(
  given: readonly Given[],
  find: (one: Given) => Found | null,
): Found | null {
  for (const one of given) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}
