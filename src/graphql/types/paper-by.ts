import { unique } from '../../collections.ts';
import { PapergraphError } from '../../errors.ts';
import type { GraphStore } from '../../graph/graph-store.ts';
import { findPaperIds } from '../../loaders/find-nodes.ts';
import { keysOfIds, paperIds, titleKey } from '../../model/paper-ids.ts';
import { builder } from '../builder.ts';
import { PaperNode } from './nodes.ts';

export const PaperBy = builder.inputType('PaperBy', {
  isOneOf: true,
  description: 'Names one paper, in exactly one of these ways. Example: `{arxivId: "1706.03762"}`.',
  fields: (t) => ({
    id: t.globalID({ for: [PaperNode], description: 'An `id` that this API gave.' }),
    arxivId: t.string({
      description: 'An arXiv id or a link to its page: `1706.03762`, `arXiv:1706.03762v5`.',
    }),
    doi: t.string({
      description:
        'A DOI or a link to it: `10.1093/mind/LIX.236.433`, `https://doi.org/10.1093/mind/LIX.236.433`.',
    }),
    openAlexId: t.string({
      description: 'An OpenAlex id or a link to it: `W2741809807`, `https://openalex.org/W2741809807`.',
    }),
    semanticScholarId: t.string({
      description:
        "Semantic Scholar's id of forty hexadecimal digits: `204e3073870fae3d05bcbc2f6a8e263d9b72e776`.",
    }),
    title: t.string({ description: 'The title; case, punctuation and spacing do not matter.' }),
  }),
});

/** A value of `PaperBy`. */
export type By = {
  id?: { id: string } | null;
  arxivId?: string | null;
  doi?: string | null;
  openAlexId?: string | null;
  semanticScholarId?: string | null;
  title?: string | null;
};

/**
 * The id under which the paper that is named can be loaded, or null where there is none of that title. Throws
 * `BAD_USER_INPUT` for what is no id or title at all.
 */
export async function resolvePaperBy(store: GraphStore, by: By): Promise<string | null> {
  const [id = null] = await resolvePapersBy(store, [by]);
  return id;
}

/** The same for several papers, in their order, with one look-up of all titles. */
export async function resolvePapersBy(store: GraphStore, bys: readonly By[]): Promise<(string | null)[]> {
  const keys = bys.map(readKey);
  const titles = unique(keys.filter((_, index) => bys[index]?.title != null));
  const idOfTitle = titles.length === 0 ? null : await findPaperIds(store, titles);
  return keys.map((key, index) => (bys[index]?.title == null ? key : (idOfTitle?.get(key) ?? null)));
}

/** How the caller named a paper, such as `{arxivId: "1706.03762"}`. */
export function describePaperBy(by: By): string {
  const [name, value] = Object.entries(by).find(([, given]) => given != null) ?? ['id', ''];
  return `{${name}: ${JSON.stringify(typeof value === 'string' ? value : value?.id)}}`;
}

function readKey(by: By): string {
  if (by.id != null) return by.id.id;
  if (by.title != null) {
    const key = titleKey(by.title);
    if (key !== null) return key;
    throw new PapergraphError('BAD_USER_INPUT', 'Expected a title with letters or digits.');
  }
  const { expected, given, key } = readId(by);
  if (key !== undefined) return key;
  throw new PapergraphError('BAD_USER_INPUT', `Expected ${expected}, but got "${given}".`);
}

function readId(by: By): { expected: string; given: string; key: string | undefined } {
  const { arxivId, doi, openAlexId, semanticScholarId } = by;
  if (arxivId != null) return readAs('an arXiv id such as 1706.03762', arxivId, { arxiv: arxivId });
  if (doi != null) return readAs('a DOI such as 10.1093/mind/lix.236.433', doi, { doi });
  if (openAlexId != null) {
    return readAs('an OpenAlex id such as W2741809807', openAlexId, { openAlex: openAlexId });
  }
  const given = semanticScholarId ?? '';
  return readAs('a Semantic Scholar id of forty hexadecimal digits', given, {
    semanticScholar: given.trim(),
  });
}

function readAs(expected: string, given: string, ids: Parameters<typeof paperIds>[0]) {
  const [key] = keysOfIds(paperIds(ids));
  return { expected, given, key };
}
