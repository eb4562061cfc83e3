import { linkThemes, type ThemeLink } from '../analysis/co-occurrence/evolution.ts';
import type { Theme } from '../analysis/co-occurrence/themes.ts';
import { coOccurrenceNetwork, type NetworkAnswer, type NetworkArguments } from './co-occurrence-network.ts';
import type { Context } from './context.ts';
import type { PaperFilterInput } from './types/paper-filter.ts';
import type { PeriodInput } from './types/period.ts';

/** A theme of a period: `key` is unique in the answer, `topics` are keys, those of most papers first. */
export type PeriodTheme = Omit<Theme, 'items'> & {
  key: string;
  label: string;
  topics: string[];
  /** The sum over its topics of how many papers of the period have each. */
  occurrences: number;
};

/** A period with its network; its themes are found when they are asked for. */
export type EvolutionPeriod = PeriodInput & { network: NetworkAnswer; themes: () => Promise<PeriodTheme[]> };

/** How a theme goes on in one of the next period: both by `key`. */
export type EvolutionLink = Omit<ThemeLink, 'source' | 'target'> & { source: string; target: string };

/** The periods of an evolution, in the order given: the network of each is that of the papers under the filter and in it. */
export async function periodsOf(
  periods: readonly PeriodInput[],
  args: NetworkArguments,
  context: Context,
): Promise<EvolutionPeriod[]> {
  const found: EvolutionPeriod[] = [];
  // One after the other, so that no more than one part of the graph is in memory.
  for (const [number, period] of periods.entries()) {
    const filter = duringPeriod(args.filter ?? {}, period);
    const network = await coOccurrenceNetwork('TOPIC', { ...args, filter }, context);
    found.push({ ...period, network, themes: () => themesOfPeriod(number, network) });
  }
  return found;
}

/** All links between themes of consecutive periods: those of most topics in common first, then those of the highest inclusion. */
export async function evolutionLinks(periods: readonly EvolutionPeriod[]): Promise<EvolutionLink[]> {
  const themes = await Promise.all(periods.map(({ themes }) => themes()));
  const links = themes.slice(1).flatMap((later, place) => {
    const earlier = themes[place] ?? [];
    return linkThemes(topicsOfEach(earlier), topicsOfEach(later)).map(({ source, target, ...link }) => ({
      ...link,
      source: earlier[source]?.key ?? '',
      target: later[target]?.key ?? '',
    }));
  });
  // Sorting keeps the order of periods, and of each period's links, where links are equal in this.
  return links.sort((a, b) => b.shared.length - a.shared.length || b.inclusion - a.inclusion);
}

async function themesOfPeriod(
  period: number,
  { keys, names, network, clustering }: NetworkAnswer,
): Promise<PeriodTheme[]> {
  const { themes } = await clustering();
  return themes.map(({ items, ...theme }, number) => ({
    ...theme,
    key: `${period}.${number}`,
    label: names[items[0] ?? 0] ?? '',
    topics: Array.from(items, (item) => keys[item] ?? ''),
    occurrences: items.reduce((sum, item) => sum + (network.occurrences[item] ?? 0), 0),
  }));
}

const topicsOfEach = (themes: readonly PeriodTheme[]) => themes.map(({ topics }) => topics);

/** Beside other conditions rather than around them, since filters may be but so deep. */
function duringPeriod(filter: PaperFilterInput, { since, until }: PeriodInput): PaperFilterInput {
  return { ...filter, and: [...(filter.and ?? []), { publishedSince: since, publishedUntil: until }] };
}
