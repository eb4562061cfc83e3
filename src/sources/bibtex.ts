import { PapergraphError, messageOf } from '../errors.ts';
import { paperIds, parseArxivId, parseDoi } from '../model/paper-ids.ts';
import type { PaperRecordInput } from '../model/paper.ts';
import { arxivIdOfLabel, firstOf, keywordsFrom } from './bibliographic.ts';
import { entriesIn, type BibtexEntry } from './bibtex-entries.ts';
import { readNameList } from './bibtex-names.ts';
import { expectTitle } from './check-item.ts';
import { latexText, latexVerbatim } from './latex-text.ts';
import { projectPageIn, repoMentionsOf } from './links.ts';
import { plainText } from './markup.ts';
import type { Found, Reject, TextFormat } from './reading.ts';
import { dateOf, parseWrittenDate } from './written-date.ts';

const FIRST_ENTRY =
  /^[ \t]*@(?:string\s*[{(]\s*[^\s{},="]+\s*=|(?!comment|preamble|string)\p{L}+\s*[{(]\s*[^\s{},="]*\s*,)/imu;

/**
 * BibTeX and biblatex. Every entry is a paper; one that can't be read is a reject and takes no other with it. Reading
 * throws `BAD_SOURCE` where the text holds no entry.
 */
export const bibtex: TextFormat = {
  name: 'bibtex',
  detect: (head) => FIRST_ENTRY.test(head),
  read: (text) => {
    const entries = entriesIn(text);
    const first = entries.next();
    if (first.done === true) {
      throw new PapergraphError(
        'BAD_SOURCE',
        'no paper found: expected entries such as @article{key, title = {…}}',
      );
    }
    return readEntries(first.value, entries);
  },
};

function* readEntries(first: BibtexEntry | Reject, others: Iterable<BibtexEntry | Reject>): Generator<Found> {
  yield readEntry(first);
  for (const entry of others) yield readEntry(entry);
}

function readEntry(entry: BibtexEntry | Reject): Found {
  if ('reason' in entry) return entry;
  const { position, raw, fields } = entry;
  try {
    return { position, record: recordOf(fields) };
  } catch (error) {
    return { position, reason: messageOf(error), raw };
  }
}

type Fields = BibtexEntry['fields'];

function recordOf(fields: Fields): PaperRecordInput {
  // Crossref's BibTeX has the publishers' markup in it.
  const text = (name: string) => plainText(latexText(fields.get(name) ?? ''));
  const url = latexVerbatim(fields.get('url') ?? '');
  const abstract = text('abstract');
  const comment = [text('note'), text('howpublished'), url].join('\n');
  const { names, isComplete } = readNameList(fields.get('author') ?? '');
  return {
    source: 'bibtex',
    title: titleOf(text('title'), text('subtitle')),
    abstract: abstract === '' ? null : abstract,
    publishedOn: dateOfFields(fields),
    ...paperIds({
      doi: parseDoi(latexVerbatim(fields.get('doi') ?? '')) ?? url,
      arxiv: arxivIdOf(fields, url),
    }),
    authorCount: isComplete && names.length > 0 ? names.length : null,
    authors: names.map((name) => ({ name })),
    projectPage: projectPageIn(`${comment}\n${abstract}`),
    keywords: keywordsFrom(splitKeywords(text('keywords') || text('keyword')), 'keywords'),
    repos: repoMentionsOf({ abstract, comment }),
  };
}

function titleOf(title: string, subtitle: string): string {
  return expectTitle(title === '' ? null : subtitle === '' ? title : `${title}: ${subtitle}`);
}

/** biblatex has one `date`; BibTeX has year and month, and the day is a field of its own or stands with the month. */
function dateOfFields(fields: Fields): string | null {
  const date = parseWrittenDate(latexText(fields.get('date') ?? ''));
  if (date !== null) return date;
  const written = parseWrittenDate(latexText(fields.get('year') ?? ''));
  if (written?.length !== 'YYYY'.length) return written;
  const month = latexText(fields.get('month') ?? '');
  const day = latexText(fields.get('day') ?? '');
  return dateOf(written, month, day);
}

/** Fields that consist of an arXiv id in some styles. */
const ARXIV_LABELS = ['journal', 'journaltitle', 'number', 'pages', 'howpublished', 'note'];

function arxivIdOf(fields: Fields, url: string): string | null {
  const verbatim = (name: string) => latexVerbatim(fields.get(name) ?? '');
  const archive = verbatim('archiveprefix') || verbatim('eprinttype') || verbatim('archive');
  const eprint = archive === '' || /^arxiv$/i.test(archive) ? parseArxivId(verbatim('eprint')) : null;
  if (eprint !== null) return eprint;
  // DBLP has the journal "CoRR" and the volume "abs/1706.03762".
  const corr = /^corr$/i.test(verbatim('journal'))
    ? parseArxivId(verbatim('volume').replace(/^abs\//i, ''))
    : null;
  return (
    corr ??
    parseArxivId(url) ??
    firstOf(ARXIV_LABELS, (name) => arxivIdOfLabel(verbatim(name)) ?? arxivPageIn(verbatim(name)))
  );
}

/** The id where all of a field is the URL of a paper's page. */
function arxivPageIn(text: string): string | null {
  return /^https?:\/\/\S+$/.test(text) ? parseArxivId(text) : null;
}

/** Keywords stand between semicolons, which may then hold commas, or between commas. */
function splitKeywords(list: string): string[] {
  return list.split(list.includes(';') ? ';' : ',');
}
