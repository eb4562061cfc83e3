import { groupBy, unique } from '../collections.ts';
import { findAcronyms } from './acronyms.ts';
import { findCandidates, type Candidate, type Occurrence } from './candidates.ts';
import { canonicalKey } from './canonical-key.ts';
import { cleanText } from './clean-text.ts';
import { displayName, findNames, otherForms } from './display-name.ts';
import { findOwnNames } from './own-names.ts';
import { rankCandidates } from './rank.ts';

/** A topic of one paper, before it is known what other papers call it. */
export type ExtractedTopic = {
  /** Canonical key; that of the long form where the paper defines the acronym. */
  key: string;
  /** The form to display. */
  name: string;
  /** In (0, 1], 1 for the best topic of the paper; four digits. */
  score: number;
  /** The forms that stand in title or abstract, exactly as there, in order of first appearance. */
  evidence: string[];
  /** Other forms that mean the same in this paper, sorted; never the name itself. */
  aliases: string[];
  /** Canonical keys of the acronyms that the paper defines for it, such as `llm`. */
  acronyms: string[];
};

/**
 * The topics of a paper, from its title and abstract alone: the best first, ties by key, keys distinct. The paper's
 * own name for its system is none. The same text gives the same topics, always.
 */
export function extractTopics(
  paper: { title: string; abstract: string },
  { limit = 8 }: { limit?: number } = {},
): ExtractedTopic[] {
  const [title, abstract] = [cleanText(paper.title), cleanText(paper.abstract)];
  // A phrase across a formula stands in the cleaned text only, and so is no evidence.
  const stands = ({ surface }: Occurrence) =>
    paper.title.includes(surface) || paper.abstract.includes(surface);
  const acronyms = acronymKeys(title, abstract).filter(({ definition }) => stands(definition));
  const own = findOwnNames(title, abstract, acronyms);
  // Neither SAILOR nor a SAILOR policy.
  const isOwn = (key: string) => [...own].some((name) => ` ${key} `.includes(` ${name} `));
  const candidates = findCandidates(title, abstract)
    .map(({ key, occurrences }) => ({ key, occurrences: occurrences.filter(stands) }))
    .filter(({ key, occurrences }) => key !== '' && occurrences.length > 0 && !isOwn(key));
  const longForms = acronyms.filter(({ longKey }) => !isOwn(longKey)).map(asCandidate);
  const ranked = rankCandidates(joinAcronyms([...candidates, ...longForms], acronyms)).slice(0, limit);
  const names = findNames(abstract);
  const best = ranked[0]?.score ?? 1;

  return ranked.map(({ key, occurrences, score }) => {
    const surfaces = occurrences.map(({ surface }) => surface);
    const defined = acronyms.filter((acronym) => acronym.longKey === key).map(({ key: acronym }) => acronym);
    // The long form is the name, also where the text has the acronym more often.
    const long = surfaces.filter((surface) => canonicalKey(surface) === key);
    const name = displayName(long.length > 0 ? long : surfaces, names);
    return {
      key,
      name,
      score: Math.max(0.0001, Math.round((score / best) * 10_000) / 10_000),
      evidence: unique(surfaces),
      aliases: otherForms(surfaces, name, names),
      acronyms: unique(defined),
    };
  });
}

/** An acronym that the paper defines: canonical keys of both forms, and where the long form stands. */
type Acronym = { key: string; longKey: string; definition: Occurrence };

function acronymKeys(title: string, abstract: string): Acronym[] {
  return [title, abstract]
    .flatMap((text, index) => findAcronyms(text).map((found) => ({ ...found, text, inTitle: index === 0 })))
    .map(({ acronym, longForm, text, inTitle }) => ({
      key: canonicalKey(acronym),
      longKey: canonicalKey(longForm),
      definition: {
        surface: longForm,
        start: text.indexOf(longForm),
        word: wordsBefore(text, longForm) + (inTitle ? 0 : title.split(' ').length),
        length: longForm.split(' ').length,
        inTitle,
        isMaximal: true,
      },
    }))
    .filter(({ key, longKey }) => key !== longKey);
}

function wordsBefore(text: string, phrase: string): number {
  return text.slice(0, text.indexOf(phrase)).split(' ').length - 1;
}

/** What a paper gives an acronym is worth being a topic, also where it is no plain noun phrase: mixture of experts. */
function asCandidate({ longKey, definition }: Acronym): Candidate {
  return { key: longKey, occurrences: [definition] };
}

/** The title comes before the abstract. */
function byPlace(a: Occurrence, b: Occurrence): number {
  return Number(b.inTitle) - Number(a.inTitle) || a.start - b.start;
}

/** What stands for an acronym counts for its long form. */
function joinAcronyms(candidates: readonly Candidate[], acronyms: readonly Acronym[]): Candidate[] {
  const longKeys = new Map(acronyms.map(({ key, longKey }) => [key, longKey]));
  const groups = groupBy(candidates, ({ key }) => longKeys.get(key) ?? key);
  return [...groups].map(([key, members]) => ({
    key,
    occurrences: members.flatMap(({ occurrences }) => occurrences).sort(byPlace),
  }));
}
