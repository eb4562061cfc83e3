import { unique } from '../collections.ts';
import type { MergeRule, TopicEvidence } from '../model/topic.ts';
import { canonicalKey } from '../model/canonical-key.ts';
import type { RankedConcept } from './rank-concepts.ts';
import { displayName, findNames, plainForm } from './display-name.ts';

/** A topic of one paper: what stands on the edge between them, and what the paper calls it. */
export type PaperTopic = {
  key: string;
  /** How likely the paper's authors would name it a keyword, in (0, 1]; 1 for a keyword that a source provides. */
  score: number;
  /** The source that gives it as a keyword, such as `ai_keywords`, else `text`. */
  source: string;
  /** Where it stands in title and abstract, in order; empty for a keyword that they don't have. */
  evidence: TopicEvidence[];
  /** What this paper calls it, in the singular; null where it has only an acronym or another alias. */
  name: string | null;
  /** All forms that the paper has, with the rule by which each stands for the topic. */
  forms: { form: string; rule: MergeRule }[];
  /** The acronym that the paper has for it, or null. */
  acronym: string | null;
};

const ACRONYM_RULES: ReadonlySet<MergeRule> = new Set(['DEFINITION', 'MAJORITY', 'WELL_KNOWN']);

/** Reads what a paper's text says about the topics chosen for it. */
export function topicsOfPaper(
  paper: { title: string; abstract: string },
  concepts: readonly RankedConcept[],
): PaperTopic[] {
  const names = findNames(paper.abstract);
  return concepts.map((concept) => {
    const evidence = evidenceOf(paper, concept);
    const texts = [...evidence.map(({ text }) => text), ...concept.keywords.map(({ text }) => text)];
    const rules = new Map(unique(texts).map((text) => [text, ruleOf(text, concept)]));
    const nameForms = texts.filter((text) => rules.get(text) === 'SPELLING');
    const acronyms = texts.filter((text) => ACRONYM_RULES.has(rules.get(text) ?? 'SPELLING'));
    return {
      key: concept.key,
      score: Math.round(concept.score * 1000) / 1000,
      source: concept.keywords[0]?.source ?? 'text',
      evidence,
      name: displayName(nameForms, names),
      forms: [...rules].map(([text, rule]) => ({ form: plainForm(text, names), rule })),
      acronym: displayName(acronyms, names),
    };
  });
}

function evidenceOf(
  paper: { title: string; abstract: string },
  { spans, keywords }: RankedConcept,
): TopicEvidence[] {
  if (spans.length > 0) {
    return spans.map(({ field, start, end }) => ({
      text: paper[field].slice(start, end),
      field,
      start,
      end,
    }));
  }
  const texts = unique(keywords.map(({ text }) => text.trim()));
  return texts.flatMap((text) =>
    (['title', 'abstract'] as const).flatMap((field) => findWords(paper[field], text, field)),
  );
}

/** The places of a keyword that was no candidate, such as `state of the art`. */
function findWords(text: string, words: string, field: TopicEvidence['field']): TopicEvidence[] {
  const literally = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${literally}(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    text: found,
    field,
    start: index,
    end: index + found.length,
  }));
}

function ruleOf(text: string, { key, members }: RankedConcept): MergeRule {
  const formKey = canonicalKey(text);
  if (formKey === key) return 'SPELLING';
  // Not among the members: an acronym whose occurrences the paper's own definition has joined already.
  return members.find((member) => member.key === formKey)?.rule ?? 'DEFINITION';
}
