import { cleanLine } from '../model/words.ts';

/** Elements that set text apart from what follows; other tags stand inside words, as in `H<sub>2</sub>O`. */
const BLOCK_TAG = tagPattern(
  String.raw`(?:jats:)?(?:p|title|sec)|jats:(?:label|list|list-item|disp-formula)|br|div|h[1-6]|li|ol|ul`,
);
const INLINE_TAG = tagPattern(
  String.raw`(?:jats|mml):[\w-]+|a|b|bold|em|i|inline-formula|italic|sc|scp|small|span|strong|sub|sup|tt|u|` +
    'm(?:ath|fenced|frac|i|n|o|over|row|space|sqrt|style|sub|subsup|sup|text|under|underover)',
);
/** The heading that publishers put over an abstract. */
const ABSTRACT_HEADING = /<(?:jats:)?title>\s*(?:abstract|summary)[.:]?\s*<\/(?:jats:)?title>/gi;

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * A text of a catalogue on one line, without the HTML, JATS and MathML tags that publishers leave in titles and
 * abstracts, escaped ones included. Only known tags go: `Vec<T>`, `<mask>` and `p < 0.05` stay as they are.
 */
export function plainText(markup: string): string {
  return cleanLine(withoutTags(withoutEntities(withoutTags(markup))));
}

/** `plainText`, but null where nothing was given or nothing is left. */
export function plainTextOrNull(markup: string | null | undefined): string | null {
  const text = plainText(markup ?? '');
  return text === '' ? null : text;
}

/** Attributes need a `=`, so that `a <b and c> d` holds no tag. */
function tagPattern(names: string): RegExp {
  return new RegExp(String.raw`<\/?(?:${names})(?:\s[^<>=]*=[^<>]*)?\s?\/?>`, 'gi');
}

function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  return text.replace(ABSTRACT_HEADING, ' ').replace(BLOCK_TAG, ' ').replace(INLINE_TAG, '');
}

function withoutEntities(text: string): string {
  return text.replace(ENTITY, (entity: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : entity;
  });
}
