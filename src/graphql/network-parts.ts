import {
  countsOfLink,
  observedToExpected,
  strengthsOf,
  totalCountOf,
  type LinkCounts,
} from '../analysis/co-occurrence/link-measures.ts';
import type { Network } from '../analysis/co-occurrence/network.ts';
import { weightedDegreesOf } from '../analysis/co-occurrence/node-measures.ts';
import type { Theme } from '../analysis/co-occurrence/themes.ts';
import { rankingOf } from '../analysis/ranking.ts';
import { rememberedFor } from '../collections.ts';
import type { NetworkAnswer } from './co-occurrence-network.ts';

/** An item of a network, by its number in it. */
export type NetworkItem = { answer: NetworkAnswer; item: number };
/** A link of a network, by its number in it. */
export type NetworkLink = { answer: NetworkAnswer; link: number };
/** A cluster of a network, by its number. */
export type NetworkCluster = { answer: NetworkAnswer; cluster: number; theme: Theme };

const degrees = rememberedFor(weightedDegreesOf);
const totalCount = rememberedFor(totalCountOf);

/** The sum of the counts of an item's links. */
export function degreeOfItem({ answer: { network }, item }: NetworkItem): number {
  return degrees(network)[item] ?? 0;
}

/** The sum of the counts of all links. */
export function totalCountOfLinks({ network }: NetworkAnswer): number {
  return totalCount(network);
}

/** The first items of a network, all of them where null. */
export function firstItems(answer: NetworkAnswer, first: number | null): NetworkItem[] {
  const length = Math.min(answer.network.itemCount, first ?? Infinity);
  return Array.from({ length }, (_, item) => ({ answer, item }));
}

/** The strongest links of a network by the measure that was asked for; equal ones in the order of their items. */
export function strongestLinks(answer: NetworkAnswer, first: number): NetworkLink[] {
  const { sources, targets } = answer.network;
  const strengths = strengthsOf(answer.network, answer.args.measure);
  const compare = (a: number, b: number) =>
    (strengths[b] as number) - (strengths[a] as number) ||
    (sources[a] as number) - (sources[b] as number) ||
    (targets[a] as number) - (targets[b] as number);
  return rankingOf(
    sources.map((_, link) => link),
    // Nobody asks for places by key: links are no connection.
    { compare, values: strengths, compareToKey: () => 0, keyOf: (link) => [link] },
  )
    .slice(0, Math.min(first, sources.length))
    .map((link) => ({ answer, link }));
}

/** The two items of a link, by number: the one of more papers first. */
export function endsOfLink({ answer: { network }, link }: NetworkLink): [source: number, target: number] {
  return [network.sources[link] ?? 0, network.targets[link] ?? 0];
}

/** What most measures of a link follow from. */
export function countsOf({ answer: { network }, link }: NetworkLink): LinkCounts {
  return countsOfLink(network, link);
}

/** How often a link's items occur together, to how often they would if links were laid by chance. */
export function observedToExpectedOfLink(of: NetworkLink): number {
  const { network }: { network: Network } = of.answer;
  const [source, target] = endsOfLink(of);
  const ends = [degrees(network)[source] ?? 0, degrees(network)[target] ?? 0] as const;
  return observedToExpected(network.counts[of.link] ?? 0, ends, totalCount(network));
}
