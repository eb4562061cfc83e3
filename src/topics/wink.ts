import { createRequire } from 'node:module';
import { remembered } from '../collections.ts';
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

/** A word, with hyphens and digits as it stands (`3DGS`, `fine-tuning`); a possessive s; a blank line; any other sign. */
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*-?|['’]s\b|\n[^\S\n]*\n|[^\s\p{L}\p{M}\p{N}]/gu;

/**
 * The words and signs of a text with their parts of speech. wink tags whole sentences at a third of the speed; here it
 * tags each word once by itself and once behind "we", which tells verbs from nouns. A line break inside a sentence ends
 * no phrase; a blank line does.
 */
export function tagWords(text: string): TaggedWord[] {
  const words: TaggedWord[] = [];
  let [before, tagBefore] = ['.', 'PUNCT'];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const tag = tagAfter(before, token);
    words.push({ text: token, start: index, end: index + token.length, tag: tagOf(token, tag, tagBefore) });
    [before, tagBefore] = [token, tag];
  }
  return words;
}

/** Words behind which stands a verb. */
const BEFORE_A_VERB = /^(?:can|could|I|it|may|might|must|not|should|that|they|to|we|which|will|would|you)$/i;

const tagAlone = remembered((word: string) => tagByWink(word, 0), 50_000);
const tagAfterWe = remembered((word: string) => tagByWink(`we ${word} it`, 1), 20_000);

function tagAfter(before: string, token: string): string {
  // wink would split `3DGS` and `low-rank`: the last part tells what the word is.
  const part = /^[a-z]+$/.test(token) ? token : (LAST_LETTERS.exec(token)?.[0] ?? '');
  if (part === '') return 'PUNCT';
  const word = /^[.!?]$/.test(before) && /^\p{Lu}\p{Ll}+$/u.test(part) ? part.toLowerCase() : part;
  return BEFORE_A_VERB.test(before) ? tagAfterWe(word) : tagAlone(word);
}

const LAST_LETTERS = /[\p{L}\p{M}]+(?=[^\p{L}\p{M}]*$)/u;

function tagByWink(text: string, at: number): string {
  const { nlp, its } = loadWink();
  return nlp.readDoc(text).tokens().out<string>(its.pos)[at] ?? 'X';
}

/** Nouns of the field that wink takes for verbs: large language *models* search. */
const NOT_A_VERB =
  /^(?:agents?|benchmarks?|decoders?|embeddings?|encoders?|experts?|features?|heads?|images?|labels?|layers?|models?|networks?|processes|tokens?|transformers?|weights?)$/i;

/** Gerunds that name a method wherever they stand. */
const NAME_OF_A_METHOD =
  /^(?:captioning|clustering|crowdsourcing|finetuning|forecasting|(?:post|pre)training|prompting|reasoning|unlearning)$/i;

function tagOf(text: string, tag: string, before: string): string {
  if (text.includes('-')) return tagOfCompound(text, tag);
  if (tag === 'NUM' || (tag === 'PUNCT' && /\p{L}/u.test(text))) return 'NOUN';
  if (tag !== 'VERB') return tag;
  if (NAME_OF_A_METHOD.test(text)) return 'NOUN';
  return NOT_A_VERB.test(text) && /^(?:ADJ|NOUN|PROPN)$/.test(before) ? 'NOUN' : tag;
}

const DESCRIBES =
  /^(?:end|full|general|high|large|open|real|short|single|small|strong)-|(?:agnostic|aware|based|ed|free|grade|level|of-the-art|rank|scale|shot|specific|wise)$/i;

/** `low-rank`, `pre-trained` and `chain-of-thought` describe a noun and `fine-tuning` is one, whatever their last part is. */
function tagOfCompound(text: string, tag: string): string {
  if (/ing$/i.test(text)) return 'NOUN';
  if (DESCRIBES.test(text)) return 'ADJ';
  return tag === 'NOUN' || tag === 'PROPN' ? tag : 'ADJ';
}
