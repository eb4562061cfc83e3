import { createRequire } from 'node:module';
import { remembered } from '../collections.ts';
import { canonicalKey } from '../model/canonical-key.ts';
import type { ItsHelpers, WinkMethods } from 'wink-nlp';

/** A word as it stands in a text, its canonical key, its place, and its part of speech (Universal POS tags, such as NOUN). */
export type TaggedWord = { text: string; key: string; start: number; end: number; tag: string };

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
  let [before, tagBefore] = [knownWord('.'), 'PUNCT'];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const known = knownWord(token);
    const tag = tagAfter(before, known);
    words.push({
      text: token,
      key: known.key,
      start: index,
      end: index + token.length,
      tag: tagOf(token, tag, tagBefore),
    });
    [before, tagBefore] = [known, tag];
  }
  return words;
}

/** What a word tells wherever it stands. */
type KnownWord = {
  key: string;
  /** Its last part in letters, which tells what it is: wink would split `3DGS` and `low-rank`. Empty for a sign. */
  part: string;
  tagAlone: string;
  isBeforeVerb: boolean;
  endsSentence: boolean;
  /** Whether it may be an ordinary word that begins a sentence. */
  isCapitalised: boolean;
};

/** Words behind which stands a verb. */
const BEFORE_A_VERB = /^(?:can|could|I|it|may|might|must|not|should|that|they|to|we|which|will|would|you)$/i;

const LAST_LETTERS = /[\p{L}\p{M}]+(?=[^\p{L}\p{M}]*$)/u;

/** Papers have most of their words in common. */
const knownWord = remembered((token: string): KnownWord => {
  const part = LAST_LETTERS.exec(token)?.[0] ?? '';
  return {
    key: canonicalKey(token),
    part,
    tagAlone: part === '' ? 'PUNCT' : tagAlone(part),
    isBeforeVerb: BEFORE_A_VERB.test(token),
    endsSentence: /^[.!?]$/.test(token),
    isCapitalised: /^\p{Lu}\p{Ll}+$/u.test(part),
  };
}, 50_000);

const tagAlone = remembered((word: string) => tagByWink(word, 0), 50_000);
const tagAfterWe = remembered((word: string) => tagByWink(`we ${word} it`, 1), 20_000);

function tagAfter(before: KnownWord, word: KnownWord): string {
  if (word.part === '') return 'PUNCT';
  if (before.isBeforeVerb) return tagAfterWe(word.part);
  return before.endsSentence && word.isCapitalised ? tagAlone(word.part.toLowerCase()) : word.tagAlone;
}

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
