import { lastUsed } from '../collections.ts';
import { SOURCES } from '../model/source.ts';
import { degreeOf, neighboursOf } from './adjacency.ts';
import { derived } from './derived.ts';
import type { PaperFilter } from './paper-filter.ts';
import {
  differenceOf,
  everyPaper,
  listedIn,
  listedPapers,
  selectPapers,
  unionOf,
  type PaperSet,
} from './paper-set.ts';
import { mostPapersWithPhrase, papersWithPhrase } from './phrases.ts';
import { dayOf, UNKNOWN, type LinkKind, type Projection } from './projection.ts';

/** So many sets are remembered at most, of 25 kB each for 200,000 papers. */
const MOST_REMEMBERED = 64;

/** The papers that pass a filter. A filter that is asked for again has the same set, until the projection changes. */
export function matchingPapers(projection: Projection, filter: PaperFilter): PaperSet {
  return lastUsed(derived(projection, noSets), JSON.stringify(filter), MOST_REMEMBERED, () =>
    matchingOf(projection, filter, everyPaper(projection)),
  );
}

const noSets = (): Map<string, PaperSet> => new Map();

/** Those papers of a set that pass a filter. */
export function matchingOf(projection: Projection, filter: PaperFilter, within: PaperSet): PaperSet {
  if (within.size === 0) return within;
  if ('all' in filter) {
    // What few papers have comes first: then the others are asked of these few only.
    return filter.all
      .map((part) => ({ part, most: mostMatching(projection, part) }))
      .sort((a, b) => a.most - b.most)
      .reduce((found, { part }) => matchingOf(projection, part, found), within);
  }
  if ('any' in filter) {
    const found = filter.any.map((part) => matchingOf(projection, part, within));
    const [only] = found;
    return found.length === 1 && only !== undefined ? only : unionOf(projection, found);
  }
  if ('not' in filter) return differenceOf(projection, within, matchingOf(projection, filter.not, within));
  if ('phrase' in filter) return papersWithPhrase(projection, filter.phrase, within);
  const link = linkOf(filter);
  if (link === null) return selectPapers(projection, within, testOf(projection, filter));
  const node = projection.nodes[link.kind].numberOf.get(link.key);
  if (node === undefined) return listedPapers(new Uint32Array(0));
  return listedIn(projection, within, neighboursOf(projection.links[link.kind].backward, node));
}

/** How many papers pass a filter at most, as far as that is known without looking at them. */
function mostMatching(projection: Projection, filter: PaperFilter): number {
  if ('all' in filter) return Math.min(Infinity, ...filter.all.map((part) => mostMatching(projection, part)));
  if ('any' in filter) return filter.any.reduce((sum, part) => sum + mostMatching(projection, part), 0);
  if ('phrase' in filter) return mostPapersWithPhrase(projection, filter.phrase);
  const link = linkOf(filter);
  if (link === null) return Infinity;
  const node = projection.nodes[link.kind].numberOf.get(link.key);
  return node === undefined ? 0 : degreeOf(projection.links[link.kind].backward, node);
}

function linkOf(filter: PaperFilter): { kind: Exclude<LinkKind, 'CITATION'>; key: string } | null {
  if ('topic' in filter) return { kind: 'TOPIC', key: filter.topic };
  if ('org' in filter) return { kind: 'ORG', key: filter.org };
  if ('author' in filter) return { kind: 'AUTHOR', key: filter.author };
  return null;
}

/** Whether a paper passes a filter that asks for what stands in a column. */
function testOf({ papers, links }: Projection, filter: PaperFilter): (paper: number) => boolean {
  const { publishedOn, upvotes, sources } = papers;
  if ('source' in filter) {
    const bit = 1 << SOURCES.indexOf(filter.source);
    return (paper) => ((sources[paper] ?? 0) & bit) !== 0;
  }
  if ('hasRepo' in filter) {
    const { hasRepo } = filter;
    const { lengths } = links.REPO.forward;
    return (paper) => (lengths[paper] ?? 0) > 0 === hasRepo;
  }
  if ('minUpvotes' in filter) return between(upvotes, filter.minUpvotes, Infinity);
  if ('maxUpvotes' in filter) return between(upvotes, -Infinity, filter.maxUpvotes);
  if ('since' in filter) return between(publishedOn, dayOf(filter.since), Infinity);
  if ('until' in filter) return between(publishedOn, -Infinity, dayOf(filter.until));
  throw new TypeError(`Expected a filter of papers, but got ${JSON.stringify(filter)}.`);
}

function between(column: Int32Array, least: number, most: number): (paper: number) => boolean {
  return (paper) => {
    const value = column[paper] ?? UNKNOWN;
    return value !== UNKNOWN && value >= least && value <= most;
  };
}
