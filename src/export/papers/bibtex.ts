import type { PaperContent } from './paper-content.ts';
import { latexOf, verbatimLatexOf } from './latex.ts';
import { knownDate, pageOfPaper } from './paper-page.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Words that BibTeX and biblatex take for something else than a name. */
const NO_NAME = /^(?:others|et al\.?)$/i;

/**
 * Papers as BibTeX in UTF-8, an `@misc` each, for where it was published is not known. The key is the paper's id, so it is
 * unique and stays the same from one export to the next.
 */
export async function* writeBibtex(papers: AsyncIterable<PaperContent>): AsyncGenerator<string> {
  for await (const paper of papers) yield entryOf(paper);
}

function entryOf(paper: PaperContent): string {
  const fields = Object.entries(fieldsOf(paper)).filter(([, value]) => value !== null);
  const lines = fields.map(([name, value]) => `  ${name} = ${value}`);
  return `@misc{${keyOf(paper.id)},\n${lines.join(',\n')}\n}\n\n`;
}

function fieldsOf(paper: PaperContent): Record<string, string | null> {
  const { title, authors, arxivId, doi, abstract, keywords, repos, projectPage } = paper;
  const [year, month, day] = knownDate(paper);
  const isArxiv = arxivId !== null;
  const links = [...repos, ...(projectPage === null ? [] : [projectPage])];
  return {
    // The inner braces keep its capital letters.
    title: braced(`{${latexOf(title)}}`),
    author: authors.length === 0 ? null : braced(authors.map(nameOf).join(' and ')),
    year: year === undefined ? null : braced(year),
    month: MONTHS[Number(month) - 1] ?? null,
    day: day === undefined ? null : braced(String(Number(day))),
    eprint: isArxiv ? braced(verbatimLatexOf(arxivId)) : null,
    archiveprefix: isArxiv ? braced('arXiv') : null,
    doi: doi === null ? null : braced(verbatimLatexOf(doi)),
    url: pageOfPaper(paper) === null ? null : braced(verbatimLatexOf(pageOfPaper(paper) ?? '')),
    note: links.length === 0 ? null : braced(links.map((link) => `\\url{${link}}`).join(', ')),
    keywords: keywords.length === 0 ? null : braced(keywords.map(({ text }) => latexOf(text)).join('; ')),
    abstract: abstract === null ? null : braced(latexOf(abstract)),
  };
}

function braced(value: string): string {
  return `{${value}}`;
}

/** As printed, given names first; in braces where BibTeX would part it otherwise. */
function nameOf(name: string): string {
  const latex = latexOf(name);
  return /,|\band\b/i.test(name) || NO_NAME.test(name) ? braced(latex) : latex;
}

/** What a key can't hold is written as `+` and its code; so different ids have different keys. */
function keyOf(id: string): string {
  return id.replace(/[^\w:./-]/g, (character) => `+${character.codePointAt(0)?.toString(16)}`);
}
