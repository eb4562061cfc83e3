/** An acronym and what it stands for, as they stand in the text: `LLMs`, `large language models`. */
export type AcronymDefinition = { acronym: string; longForm: string };

/** The same by canonical keys, as a paper means it: `llm`, `large language model`. */
export type Definition = { acronym: string; key: string };

const IN_PARENTHESES = /\(([^()]{2,80})\)/g;
const WORD_BEFORE = /([\p{L}\d-]+)\s*$/u;
/** With the spaces behind it. */
const LONGEST_ACRONYM = 16;
const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{L}\d][\p{L}\d-]{1,9}$/u;

/**
 * The acronyms that a text defines, as `long form (ACRONYM)` or `ACRONYM (long form)`. After Schwartz and Hearst
 * 2003: the letters of the acronym are sought from the last to the first in the words before it, and the first one
 * must begin a word. Stricter than theirs, for a wrong merge is worse than none: every capital must begin a word or
 * a part of a hyphenated one (small letters, as in `ViT`, may come from anywhere), and the last one must belong to
 * the last word.
 */
export function findAcronyms(text: string): AcronymDefinition[] {
  const definitions = new Map<string, AcronymDefinition>();
  for (const match of text.matchAll(IN_PARENTHESES)) {
    const inside = (match[1] ?? '').split(/[;,]/)[0]?.trim() ?? '';
    const definition = defineBy(inside, text.slice(0, match.index));
    if (definition !== null && !definitions.has(definition.acronym)) {
      definitions.set(definition.acronym, definition);
    }
  }
  return [...definitions.values()];
}

function defineBy(inside: string, before: string): AcronymDefinition | null {
  if (ACRONYM.test(inside)) {
    const longForm = findLongForm(inside, before);
    return longForm === null ? null : { acronym: inside, longForm };
  }
  const acronym = WORD_BEFORE.exec(before.slice(-LONGEST_ACRONYM))?.[1] ?? '';
  const isDefined = ACRONYM.test(acronym) && findLongForm(acronym, inside) === inside;
  return isDefined ? { acronym, longForm: inside } : null;
}

function findLongForm(acronym: string, before: string): string | null {
  const letters = acronym
    .replace(/[^\p{Lu}\d]/gu, '')
    .toLowerCase()
    .split('');
  const sentence = before.slice(startOfSentence(before)).trimEnd();
  // Twice as many words as letters: `graph of the thoughts of models`.
  const words = [...sentence.matchAll(/\S+/g)].slice(-2 * letters.length);
  const starts = words.flatMap(({ 0: word, index }) =>
    [
      ...word.matchAll(
        /(?<![\p{L}\d])[\p{L}\d]|(?<=\d)\p{L}|(?<=\b(?:auto|bio|cross|fine|hyper|meta|micro|multi|post|pre|self|un))\p{L}/giu,
      ),
    ].map((part) => ({
      letter: part[0].toLowerCase(),
      at: index + part.index,
      beginsWord: part.index === 0,
    })),
  );
  let next = letters.length - 1;
  for (const start of starts.toReversed()) {
    const letter = letters[next];
    // The 2 of T2I stands for `to`.
    if (start.letter !== letter && !(letter === '2' && start.letter === 't')) {
      // The last letter belongs to the last word, or the words in front of it are no long form.
      if (next === letters.length - 1 && start.beginsWord) return null;
      continue;
    }
    next -= 1;
    if (next < 0) return start.beginsWord ? sentence.slice(start.at) : null;
  }
  return null;
}

/** The place behind the last mark that ends a phrase. */
function startOfSentence(text: string): number {
  let start = text.length;
  while (start > 0 && !'.;:!?()'.includes(text.charAt(start - 1))) start -= 1;
  return start;
}
