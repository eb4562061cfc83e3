import { z } from 'zod';
import { IDENTITY_RULES } from '../../model/identity.ts';
import { statement } from '../statement.ts';
import { touchesPapers } from '../touched.ts';

const id = z.string();
const key = z.string();
const ids = z.array(z.string());

const identityKeys = {
  arxivIds: ids,
  dois: ids,
  openAlexIds: ids,
  semanticScholarIds: ids,
  titleKeys: ids,
};

/** What one source says of a paper, as JSON. */
const storedRecord = { key, content: z.string() };

export const recordsByKeys = statement('read/records-by-keys', {
  params: identityKeys,
  row: { ...storedRecord, paperId: id },
});

export const paperIdsByKeys = statement('read/paper-ids-by-keys', {
  params: identityKeys,
  row: { key, id },
});

export const recordsOfPapers = statement('read/records-of-papers', {
  params: { ids },
  row: { ...storedRecord, paperId: id, rule: z.enum(IDENTITY_RULES).nullable(), since: z.string() },
});

export const writeRecords = statement('write/records', {
  params: {
    rows: z.array(
      z.object({
        key,
        paperId: id,
        rule: z.string().nullable(),
        since: z.string(),
        properties: z.object({
          source: z.string(),
          content: z.string(),
          arxivId: z.string().nullable(),
          doi: z.string().nullable(),
          openAlexId: z.string().nullable(),
          semanticScholarId: z.string().nullable(),
          titleKey: z.string(),
        }),
      }),
    ),
  },
  touches: touchesPapers,
});

export const unlinkRecords = statement('write/unlink-records', {
  params: { rows: z.array(z.object({ key, paperId: id })) },
  touches: touchesPapers,
});

/** Sorts keys such as `arxiv:2402.18700` or `title:…` into the parameters by which papers are looked up. */
export function lookUpParams(keys: Iterable<string>): Record<keyof typeof identityKeys, string[]> {
  const params: Record<keyof typeof identityKeys, string[]> = {
    arxivIds: [],
    dois: [],
    openAlexIds: [],
    semanticScholarIds: [],
    titleKeys: [],
  };
  for (const each of keys) {
    const value = each.slice(each.indexOf(':') + 1);
    if (each.startsWith('arxiv:')) params.arxivIds.push(value);
    else if (each.startsWith('doi:')) params.dois.push(value);
    else if (each.startsWith('openalex:')) params.openAlexIds.push(value);
    else if (each.startsWith('s2:')) params.semanticScholarIds.push(value);
    else if (each.startsWith('title:')) params.titleKeys.push(each);
  }
  return params;
}
