import { unique } from '../collections.ts';
import { canonicalKey } from '../model/canonical-key.ts';
import type { Definition } from './acronyms.ts';

const COINED = /\p{Lu}.*\p{Lu}|\d/u;
/** "We propose SAILOR, which …", but neither "we propose LLM agents" nor "an LLM". */
const INTRODUCES =
  /\b(?:propos|introduc|present|call|nam|dub)\w*\s+(?:[a-z-]+\s+){0,3}(?<!\b(?:an?|the)\s)["“'‘]?([\p{L}\d-]+)["”'’]?(?=\s*(?:[,.;:()]|(?:an?|as|by|for|is|that|to|which)\b))/gu;
/** "Our approach SAILOR outperforms …", "we propose the DUMB attacker model". */
const OURS =
  /\b(?:[Oo]ur\s+(?:[a-z-]+\s+)?(?:algorithm|approach|framework|method|model|system)|(?:propos|introduc|present)\w*\s+the)\s+([\p{L}\d-]+)/gu;

/** "We propose a submodular transferability metric (OSBORN)": no acronym that its letters would explain. */
const INTRODUCED_LAST = /\b(?:propos|introduc|present)\w*[^.;()]{5,200}\(([\p{L}\d-]+)\)/gu;

/** A word that the text has with a capital only: `Meteor`, though there are meteors. */
function isNameIn(text: string, word: string): boolean {
  return /^\p{Lu}\p{L}+$/u.test(word) && text.includes(word) && !text.includes(word.toLowerCase());
}

/**
 * The canonical keys of the paper's names for its own system, and of what they are short for: a coined word before the
 * title's colon (`CATNIP: LLM unlearning by …`), or one that the abstract introduces.
 */
export function findOwnNames(title: string, abstract: string, definitions: readonly Definition[]): string[] {
  const beforeColon = /^([^\s:]+)(?:\s\d[\d.]*)?:\s/.exec(title)?.[1] ?? '';
  const namesIn = (pattern: RegExp) => [...abstract.matchAll(pattern)].map((match) => match[1] ?? '');
  const unexplained = namesIn(INTRODUCED_LAST).filter(
    (name) => !definitions.some(({ acronym }) => acronym === canonicalKey(name)),
  );
  const introduced = [...namesIn(INTRODUCES), ...namesIn(OURS), ...unexplained].filter((name) =>
    COINED.test(name),
  );
  const isCoined = COINED.test(beforeColon) || isNameIn(abstract, beforeColon);
  const coined = (isCoined ? [beforeColon, ...introduced] : introduced).map(canonicalKey);
  const longForms = definitions.filter(({ acronym }) => coined.includes(acronym)).map(({ key }) => key);
  return unique([...coined, ...longForms]).filter((key) => key !== '');
}
