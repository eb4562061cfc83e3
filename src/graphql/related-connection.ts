import type { GraphQLResolveInfo } from 'graphql';
import { listedPaper, type ListedPaper } from '../analysis/listed-paper.ts';
import { matchingPapers } from '../analysis/matching-papers.ts';
import { bitsOf, isMarked } from '../analysis/paper-set.ts';
import type { Projection } from '../analysis/projection.ts';
import { readChoice, type Measure, type RelatedOrder, type Signal } from '../analysis/related/question.ts';
import { reasonsOf, type RelatedReason } from '../analysis/related/reasons.ts';
import { rankRelated, type RelatedPapers } from '../analysis/related/related-papers.ts';
import { summarise } from '../analysis/related/summary.ts';
import { wordForms } from '../analysis/related/word-forms.ts';
import type { Paper } from '../model/paper.ts';
import { asksFor } from './asks-for.ts';
import { resolvePaperFilter } from './resolve-paper-filter.ts';
import type { PaperFilterInput } from './types/paper-filter.ts';
import type { Context } from './context.ts';
import { wholePaper } from './types/nodes.ts';
import { connectionOfRanking, pageSizeOf, type ConnectionArguments } from './connection.ts';

/** A reason with how its words are written and the sentence that says it, both made only where asked for. */
export type ShownReason = RelatedReason & {
  findWords: () => Promise<WordOf>;
  summarise: () => Promise<string>;
};
type WordOf = (stem: string) => string;

/** That a paper is related to what was asked for. */
export type RelatedEdge = { node: ListedPaper; score: number; reasons: ShownReason[] };

/** The arguments of every field that gives related papers. */
export type RelatedArguments = ConnectionArguments & {
  by?: readonly Signal[] | null | undefined;
  weights?: Partial<Record<Signal, number | null | undefined>> | null | undefined;
  measure: Measure;
  filter?: PaperFilterInput | null | undefined;
  orderBy: RelatedOrder;
};

/** The papers that a question is about: those that are to be like, and those that are not. */
export type RelatedSeeds = { liked: readonly ListedPaper[]; disliked: readonly ListedPaper[] };

/** The page of related papers that the arguments ask for. Throws `BAD_USER_INPUT` for signals and weights that don't go together. */
export async function relatedConnection(
  { liked, disliked }: RelatedSeeds,
  args: RelatedArguments,
  context: Context,
  info: GraphQLResolveInfo,
) {
  const { loaders } = context;
  const { signals, weights } = readChoice(args);
  const { measure, orderBy } = args;
  const filter = await resolvePaperFilter(args.filter, loaders);
  const projectionOf = loaders.relatedTo(signals, measure, filter);
  const [projection] = await Promise.all([...liked, ...disliked].map(({ id }) => projectionOf.load(id)));
  if (projection === undefined) throw new Error('there is always a paper that others are related to');
  const numbersOf = (papers: readonly ListedPaper[]) =>
    papers.flatMap(({ id }) => projection.nodes.PAPER.numberOf.get(id) ?? []);
  const wanted = args.filter == null ? null : bitsOf(projection, matchingPapers(projection, filter));
  const question = {
    isWanted: wanted === null ? null : (paper: number) => isMarked(wanted, paper),
    liked: numbersOf(liked),
    disliked: numbersOf(disliked),
    signals,
    weights,
    measure,
    order: orderBy,
    most: isFirstPage(args) && !asksFor(info, 'totalCount') ? pageSizeOf(args) + ONE_MORE : undefined,
  };
  const withReasons = asksFor(info, 'edges', 'reasons');
  const show = reasonShower({ liked, disliked }, measure, (paper) => wholePaper(paper, context));
  return rankRelated(projection, question, (related) =>
    connectionOfRanking(related.ranking, args, {
      name: `related ${measure} ${orderBy}`,
      keyLength: orderBy === 'RELEVANCE' ? 2 : 3,
      edgesOf: (papers) =>
        papers.map((paper) => edgeOf(projection, related, paper, withReasons ? show : null)),
    }),
  );
}

/** Scoring costs more than a look-up, for each paper that others are to be like; a walk goes through the whole graph. */
export function relatedComplexity(
  args: ConnectionArguments & { measure?: Measure | null | undefined },
  seedCount: number,
): { field: number; multiplier: number } {
  const cost = args.measure === 'PERSONALISED_PAGERANK' ? 5_000 : 10;
  return { field: cost * Math.max(1, seedCount), multiplier: Math.max(1, pageSizeOf(args)) };
}

/** By whether there is one more than a page has, it is known that another page follows. */
const ONE_MORE = 1;

function isFirstPage({ last, after, before }: ConnectionArguments): boolean {
  return last == null && after == null && before == null;
}

type ShowReason = (reason: RelatedReason, paperId: string) => ShownReason;

function reasonShower(
  { liked, disliked }: RelatedSeeds,
  measure: Measure,
  loadWhole: (paper: ListedPaper) => Paper | Promise<Paper | null>,
): ShowReason {
  let finding: Promise<WordOf> | null = null;
  const findForms = async (): Promise<WordOf> => {
    const papers = await Promise.all([...liked, ...disliked].map(async (paper) => loadWhole(paper)));
    const forms = wordForms(papers.map((paper) => `${paper?.title ?? ''} ${paper?.abstract ?? ''}`));
    return (stem) => forms.get(stem) ?? stem;
  };
  const findWords = () => (finding ??= findForms());
  return (reason, paperId) => ({
    ...reason,
    findWords,
    summarise: async () => {
      // Only a reason by text has words.
      const wordOf = reason.signal === 'TEXT' ? await findWords() : (stem: string) => stem;
      return summarise({ liked, disliked, paperId, measure, wordOf }, reason);
    },
  });
}

function edgeOf(
  projection: Projection,
  { scoreOf, explain }: RelatedPapers,
  paper: number,
  show: ShowReason | null,
): RelatedEdge {
  const node = listedPaper(projection, paper);
  const reasons =
    show === null ? [] : reasonsOf(projection, explain(paper)).map((reason) => show(reason, node.id));
  return { node, score: scoreOf(paper), reasons };
}
