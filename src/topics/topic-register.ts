import { compareText } from '../collections.ts';
import { MERGE_RULES, type MergeRule, type Topic } from '../model/topic.ts';
import type { Concepts } from './concepts.ts';
import type { PaperTopic } from './paper-topics.ts';

/** Collects what papers call their topics and tells what each topic is, in whatever order the papers come. */
export type TopicRegister = {
  add: (topics: readonly PaperTopic[]) => void;
  /** The topics of all papers added, by key. */
  topics: () => Topic[];
};

type Entry = { names: Map<string, number>; forms: Map<string, MergeRule>; acronyms: Map<string, number> };

/** An empty register. */
export function createTopicRegister(concepts: Pick<Concepts, 'nameOf'>): TopicRegister {
  const entries = new Map<string, Entry>();
  return {
    add(topics) {
      for (const topic of topics) {
        const entry = entries.get(topic.key) ?? { names: new Map(), forms: new Map(), acronyms: new Map() };
        entries.set(topic.key, entry);
        addTo(entry, topic);
      }
    },
    topics: () =>
      [...entries]
        .map(([key, entry]) => topicOf(key, entry, concepts.nameOf(key, mostFrequent(entry.names))))
        .sort((a, b) => compareText(a.key, b.key)),
  };
}

function addTo({ names, forms, acronyms }: Entry, topic: PaperTopic): void {
  if (topic.name !== null) count(names, topic.name);
  if (topic.acronym !== null) count(acronyms, topic.acronym);
  for (const { form, rule } of topic.forms) {
    const known = forms.get(form);
    if (known === undefined || MERGE_RULES.indexOf(rule) < MERGE_RULES.indexOf(known)) forms.set(form, rule);
  }
}

function topicOf(key: string, { forms, acronyms }: Entry, name: string): Topic {
  const aliases = [...forms].filter(([form]) => form !== name).sort(([a], [b]) => compareText(a, b));
  return {
    key,
    name,
    acronym: mostFrequent(acronyms),
    aliases: aliases.map(([form]) => form),
    aliasRules: aliases.map(([, rule]) => rule),
  };
}

function count(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** Ties go to the first by code unit: capitals come before small letters. */
function mostFrequent(counts: ReadonlyMap<string, number>): string | null {
  const [best] = [...counts].sort(([a, as], [b, bs]) => bs - as || compareText(a, b));
  return best?.[0] ?? null;
}
