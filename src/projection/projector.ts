import type { GraphStore } from '../graph/graph-store.ts';
import type { PaperFilter } from '../analysis/paper-filter.ts';
import type { LinkKind, NodeKind, Projection } from '../analysis/projection.ts';

/** A node by its kind and key. */
export type NodeRef = { kind: NodeKind; key: string };

/**
 * Gives the projection in which a question can be answered by the functions of `analysis/`. Kept in memory, it is always
 * that of the whole graph; else it is made for the question, of what the database finds, and only so large.
 */
export type Projector = {
  /** All papers that pass a filter, with what they are linked to. */
  matching(filter: PaperFilter): Promise<Projection>;

  /**
   * Papers, and all that share with one of them what links of these kinds lead to, or, with `byText`, a telling word; each
   * with all its links and, with `withTexts`, its text.
   */
  relatedTo(
    paperIds: readonly string[],
    options: { kinds: readonly LinkKind[]; byText: boolean; withTexts: boolean },
  ): Promise<Projection>;

  /**
   * Nodes, and what so many links of these kinds lead to from them; with no steps the nodes alone, of which is known how
   * many papers they have. With `withTexts` papers come with their texts.
   */
  around(
    nodes: readonly NodeRef[],
    options: { kinds: readonly LinkKind[]; steps: number; withTexts?: boolean },
  ): Promise<Projection>;

  /** All nodes of a kind, of which is known how many papers they have. */
  all(kind: NodeKind): Promise<Projection>;

  /**
   * All nodes of these kinds that have one of the words in their names or, if they are papers, in their texts; also words
   * close to them. Words are folded; one that ends in `*` stands for all that begin with it.
   */
  mentioning(words: readonly string[], kinds: readonly NodeKind[]): Promise<Projection>;

  /** The names to display of nodes of a kind, by key: in the order of the keys, empty where a node is gone. */
  namesOf(kind: Exclude<NodeKind, 'PAPER'>, keys: readonly string[]): Promise<string[]>;
};

/** A projector that follows what is written to a store. */
export type FollowingProjector = Projector & {
  /** The projector for one request, whose store counts statements. */
  forRequest(store: GraphStore): Projector;

  /** Begins to follow; without it the projection is made when it is first asked for, and follows when told to. */
  start(): void;

  /** How much of the graph has been read, in steps; null once questions are answered. */
  progress(): { done: number; of: number } | null;

  /** Waits until questions are answered from all that was written before this call. */
  catchUp(): Promise<void>;

  /** Ends following, and what is being read. To be called before the store is closed. */
  stop(): Promise<void>;
};
