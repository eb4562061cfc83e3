import { compareText, groupBy } from '../collections.ts';
import { personKey, type AuthorMention } from '../model/author.ts';
import { DATE_PRECISIONS, firstDayOf, precisionOf } from '../model/date.ts';
import type { Observation } from '../model/observation.ts';
import type { OrgMention } from '../model/org.ts';
import type { Fact, Facts, Paper } from '../model/paper.ts';
import type { RepoMention } from '../model/repo.ts';
import { rankOfSource } from '../model/source.ts';
import { mergeObservations, says, timeOf, type TimedRecord } from '../model/timed-record.ts';
import { recordKeyOf } from './record-keys.ts';

/** What the sources of a paper say together: its own properties, and what it is linked to. */
export type PaperDescription = {
  paper: Omit<Paper, 'id'>;
  authors: AuthorMention[];
  orgs: OrgMention[];
  repos: RepoMention[];
  references: string[];
  citedBy: string[];
};

/**
 * Makes one paper of what its sources say. Of a single fact the most trusted source is believed (`SOURCES` has the
 * order), its latest word first; a date that is known to the day comes before one known to the month or year. Lists
 * are those of all sources; authors are those of the most trusted source, with the ids that others know of them.
 */
export function describePaper(records: readonly TimedRecord[]): PaperDescription {
  const trusted = sortByTrust(records);
  const believed = <F extends Fact>(fact: F): Facts[F] => believe(trusted, fact);
  const publishedOn = believePublicationDate(records);
  const authors = nameAuthors(trusted);
  const observed = observationsOf(records);
  const newest = new Map(observed.map(({ metric, value }) => [metric, value]));
  const title = believed('title');
  return {
    paper: {
      title,
      abstract: believed('abstract'),
      publishedOn: publishedOn === null ? null : firstDayOf(publishedOn),
      publishedPrecision: publishedOn === null ? null : precisionOf(publishedOn),
      arxivId: believed('arxivId'),
      doi: believed('doi'),
      openAlexId: believed('openAlexId'),
      semanticScholarId: believed('semanticScholarId'),
      authorCount: believed('authorCount') ?? (authors.length > 0 ? authors.length : null),
      authorNames: authors.map(({ name }) => name),
      projectPage: believed('projectPage'),
      keywords: uniqueBy(
        trusted.flatMap(({ keywords }) => keywords),
        ({ text, source }) => `${source} ${text}`,
      ),
      upvotes: newest.get('UPVOTES') ?? null,
      commentCount: newest.get('COMMENTS') ?? null,
      starCount: newest.get('STARS') ?? null,
      upvotesPerDay: upvotesPerDay(observed, publishedOn),
    },
    authors,
    orgs: orgsOf(trusted),
    repos: surestRepos(trusted),
    references: [...new Set(records.flatMap(({ references }) => references))].sort(),
    citedBy: [...new Set(records.flatMap(({ citedBy }) => citedBy))].sort(),
  };
}

function sortByTrust(records: readonly TimedRecord[]): TimedRecord[] {
  return [...records].sort(
    (a, b) => rankOfSource(a.source) - rankOfSource(b.source) || compareText(recordKeyOf(a), recordKeyOf(b)),
  );
}

function believe<F extends Fact>(trusted: readonly TimedRecord[], fact: F): Facts[F] {
  let [best] = trusted;
  for (const record of trusted) {
    if (best === undefined || !says(record, fact)) continue;
    const isLater = record.source === best.source && timeOf(record, fact) > timeOf(best, fact);
    if (!says(best, fact) || isLater) best = record;
  }
  if (best === undefined) throw new TypeError('a paper without a record has nothing to say');
  return best[fact];
}

function believePublicationDate(records: readonly TimedRecord[]): string | null {
  const precision = (record: TimedRecord) => DATE_PRECISIONS.indexOf(precisionOf(record.publishedOn ?? ''));
  const dated = records.filter((record) => says(record, 'publishedOn'));
  const finest = Math.min(...dated.map(precision));
  const trusted = sortByTrust(dated.filter((record) => precision(record) === finest));
  return trusted.length === 0 ? null : believe(trusted, 'publishedOn');
}

/** Other sources' ids go to the author of the same name, where only one has it. */
function nameAuthors(trusted: readonly TimedRecord[]): AuthorMention[] {
  const authors = believe(trusted, 'authors');
  const others = trusted.map((record) => record.authors).filter((list) => list !== authors);
  const keys = authors.map(({ name }) => personKey(name));
  return authors.map((author, index) => {
    const key = keys[index];
    if (keys.indexOf(key ?? '') !== keys.lastIndexOf(key ?? '')) return author;
    return others.reduce((known, list) => {
      const [same, ...more] = list.filter(({ name }) => personKey(name) === key);
      return same === undefined || more.length > 0 ? known : withIdsOf(known, same);
    }, author);
  });
}

function withIdsOf(author: AuthorMention, other: AuthorMention): AuthorMention {
  return {
    name: author.name,
    orcid: author.orcid ?? other.orcid,
    openAlexId: author.openAlexId ?? other.openAlexId,
    semanticScholarId: author.semanticScholarId ?? other.semanticScholarId,
    hfUser: author.hfUser ?? other.hfUser,
  };
}

/** An organisation that two records name alike has the ROR id and country that either knows. */
function orgsOf(trusted: readonly TimedRecord[]): OrgMention[] {
  const mentions = groupBy(
    trusted.flatMap(({ orgs }) => orgs),
    ({ slug, name, source }) => `${slug} ${source} ${name}`,
  );
  return [...mentions]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, [first, ...others]]) => {
      if (first === undefined) return [];
      const ror = first.ror ?? others.find((other) => other.ror !== null)?.ror ?? null;
      const country = first.country ?? others.find((other) => other.country !== null)?.country ?? null;
      return [{ ...first, ror, country }];
    });
}

/** Hosts ignore case: of several spellings the first in order stands, whichever source is the surest. */
function surestRepos(trusted: readonly TimedRecord[]): RepoMention[] {
  const mentions = groupBy(
    trusted.flatMap(({ repos }) => repos),
    ({ url }) => url,
  );
  return [...mentions.values()]
    .flatMap((ofOne) => {
      // The order of trust stays among those that are equally sure.
      const [surest] = [...ofOne].sort((a, b) => b.confidence - a.confidence);
      const [owner] = ofOne.map((mention) => mention.owner).sort(compareText);
      const [name] = ofOne.map((mention) => mention.name).sort(compareText);
      return surest === undefined || owner === undefined || name === undefined
        ? []
        : [{ ...surest, owner, name }];
    })
    .sort((a, b) => compareText(a.url, b.url));
}

/** All that was observed of a paper by any of its sources, by metric and time. */
export function observationsOf(records: readonly TimedRecord[]): Observation[] {
  return records.reduce<Observation[]>((seen, { observations }) => mergeObservations(seen, observations), []);
}

const DAY_MS = 86_400_000;

/**
 * How many upvotes a paper gained a day, between its first and its newest observation; where it was observed once, since
 * it was published. Less than a day counts as one.
 */
function upvotesPerDay(observed: readonly Observation[], publishedOn: string | null): number | null {
  const upvotes = observed.filter(({ metric }) => metric === 'UPVOTES');
  const [first, newest] = [upvotes[0], upvotes.at(-1)];
  if (first === undefined || newest === undefined) return null;
  const [value, from] =
    first === newest ? [0, publishedOn === null ? null : firstDayOf(publishedOn)] : [first.value, first.at];
  if (from === null) return null;
  const days = (Date.parse(newest.at ?? '') - Date.parse(from)) / DAY_MS;
  return (newest.value - value) / Math.max(1, days);
}

/** The first item of each key, in the order of the keys. */
function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const found = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (!found.has(key)) found.set(key, item);
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, item]) => item);
}
