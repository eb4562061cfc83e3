import { createRequire } from 'node:module';
import type { ItsHelpers, WinkMethods } from 'wink-nlp';

/** A word as it stands in a text, its place, and its part of speech (Universal POS tags, such as NOUN). */
export type TaggedWord = { text: string; start: number; end: number; tag: string };

let wink: { nlp: WinkMethods; its: ItsHelpers } | undefined;

/** wink-nlp and its model are CommonJS and take 50 ms: loaded by the first text, not at start. */
function loadWink(): { nlp: WinkMethods; its: ItsHelpers } {
  if (wink === undefined) {
    const require = createRequire(import.meta.url);
    const nlp: WinkMethods = require('wink-nlp')(require('wink-eng-lite-web-model'), ['pos']);
    wink = { nlp, its: nlp.its };
  }
  return wink;
}

/**
 * The words of a text with their parts of speech. wink splits at hyphens and between digits and letters (`3 DGS`); what
 * stands together without a space is one word again here, with the tag of its last part.
 */
export function tagWords(text: string): TaggedWord[] {
  const { nlp, its } = loadWink();
  // A line break inside a sentence ends no phrase; a blank line does.
  const tokens = nlp.readDoc(text.replace(/\n(?!\s*\n)/g, ' ')).tokens();
  const values = tokens.out();
  const tags = tokens.out<string>(its.pos);
  const words: TaggedWord[] = [];
  let at = 0;
  for (const [index, value] of values.entries()) {
    const start = text.indexOf(value, at);
    if (start === -1) continue;
    at = start + value.length;
    const tag = tags[index] ?? 'X';
    const previous = words.at(-1);
    if (previous !== undefined && previous.end === start && belongTogether(previous.text, value)) {
      words[words.length - 1] = { text: previous.text + value, start: previous.start, end: at, tag };
    } else {
      words.push({ text: value, start, end: at, tag });
    }
  }
  // From the last to the first, for each tag is judged by the one that wink gave the word before.
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const word = words[index] as TaggedWord;
    word.tag = tagOf(word, words[index - 1]);
  }
  return words;
}

function belongTogether(before: string, value: string): boolean {
  return /[\p{L}\d-]$/u.test(before) && /^(?:-|[\p{L}\d])/u.test(value);
}

/** Nouns of the field that wink takes for verbs: large language *models* search. */
const NOT_A_VERB =
  /^(?:agents?|benchmarks?|decoders?|embeddings?|encoders?|experts?|features?|heads?|images?|labels?|layers?|models?|networks?|processes|tokens?|transformers?|weights?)$/i;

/** Gerunds that name a method wherever they stand. */
const NAME_OF_A_METHOD =
  /^(?:captioning|clustering|crowdsourcing|finetuning|forecasting|(?:post|pre)training|prompting|reasoning|unlearning)$/i;

function tagOf({ text, tag }: TaggedWord, previous: TaggedWord | undefined): string {
  if (!/[a-z]/.test(text) && !/\p{L}/u.test(text)) return 'PUNCT';
  if (text.includes('-')) return tagOfCompound(text, tag);
  if (tag === 'VERB' && NAME_OF_A_METHOD.test(text)) return 'NOUN';
  if (tag === 'VERB' && NOT_A_VERB.test(text) && /^(?:ADJ|NOUN|PROPN)$/.test(previous?.tag ?? ''))
    return 'NOUN';
  return tag === 'PUNCT' || tag === 'NUM' ? 'NOUN' : tag;
}

const DESCRIBES =
  /^(?:end|full|general|high|large|open|real|short|single|small|strong)-|(?:agnostic|aware|based|ed|free|grade|level|of-the-art|rank|scale|shot|specific|wise)$/i;

/** `low-rank`, `pre-trained` and `chain-of-thought` describe a noun and `fine-tuning` is one, whatever their last part is. */
function tagOfCompound(text: string, tag: string): string {
  if (/ing$/i.test(text)) return 'NOUN';
  if (DESCRIBES.test(text)) return 'ADJ';
  return tag === 'NOUN' || tag === 'PROPN' ? tag : 'ADJ';
}
