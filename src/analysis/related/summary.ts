import type { Measure, Signal } from './question.ts';
import type { RelatedReason, SharedThing } from './reasons.ts';

/** What a sentence about a reason has to know beside it. */
export type SummaryContext = {
  /** The papers of the question. */
  liked: readonly { id: string; title: string }[];
  disliked: readonly { id: string; title: string }[];
  /** The id of the related paper. */
  paperId: string;
  measure: Measure;
  /** How a word is written whose stem is known. */
  wordOf: (stem: string) => string;
};

/** What is said of one paper and of two, and what a signal's things are called. */
const PHRASES: Record<Signal, { one: string; two: string; thing: string; things: string }> = {
  TOPIC: { one: 'is about', two: 'are about', thing: 'topic', things: 'topics' },
  ORG: { one: 'comes from', two: 'come from', thing: 'organisation', things: 'organisations' },
  AUTHOR: { one: 'is by', two: 'are by', thing: 'author', things: 'authors' },
  REPO: { one: 'has its code in', two: 'have their code in', thing: 'repository', things: 'repositories' },
  CITATION: { one: 'cites or is cited by', two: 'cite or are cited by', thing: 'paper', things: 'papers' },
  TEXT: { one: 'speaks of', two: 'speak of', thing: 'word', things: 'words' },
};

const MOST_NAMES = 3;

/** One sentence for people that says a reason, such as "Both are about diffusion model, which few papers have." */
export function summarise(context: SummaryContext, reason: RelatedReason): string {
  const { signal, shared, isRare } = reason;
  const phrase = PHRASES[signal];
  const list = listNames(context, signal, shared);
  if (context.measure === 'PERSONALISED_PAGERANK') {
    const thing = shared.length === 1 ? phrase.thing : phrase.things;
    return `Random walks from ${nameSeeds(context, reason)} come to it by the ${thing} ${list}.`;
  }
  if (signal === 'CITATION' && context.measure === 'SIMILARITY') return summariseCitations(context, reason);
  const remark = signal === 'TOPIC' && isRare ? ', which few papers have' : '';
  return `${upperFirst(likeSeeds(context, reason, phrase))} ${list}${remark}.`;
}

function seedsOf({ liked, disliked }: SummaryContext, { contribution }: RelatedReason) {
  return contribution < 0 ? disliked : liked;
}

function nameSeeds(context: SummaryContext, reason: RelatedReason): string {
  const papers = seedsOf(context, reason).length === 1 ? 'the paper' : 'papers';
  return `${papers} ${reason.contribution < 0 ? 'not wanted' : 'asked for'}`;
}

/** "both are", or of more papers and of those not wanted "like …, it is". */
function likeSeeds(
  context: SummaryContext,
  reason: RelatedReason,
  { one, two }: { one: string; two: string },
): string {
  if (reason.contribution >= 0 && context.liked.length === 1) return `both ${two}`;
  return `like ${nameSeeds(context, reason)}, it ${one}`;
}

/** Among what both papers cite or are may be one of the two themselves: then one cites the other. */
function summariseCitations(context: SummaryContext, reason: RelatedReason): string {
  const seeds = seedsOf(context, reason);
  const isSeed = ({ key }: SharedThing) => seeds.some(({ id }) => id === key);
  const isItself = ({ key }: SharedThing) => key === context.paperId;
  const cited = reason.shared.filter(isSeed);
  const others = reason.shared.filter((thing) => !isSeed(thing) && !isItself(thing));
  const clauses: string[] = [];
  if (cited.length > 0) clauses.push(`it cites ${listNames(context, 'CITATION', cited)}`);
  if (reason.shared.some(isItself)) {
    const [seed] = seeds;
    clauses.push(
      seed !== undefined && seeds.length === 1
        ? `“${seed.title}” cites it`
        : `${nameSeeds(context, reason)} cite it`,
    );
  }
  if (others.length > 0) {
    const both = likeSeeds(context, reason, { one: 'cites', two: 'cite' });
    clauses.push(`${both} ${listNames(context, 'CITATION', others)}`);
  }
  return `${upperFirst(clauses.join(', and '))}.`;
}

/** "A", "A and B", "A, B and C", "A, B, C and 2 more topics". */
function listNames({ wordOf }: SummaryContext, signal: Signal, things: readonly SharedThing[]): string {
  const names = things.slice(0, MOST_NAMES).map(({ key, name }) => {
    if (signal === 'TEXT') return `“${wordOf(key)}”`;
    return signal === 'CITATION' ? `“${name}”` : name;
  });
  const rest = things.length - names.length;
  if (rest > 0) names.push(`${rest} more ${rest === 1 ? PHRASES[signal].thing : PHRASES[signal].things}`);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
