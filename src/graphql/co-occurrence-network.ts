import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Centralities, Clustering } from '../analysis/analyses.ts';
import { chooseItems } from '../analysis/co-occurrence/choose-items.ts';
import type { ClusteringOptions } from '../analysis/co-occurrence/clustering.ts';
import type { Counting } from '../analysis/co-occurrence/pairs.ts';
import { readIncidence, type Incidence } from '../analysis/co-occurrence/incidence.ts';
import type { Layout } from '../analysis/co-occurrence/layout.ts';
import type { LinkMeasure } from '../analysis/co-occurrence/link-measures.ts';
import type { Network } from '../analysis/co-occurrence/network.ts';
import { untilChanged } from '../analysis/derived.ts';
import { matchingOf, matchingPapers } from '../analysis/matching-papers.ts';
import type { PaperFilter } from '../analysis/paper-filter.ts';
import { numbersOfKeys } from '../analysis/papers-of-node.ts';
import type { Projection } from '../analysis/projection.ts';
import { PapergraphError } from '../errors.ts';
import { orgSlug } from '../model/org.ts';
import type { Context } from './context.ts';
import type { CountedPapers } from './paper-connection.ts';
import { rememberedNetwork } from './remembered-networks.ts';
import { resolvePaperFilter } from './resolve-paper-filter.ts';
import type { PaperFilterInput } from './types/paper-filter.ts';

/** So many links of a network are given at most: the strongest. */
export const MOST_LINKS = 10_000;

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
  /** The numbers of the strongest links by the measure, the strongest first: at most `MOST_LINKS`. */
  strongestLinks: () => Promise<Uint32Array>;
  /** The papers that have both of two items, which are the evidence of their link. */
  papersOfBoth: (items: readonly [number, number]) => CountedPapers;
};

/**
 * The network that a request asks for; one that was asked for before is remembered until the graph changes. Throws
 * `BAD_USER_INPUT` for a name that the graph does not have.
 */
export async function coOccurrenceNetwork(
  kind: NetworkKind,
  args: NetworkArguments,
  { projector, loaders, analyst, signal }: Pick<Context, 'projector' | 'loaders' | 'analyst' | 'signal'>,
): Promise<NetworkAnswer> {
  const filter = await resolvePaperFilter(args.filter, loaders);
  const among = args.among === null ? null : await keysOf(kind, args.among, loaders);
  const projection = await projector.matching(filter);
  const { top, minCount, minLinkStrength, counting, measure, clustering } = args;
  const name = JSON.stringify({ kind, filter, among, top, minCount, minLinkStrength, counting });

  const { counted, part } = rememberedNetwork(projection, name, async (ending) => {
    const { keys, incidence } = await readItems(projection, kind, filter, { top, minCount, among });
    return {
      keys,
      network: await analyst('network', { incidence, options: { counting, minLinkStrength } }, ending),
    };
  });
  const { keys, network } = await counted(signal);
  const names = await projector.namesOf(kind, keys);

  const centralities = part('centralities', (ending) => analyst('centralities', network, ending));
  const clusters = part(JSON.stringify({ measure, clustering }), (ending) =>
    analyst('clustering', { network, measure, clustering }, ending),
  );
  const { seed } = clustering;
  const layout = part(JSON.stringify({ seed }), (ending) => analyst('layout', { network, seed }, ending));
  const strongest = part(JSON.stringify({ measure }), (ending) =>
    analyst('strongestLinks', { network, measure, most: MOST_LINKS }, ending),
  );
  const has = (key: string): PaperFilter => (kind === 'TOPIC' ? { topic: key } : { org: key });
  return {
    kind,
    args,
    keys,
    names,
    network,
    centralities: once(() => centralities(signal)),
    clustering: once(() => clusters(signal)),
    layout: once(() => layout(signal)),
    strongestLinks: once(() => strongest(signal)),
    papersOfBoth: ([a, b]) => ({
      projection,
      find: untilChanged(projection, () =>
        matchingOf(
          projection,
          { all: [has(keys[a] ?? ''), has(keys[b] ?? '')] },
          matchingPapers(projection, filter),
        ),
      ),
    }),
  };
}

/** Chooses the items of a network and reads which papers have them. Others have their turn meanwhile. */
async function readItems(
  projection: Projection,
  kind: NetworkKind,
  filter: PaperFilter,
  choice: Pick<NetworkArguments, 'top' | 'minCount' | 'among'>,
): Promise<{ keys: string[]; incidence: Incidence }> {
  const { version } = projection;
  const papers = matchingPapers(projection, filter);
  const { among } = choice;
  const chosen = chooseItems(projection, kind, papers, {
    ...choice,
    among: among === null ? null : numbersOfKeys(projection, kind, among),
  });
  const steps = readIncidence(projection, kind, papers, chosen);
  for (;;) {
    await nextTurn();
    // What was chosen and read is good until the projection changes.
    if (projection.version !== version) return readItems(projection, kind, filter, choice);
    const step = steps.next();
    if (step.done !== true) continue;
    return { keys: chosen.map((node) => projection.nodes[kind].keys[node] ?? ''), incidence: step.value };
  }
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
