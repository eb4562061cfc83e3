import { keysOfIds, titleKey } from '../model/paper-ids.ts';
import type { PaperRecord } from '../model/paper.ts';
import { personKey } from '../model/author.ts';

/**
 * The key under which the graph keeps what a source says of a paper: `hf|arxiv:2402.18700`. Without an id it is made
 * of the title, the year and the first author, as far as they are said: two papers may have one title. A later record
 * with the same key replaces what the earlier one said.
 */
export function recordKeyOf(record: PaperRecord): string {
  const [id] = keysOfIds(record);
  return `${record.source}|${id ?? [titleKeyOf(record), yearOf(record) ?? '', firstAuthorOf(record) ?? ''].join('|')}`;
}

/** What a record says by which its paper may be known already: its ids, the strongest first, then its title. */
export function identityKeysOf(record: PaperRecord): string[] {
  return [...keysOfIds(record), titleKeyOf(record)];
}

/** The title's key; a record without letters or digits in its title never gets past the border. */
export function titleKeyOf({ title }: Pick<PaperRecord, 'title'>): string {
  const key = titleKey(title);
  if (key === null) throw new TypeError(`a title without letters or digits reached the graph: "${title}"`);
  return key;
}

/** The year of publication, or null where it is not said. */
export function yearOf({ publishedOn }: Pick<PaperRecord, 'publishedOn'>): number | null {
  return publishedOn === null ? null : Number(publishedOn.slice(0, 4));
}

/** The first author's family name in a form to compare, or null where no author is named. */
export function firstAuthorOf({ authors }: Pick<PaperRecord, 'authors'>): string | null {
  const [first] = authors;
  return first === undefined ? null : (personKey(first.name).split(' ').at(-1) ?? null);
}
