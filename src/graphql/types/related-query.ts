import { unique } from '../../collections.ts';
import { PapergraphError } from '../../errors.ts';
import type { GraphStore } from '../../graph/graph-store.ts';
import { loadPapers } from '../../loaders/find-nodes.ts';
import type { Paper } from '../../model/paper.ts';
import { builder } from '../builder.ts';
import { relatedComplexity, relatedConnection } from '../related-connection.ts';
import { describePaperBy, PaperBy, resolvePapersBy, type By } from './paper-by.ts';
import { RelatedConnection } from './related-edge.ts';
import { comparisonArgs } from './related.ts';

const MOST_PAPERS = 20;

builder.queryField('related', (t) =>
  t.field({
    type: RelatedConnection,
    description:
      'Papers like these, but not like those: scored by the mean over the former less the mean over the latter, of which ' +
      'those above 0 are listed. Example: `related(papers: [{arxivId: "1706.03762"}], butNot: [{arxivId: "2005.14165"}])`.',
    args: {
      papers: t.arg({
        type: [PaperBy],
        required: true,
        description: `The papers to be like, 1 to ${MOST_PAPERS} of them.`,
      }),
      butNot: t.arg({
        type: [PaperBy],
        required: true,
        defaultValue: [],
        description: `The papers not to be like, at most ${MOST_PAPERS}.`,
      }),
      ...comparisonArgs,
      ...t.arg.connectionArgs(),
    },
    complexity: (args) => relatedComplexity(args, args.papers.length + (args.butNot?.length ?? 0)),
    resolve: async (_root, { papers, butNot, ...args }, context, info) => {
      checkCount('papers', papers, 1);
      checkCount('butNot', butNot, 0);
      const found = await findPapers(context.store, [...papers, ...butNot]);
      const liked = unique(found.slice(0, papers.length));
      const disliked = unique(found.slice(papers.length));
      return relatedConnection({ liked, disliked }, args, context, info);
    },
  }),
);

function checkCount(name: string, papers: readonly By[], least: number): void {
  if (papers.length >= least && papers.length <= MOST_PAPERS) return;
  throw new PapergraphError(
    'BAD_USER_INPUT',
    `Expected ${least} to ${MOST_PAPERS} papers in "${name}", but got ${papers.length}.`,
  );
}

/** The papers that are named, one object a paper however often it is named. */
async function findPapers(store: GraphStore, bys: readonly By[]): Promise<Paper[]> {
  const ids = await resolvePapersBy(store, bys);
  const known = new Map<string, Paper>();
  const papers = await loadPapers(store, unique(ids.filter((id) => id !== null)));
  const byGivenId = new Map<string, Paper>();
  for (const [index, id] of unique(ids.filter((given) => given !== null)).entries()) {
    const paper = papers[index];
    if (paper == null) continue;
    const one = known.get(paper.id) ?? paper;
    known.set(paper.id, one);
    byGivenId.set(id, one);
  }
  return bys.map((by, index) => {
    const paper = byGivenId.get(ids[index] ?? '');
    if (paper !== undefined) return paper;
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected papers of the graph, but got ${describePaperBy(by)}, which it does not have.`,
    );
  });
}
