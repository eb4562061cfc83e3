import type { Theme } from '../analysis/co-occurrence/themes.ts';
import type { NetworkAnswer } from './co-occurrence-network.ts';

/** An item of a network, by its number in it. */
export type NetworkItem = { answer: NetworkAnswer; item: number };
/** A link of a network, by its number in it. */
export type NetworkLink = { answer: NetworkAnswer; link: number };
/** A cluster of a network, by its number. */
export type NetworkCluster = { answer: NetworkAnswer; cluster: number; theme: Theme };

/** The first items of a network, all of them where null. */
export function firstItems(answer: NetworkAnswer, first: number | null): NetworkItem[] {
  const length = Math.min(answer.network.itemCount, first ?? Infinity);
  return Array.from({ length }, (_, item) => ({ answer, item }));
}

/** The strongest links of a network by the measure that was asked for; equal ones in the order of their items. */
export async function strongestLinks(answer: NetworkAnswer, first: number): Promise<NetworkLink[]> {
  const links = await answer.strongestLinks();
  return Array.from(links.subarray(0, first), (link) => ({ answer, link }));
}

/** The two items of a link, by number: the one of more papers first. */
export function endsOfLink({ answer: { network }, link }: NetworkLink): [source: number, target: number] {
  return [network.sources[link] ?? 0, network.targets[link] ?? 0];
}
