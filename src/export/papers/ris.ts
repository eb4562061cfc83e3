import type { PaperContent } from './paper-content.ts';
import { knownDate, pageOfPaper } from './paper-page.ts';

const PARTICLE = /^(?:al|bin|da|de|del|den|der|di|dos|du|el|la|le|ten|ter|van|von)$/;
const SUFFIX = /^(?:jr|sr|i{2,3}|iv)\.?$/i;

/** Papers as RIS, which reference managers read, of type GEN, for where it was published is not known. */
export async function* writeRis(papers: AsyncIterable<PaperContent>): AsyncGenerator<string> {
  for await (const paper of papers) {
    const lines = tagsOf(paper).map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, ' ').trim()}\r\n`);
    yield `${lines.join('')}ER  - \r\n\r\n`;
  }
}

function tagsOf(paper: PaperContent): [tag: string, value: string][] {
  const { id, title, authors, arxivId, doi, abstract, keywords, repos, projectPage } = paper;
  const date = knownDate(paper);
  const page = pageOfPaper(paper);
  const links = [page, ...repos, projectPage].filter((link) => link !== null);
  return [
    ['TY', 'GEN'],
    ['ID', id],
    ['TI', title],
    ...authors.map((name): [string, string] => ['AU', familyNameFirst(name)]),
    ...date.slice(0, 1).map((year): [string, string] => ['PY', year]),
    ...(date.length > 0 ? ([['DA', dateOf(date)]] as [string, string][]) : []),
    ...(arxivId === null ? [] : ([['AN', `arXiv:${arxivId}`]] as [string, string][])),
    ...(doi === null ? [] : ([['DO', doi]] as [string, string][])),
    ...links.map((link): [string, string] => ['UR', link]),
    ...keywords.map(({ text }): [string, string] => ['KW', text]),
    ...(abstract === null ? [] : ([['AB', abstract]] as [string, string][])),
  ];
}

/** `2017/06/12`; the slashes stand also where month or day is not known. */
function dateOf([year = '', month = '', day = '']: string[]): string {
  return `${year}/${month}/${day}`;
}

/** `von Neumann, John`, `King, Martin Luther, Jr.`: the last word with what belongs to it, then the others. */
function familyNameFirst(name: string): string {
  // The format parts a name at commas, and names at semicolons.
  const words = name.split(/[\s,;]+/).filter((word) => word !== '');
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined;
  let first = words.length - 1;
  while (first > 1 && PARTICLE.test(words[first - 1] ?? '')) first -= 1;
  const family = words.slice(Math.max(first, 0)).join(' ');
  const given = words.slice(0, Math.max(first, 0)).join(' ');
  return [family, given, suffix].filter((part) => part !== undefined && part !== '').join(', ');
}
