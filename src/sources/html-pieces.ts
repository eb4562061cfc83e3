import { Parser } from 'htmlparser2';
import { cleanLine } from '../model/words.ts';
import type { Piece } from './listing-pieces.ts';

/** What a page of HTML holds: its text and links, and the properties of the islands that scripts bring to life. */
export type HtmlPage = {
  title: string;
  pieces: Piece[];
  /** `data-target` and `data-props` of each island. */
  islands: { target: string; props: string }[];
};

const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'nav',
  'footer',
  'select',
  'textarea',
]);
const HEADING = /^h[1-6]$/;
const BLOCKS = new Set(
  (
    'address article aside blockquote body br dd div dl dt figure form header hr li main ol p pre section summary table ' +
    'td th tr ul h1 h2 h3 h4 h5 h6'
  ).split(' '),
);
/** Of the blocks that a link may hold, those which are a piece of their own. */
const BLOCKS_IN_LINKS = /^(?:article|p|li|h[1-6])$/;

/**
 * Reads a page of HTML in one pass and without a tree, so that nothing depends on how deep it is nested. The position
 * of a piece is where in the source its tag begins, plus 1.
 */
export function readHtmlPage(html: string): HtmlPage {
  const page: HtmlPage = { title: '', pieces: [], islands: [] };
  let text = '';
  let href: string | null = null;
  let heading = '';
  let unseen = '';
  let unseenDepth = 0;
  let isTitle = false;
  /** Within a `time` whose attribute tells the day, which is plainer than what it shows. */
  let isDated = false;
  let block = 0;
  let position = 1;

  const flush = () => {
    const clean = cleanLine(text);
    if (clean !== '' || href !== null) {
      page.pieces.push({ position, text: clean, href, isHeading: heading !== '', block });
    }
    text = '';
  };
  const breakAt = (name: string) => {
    if (!BLOCKS.has(name)) return;
    if (href !== null && !BLOCKS_IN_LINKS.test(name)) {
      text += ' ';
      return;
    }
    if (href === null || cleanLine(text) !== '') flush();
    block += 1;
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      if (unseen !== '') {
        if (name === unseen) unseenDepth += 1;
        return;
      }
      if (UNSEEN.has(name)) {
        [unseen, unseenDepth] = [name, 1];
        return;
      }
      breakAt(name);
      if (text.trim() === '') position = parser.startIndex + 1;
      if (HEADING.test(name)) heading = name;
      if (name === 'title') isTitle = true;
      const day = name === 'time' ? /^\d{4}-\d\d-\d\d/.exec(attributes['datetime'] ?? '')?.[0] : undefined;
      if (day !== undefined) {
        text += day;
        isDated = true;
      }
      if (name === 'a' && attributes['href'] !== undefined) {
        flush();
        position = parser.startIndex + 1;
        href = attributes['href'].trim();
      }
      const { 'data-target': target, 'data-props': props } = attributes;
      if (target !== undefined && props !== undefined) page.islands.push({ target, props });
    },
    ontext(data) {
      if (unseen === '' && isTitle) page.title += data;
      else if (unseen === '' && !isDated) text += data;
    },
    onclosetag(name) {
      if (unseen !== '') {
        if (name === unseen) unseenDepth -= 1;
        if (unseenDepth === 0) unseen = '';
        return;
      }
      if (name === 'title') isTitle = false;
      if (name === 'time') isDated = false;
      if (name === 'a' && href !== null) {
        flush();
        href = null;
      }
      breakAt(name);
      if (name === heading) heading = '';
    },
  });
  parser.end(html);
  flush();
  return page;
}
