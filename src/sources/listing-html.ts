import type { PaperRecordInput } from '../model/paper.ts';
import { messageOf } from '../errors.ts';
import { hfDaily } from './hf-json.ts';
import { readHtmlPage, type HtmlPage } from './html-pieces.ts';
import { readCards } from './listing-cards.ts';
import type { Found, TextFormat } from './reading.ts';

/**
 * Saved pages of Hugging Face's daily, search and trending papers. Such a page holds the very answer of the API, for
 * its scripts, which is read where it is there; else the cards that people see are read.
 */
export const listingHtml: TextFormat = {
  name: 'listing-html',
  detect: (head) =>
    /<(?:!doctype html|html|head|body|main|article|section|div|h[1-6])\b/i.test(head) &&
    !/^#{1,6} /m.test(head) &&
    /huggingface\.co\/papers\b|papers - hugging face|data-target=["']DailyPapers|href=["']\/papers\/\d{4}\.\d/i.test(
      head,
    ),
  read: (html, options) => {
    const page = readHtmlPage(html);
    const items = islandItems(page);
    if (items !== null) return items.map((item, index) => readItem(item, index + 1));
    const found = readCards(page.pieces, options, (from, to) =>
      html.slice(from - 1, html.indexOf('>', to) + 1),
    );
    return withLines(html, found);
  },
};

/** The papers that the page holds for its scripts; null where it holds none that can be read. */
function islandItems({ islands }: HtmlPage): unknown[] | null {
  for (const { target, props } of islands) {
    if (target !== 'DailyPapers') continue;
    const items = hfDaily.itemsOf(dailyPapersOf(props));
    if (items !== null) return items;
  }
  return null;
}

function dailyPapersOf(props: string): unknown {
  try {
    const parsed: unknown = JSON.parse(props);
    return typeof parsed === 'object' && parsed !== null && 'dailyPapers' in parsed
      ? parsed.dailyPapers
      : null;
  } catch {
    // A page that was cut or changed when it was saved still has its cards.
    return null;
  }
}

function readItem(item: unknown, position: number): Found {
  try {
    const [record] = hfDaily.readItem(item);
    if (record !== undefined) return { position, record: asListed(record) };
    return { position, reason: 'expected a paper, but got none', raw: JSON.stringify(item) };
  } catch (error) {
    return { position, reason: messageOf(error), raw: JSON.stringify(item) };
  }
}

function asListed(record: PaperRecordInput): PaperRecordInput {
  return { ...record, source: 'listing' };
}

/** Puts the line of each, counted from 1, in place of the character at which it begins; they are in order. */
function withLines(html: string, found: readonly Found[]): Found[] {
  let at = 0;
  let line = 1;
  return found.map((one) => {
    const passed = html.slice(at, one.position - 1);
    line += passed.split('\n').length - 1;
    at += passed.length;
    return { ...one, position: line };
  });
}
