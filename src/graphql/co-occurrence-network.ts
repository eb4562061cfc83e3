import type { Analyst, Centralities, Clustering } from '../analysis/analyses.ts';
import { chooseItems } from '../analysis/co-occurrence/choose-items.ts';
import type { ClusteringOptions } from '../analysis/co-occurrence/clustering.ts';
import type { Counting } from '../analysis/co-occurrence/count-pairs.ts';
import { incidenceOf } from '../analysis/co-occurrence/incidence.ts';
import type { Layout } from '../analysis/co-occurrence/layout.ts';
import type { LinkMeasure } from '../analysis/co-occurrence/link-measures.ts';
import type { Network } from '../analysis/co-occurrence/network.ts';
import { matchingPapers } from '../analysis/matching-papers.ts';
import { numbersOfKeys } from '../analysis/papers-of-node.ts';
import { PapergraphError } from '../errors.ts';
import { orgSlug } from '../model/org.ts';
import type { Context } from './context.ts';
import { resolvePaperFilter } from './resolve-paper-filter.ts';
import type { PaperFilterInput } from './types/paper-filter.ts';

/** What networks are made of. */
export type NetworkKind = 'TOPIC' | 'ORG';

/** What a request asks of a network; the names of topics or the slugs of orgs are in `among`, null for all. */
export type NetworkArguments = {
  filter?: PaperFilterInput | null | undefined;
  among: readonly string[] | null;
  top: number;
  minCount: number;
  minLinkStrength: number;
  measure: LinkMeasure;
  clustering: ClusteringOptions;
  counting: Counting;
};

/** A network with what it is made of. What takes long is computed when it is asked for, and once. */
export type NetworkAnswer = {
  kind: NetworkKind;
  args: NetworkArguments;
  /** The keys of the items and the names to display. */
  keys: readonly string[];
  names: readonly string[];
  network: Network;
  centralities: () => Promise<Centralities>;
  clustering: () => Promise<Clustering>;
  layout: () => Promise<Layout>;
};

/** The network that a request asks for. Throws `BAD_USER_INPUT` for a name that the graph does not have. */
export async function coOccurrenceNetwork(
  kind: NetworkKind,
  args: NetworkArguments,
  { projector, loaders, analyst, signal }: Pick<Context, 'projector' | 'loaders' | 'analyst' | 'signal'>,
): Promise<NetworkAnswer> {
  const filter = await resolvePaperFilter(args.filter, loaders);
  const among = args.among === null ? null : await keysOf(kind, args.among, loaders);
  const projection = await projector.matching(filter);
  const papers = matchingPapers(projection, filter);
  const chosen = chooseItems(projection, kind, papers, {
    top: args.top,
    minCount: args.minCount,
    among: among === null ? null : numbersOfKeys(projection, kind, among),
  });
  const incidence = incidenceOf(projection, kind, papers, chosen);
  const { keys, names } = projection.nodes[kind];
  const { counting, minLinkStrength, measure, clustering } = args;
  const items = {
    kind,
    args,
    keys: chosen.map((node) => keys[node] ?? ''),
    names: chosen.map((node) => names[node] ?? ''),
  };
  const network = await analyst('network', { incidence, options: { counting, minLinkStrength } }, signal);
  return { ...items, network, ...analysesOf(network, { measure, clustering }, analyst, signal) };
}

function analysesOf(
  network: Network,
  { measure, clustering }: Pick<NetworkArguments, 'measure' | 'clustering'>,
  analyst: Analyst,
  signal: AbortSignal,
): Pick<NetworkAnswer, 'centralities' | 'clustering' | 'layout'> {
  return {
    centralities: once(() => analyst('centralities', network, signal)),
    clustering: once(() => analyst('clustering', { network, measure, clustering }, signal)),
    layout: once(() => analyst('layout', { network, measure, seed: clustering.seed }, signal)),
  };
}

function once<Value>(compute: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => (value ??= compute());
}

async function keysOf(
  kind: NetworkKind,
  names: readonly string[],
  { topicKey, slugOfOrg }: Context['loaders'],
): Promise<string[]> {
  const find = (name: string) => (kind === 'TOPIC' ? topicKey.load(name) : slugOfOrg.load(orgSlug(name)));
  const keys = await Promise.all(names.map(find));
  return keys.map((key, index) => {
    if (key !== null) return key;
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected ${kind === 'TOPIC' ? 'topics' : 'orgs'} of the graph, but got "${names[index]}", which it does not have.`,
    );
  });
}
