import { PapergraphError, messageOf } from '../errors.ts';
import { paperIds, parseArxivId, parseDoi } from '../model/paper-ids.ts';
import type { PaperRecordInput } from '../model/paper.ts';
import { cleanLine } from '../model/words.ts';
import { arxivIdOfLabel, firstOf, keywordsFrom } from './bibliographic.ts';
import { expectTitle } from './check-item.ts';
import { projectPageIn, repoMentionsOf } from './links.ts';
import { plainText } from './markup.ts';
import type { Found, Reject, TextFormat } from './reading.ts';
import { risRecordsIn, type RisRecord } from './ris-records.ts';
import { parseWrittenDate } from './written-date.ts';

/** How much may stand before the first record. */
const PREAMBLE_LENGTH = 4096;

/**
 * RIS, as reference managers and publishers give it: records from `TY  - ` to `ER  -`. A record without title, `TY` or
 * `ER` is a reject. Reading throws `BAD_SOURCE` where the text holds no record.
 */
export const ris: TextFormat = {
  name: 'ris',
  detect: (head) => /^\uFEFF?TY(?: {1,2}- ?|- )[A-Z]/im.test(head.slice(0, PREAMBLE_LENGTH)),
  read: (text) => {
    const records = risRecordsIn(text);
    const first = records.next();
    if (first.done === true) {
      throw new PapergraphError('BAD_SOURCE', 'no paper found: expected records from "TY  - " to "ER  - "');
    }
    return readRecords(first.value, records);
  },
};

function* readRecords(first: RisRecord | Reject, others: Iterable<RisRecord | Reject>): Generator<Found> {
  yield readRecord(first);
  for (const record of others) yield readRecord(record);
}

function readRecord(found: RisRecord | Reject): Found {
  if ('reason' in found) return found;
  const { position, raw, values } = found;
  try {
    return { position, record: recordOf(values) };
  } catch (error) {
    return { position, reason: messageOf(error), raw };
  }
}

const OTHERS = /^(?:others|et al\.?)$/i;

function recordOf(values: RisRecord['values']): PaperRecordInput {
  const all = (...tags: string[]) => tags.flatMap((tag) => values.get(tag) ?? []);
  const texts = (...tags: string[]) =>
    all(...tags)
      .map(plainText)
      .filter((text) => text !== '');
  const [abstract = null] = texts('AB', 'N2');
  const links = all('UR', 'LK', 'L1', 'L2').flatMap((text) => text.split(/\s+/));
  const comment = [...texts('N1'), ...links].join('\n');
  const names = (texts('AU').length > 0 ? texts('AU') : texts('A1'))
    .flatMap((text) => text.split(/ ?; ?/))
    .map(printed);
  const authors = names.filter((name) => name !== '' && !OTHERS.test(name));
  const isComplete = !names.some((name) => OTHERS.test(name));
  return {
    source: 'ris',
    title: expectTitle(texts('TI', 'T1')[0]),
    abstract,
    publishedOn: dateOf(texts('PY', 'Y1', 'DA')),
    ...paperIds({
      doi: firstOf([...texts('DO'), ...links, ...texts('M3')], parseDoi),
      arxiv: arxivIdOf(links, texts('AN', 'JO', 'JF', 'T2', 'N1')),
    }),
    authorCount: isComplete && authors.length > 0 ? authors.length : null,
    authors: authors.map((name) => ({ name })),
    projectPage: projectPageIn(`${comment}\n${abstract ?? ''}`),
    // Some programs put each keyword on a line of its own under one tag.
    keywords: keywordsFrom(
      all('KW')
        .flatMap((text) => text.split(/[;\n]/))
        .map(plainText),
      'KW',
    ),
    repos: repoMentionsOf({ abstract, comment }),
  };
}

function arxivIdOf(links: readonly string[], labels: readonly string[]): string | null {
  return firstOf(links, parseArxivId) ?? firstOf(labels, arxivIdOfLabel);
}

/** `Last, First, Suffix` as printed. */
function printed(name: string): string {
  const [last = '', first = '', ...suffixes] = name.split(',').map(cleanLine);
  return [first, last, ...suffixes].filter((part) => part !== '').join(' ');
}

/** The most exact of the dates that agree on the year with the first: PY often has the year alone. */
function dateOf(texts: readonly string[]): string | null {
  const dates = texts.map(parseWrittenDate).filter((date) => date !== null);
  const [first] = dates;
  if (first === undefined) return null;
  return dates.reduce((exact, date) => (date.startsWith(exact) ? date : exact), first);
}
