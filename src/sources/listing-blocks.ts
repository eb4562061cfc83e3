import { cleanLine } from '../model/words.ts';
import { authorCountIn, personNamesIn } from './author-names.ts';
import { looksLikeDate, parseListingDate, type ListingDate } from './listing-date.ts';

/** A line that is not blank. `number` counts from 1 in the text; `text` is clean Unicode with single spaces. */
export type Line = { number: number; text: string };

/** The lines of one record by their role, as found; `undefined` where one is missing. */
export type Block = {
  title: Line | undefined;
  abstract: Line | undefined;
  who: Line[];
  /** Links that stand on lines of their own between title and authors. */
  links: string[];
  upvotes: number | null;
  dateLine: Line | undefined;
  /** Null where the date line can't be read. */
  date: ListingDate | null;
  /** The line that showed that a record ends here. */
  end: Line;
  /** Whether the abstract seems to run over several lines, so that title and abstract can't be told apart. */
  isWrapped: boolean;
};

const SEPARATOR = '·';
const AUTHOR_NAMES = /^authors?: ./i;
const LINK = /^(?:https?:\/\/\S+|arxiv:\S+)$/i;
const UPVOTES = /^(?:\[-\] ?|▲ ?)?(\d[\d,]*)(?: upvotes?)?$/i;
const PAGE_CONTROL = /^(?:submitted by\b.*|published on\b.*|upvotes?|\+\d+|new)$/i;
/** No title is this long, and few abstracts are shorter. */
const SURELY_AN_ABSTRACT = 250;
const LONGEST_ORG_LINE = 100;
/** What a page has around records is shorter. */
const LONGEST_PAGE_LINE = 60;

/** The lines of a text that are not blank. A line that holds authors, `·` and date together is taken apart. */
export function linesOf(text: string): Line[] {
  return text
    .split(/\r\n|\n|\r/)
    .flatMap((raw, index) => takeApart(cleanLine(raw)).map((part) => ({ number: index + 1, text: part })))
    .filter((line) => line.text !== '');
}

function takeApart(line: string): string[] {
  const at = line.lastIndexOf(SEPARATOR);
  if (at === -1 || line === SEPARATOR) return [line];
  const before = line.slice(0, at).trim();
  const after = line.slice(at + 1).trim();
  const isRecordEnd =
    authorCountIn(before) !== null
      ? after === '' || looksLikeDate(after)
      : before === '' && parseListingDate(after) !== null;
  return isRecordEnd ? [before, SEPARATOR, after] : [line];
}

/**
 * Finds where records end (a `·`, or an author count right before a date) and sorts the lines before each end into
 * their roles. `leftOver` are lines as long as an abstract, and author counts at the end of the text, that belong to
 * no record.
 */
export function splitBlocks(lines: readonly Line[]): { blocks: Block[]; leftOver: Line[] } {
  const blocks: Block[] = [];
  const leftOver: Line[] = [];
  let start = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const isSeparator = line.text === SEPARATOR;
    const hasNoSeparator =
      authorCountIn(line.text) !== null && next !== undefined && parseListingDate(next.text) !== null;
    if (index < start || (!isSeparator && !hasNoSeparator)) continue;

    const { block, passedOver } = sortLines(lines.slice(start, isSeparator ? index : index + 1), line);
    leftOver.push(...passedOver.filter(isSurelyAbstract));
    start = index + 1;
    if (next !== undefined && (parseListingDate(next.text) !== null || looksLikeDate(next.text))) {
      block.dateLine = next;
      block.date = parseListingDate(next.text);
      start = index + 2;
    }
    blocks.push(block);
  }
  const rest = lines.slice(start);
  const cutOff = rest.filter(({ text }) => authorCountIn(text) !== null);
  leftOver.push(...(cutOff.length > 0 ? cutOff : rest.filter(isSurelyAbstract)));
  return { blocks, leftOver };
}

/** Sorts the lines before a record's end, from the last one up: authors or org, abstract, title; the rest is passed over. */
function sortLines(lines: readonly Line[], end: Line): { block: Block; passedOver: Line[] } {
  const text = lines.filter(
    ({ text }) => !LINK.test(text) && !UPVOTES.test(text) && !PAGE_CONTROL.test(text),
  );
  const who = takeWho(text);
  const abstract = takeAbstract(text);
  who.unshift(...takeNamesBelowTitle(text, who));
  const title = text.pop();
  const above = lines.slice(0, abstract === undefined ? lines.length : lines.indexOf(abstract));
  const below = lines.slice(title === undefined ? lines.length : lines.indexOf(title));
  const block: Block = {
    title,
    abstract,
    who,
    links: below.filter(({ text }) => LINK.test(text)).map(({ text }) => text),
    upvotes: above.map(({ text }) => readUpvotes(text)).findLast((upvotes) => upvotes !== null) ?? null,
    dateLine: undefined,
    date: null,
    end,
    isWrapped: isWrapped(text.at(-1), title, abstract),
  };
  return { block, passedOver: text };
}

/** Takes the lines that name authors or orgs off the end. */
function takeWho(lines: Line[]): Line[] {
  const who: Line[] = [];
  for (let last = lines.at(-1); last !== undefined; last = lines.at(-1)) {
    if (!namesAuthors(last) && !namesOrg(last, lines.at(-2), who)) break;
    who.unshift(last);
    lines.pop();
  }
  return who;
}

/** Names may stand between title and abstract; only a count of authors that agrees tells them from a title. */
function takeNamesBelowTitle(lines: Line[], who: readonly Line[]): Line[] {
  const last = lines.at(-1);
  const names = last === undefined ? null : personNamesIn(last.text);
  const count = who.map(({ text }) => authorCountIn(text)).find((found) => found !== null);
  return lines.length > 1 && names !== null && names.length === count ? lines.splice(-1) : [];
}

function namesAuthors({ text }: Line): boolean {
  return (
    text.startsWith('•') ||
    authorCountIn(text) !== null ||
    AUTHOR_NAMES.test(text) ||
    (personNamesIn(text)?.length ?? 0) > 2
  );
}

/** An org line looks like any short line, so what stands above it decides: it follows the abstract. */
function namesOrg(line: Line, above: Line | undefined, who: readonly Line[]): boolean {
  if (above === undefined || line.text.length > LONGEST_ORG_LINE) return false;
  if (above.text.length > LONGEST_ORG_LINE || namesItsSlug(line.text)) return true;
  return !isAbstract(line) && (who.length === 0 || isAbstract(above));
}

/** `google-deepmind Google DeepMind`: nothing but an org says the same twice. */
function namesItsSlug(text: string): boolean {
  const [slug = '', ...name] = text.toLowerCase().split(' ');
  const letters = (part: string) => part.replace(/[^\p{L}\p{N}]/gu, '');
  return name.length > 0 && letters(name.join('')) === letters(slug);
}

/** Takes the abstract off the end; a title without one is left where it is. */
function takeAbstract(lines: Line[]): Line | undefined {
  const [above, last] = lines.slice(-2);
  if (above === undefined || last === undefined) return undefined;
  return isAbstract(last) || last.text.length > above.text.length ? lines.pop() : undefined;
}

function isAbstract({ text }: Line): boolean {
  return text.length > LONGEST_ORG_LINE || /[.!…)"”]$/.test(text);
}

/** An abstract goes on from the line above where it starts in small letters, or the title does so right below prose. */
function isWrapped(above: Line | undefined, title: Line | undefined, abstract: Line | undefined): boolean {
  const startsSmall = (line: Line | undefined) =>
    line !== undefined && /^\p{Ll}+(?:[ ,;]|\.?$)/u.test(line.text);
  const followsProse =
    title !== undefined && above?.number === title.number - 1 && above.text.length > LONGEST_PAGE_LINE;
  return startsSmall(abstract) || followsProse;
}

function isSurelyAbstract({ text }: Line): boolean {
  return text.length >= SURELY_AN_ABSTRACT;
}

function readUpvotes(text: string): number | null {
  const digits = UPVOTES.exec(text)?.[1];
  return digits === undefined ? null : Number(digits.replaceAll(',', ''));
}
