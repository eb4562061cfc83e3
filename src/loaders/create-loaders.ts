import DataLoader from 'dataloader';
import type { GraphStore } from '../graph/graph-store.ts';
import { authorsOfPapers } from '../graph/statements/authors.ts';
import { orgsOfPapers } from '../graph/statements/orgs.ts';
import { reposOfPapers } from '../graph/statements/repos.ts';
import { topicsOfPapers } from '../graph/statements/topics.ts';
import type { Projector } from '../projection/projector.ts';
import { aroundLoader } from './around-loader.ts';
import { findTopicKeys, loadOrgs } from './find-nodes.ts';
import { matchingLoader } from './matching-loader.ts';
import { recordsLoader } from './records-loader.ts';
import { relatedLoader } from './related-loader.ts';
import { relationshipLoader } from './relationship-loader.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** The loaders of one request: they batch what its fields ask for and remember it until the request ends. */
export function createLoaders(store: GraphStore, projector: Projector) {
  const byPaper = {
    params: (ids: string[]) => ({ ids }),
    keyOf: ({ paperId }: { paperId: string }) => paperId,
  };

  return {
    authorsOfPaper: relationshipLoader(store, authorsOfPapers, byPaper),
    topicsOfPaper: relationshipLoader(store, topicsOfPapers, byPaper),
    orgsOfPaper: relationshipLoader(store, orgsOfPapers, byPaper),
    reposOfPaper: relationshipLoader(store, reposOfPapers, byPaper),
    recordsOfPaper: recordsLoader(store),
    /** Projections with a node and its papers. */
    papersOf: {
      TOPIC: aroundLoader(projector, 'TOPIC', { kinds: ['TOPIC'], steps: 1, withTexts: true }),
      ORG: aroundLoader(projector, 'ORG', { kinds: ['ORG'], steps: 1, withTexts: true }),
      AUTHOR: aroundLoader(projector, 'AUTHOR', { kinds: ['AUTHOR'], steps: 1, withTexts: true }),
      REPO: aroundLoader(projector, 'REPO', { kinds: ['REPO'], steps: 1, withTexts: true }),
      /** The papers that a paper cites, and those that cite it. */
      CITATION: aroundLoader(projector, 'PAPER', { kinds: ['CITATION'], steps: 1, withTexts: true }),
    },
    /** Projections with a node that tell how many papers it has. */
    counted: {
      TOPIC: aroundLoader(projector, 'TOPIC', { kinds: ['TOPIC'], steps: 0 }),
      ORG: aroundLoader(projector, 'ORG', { kinds: ['ORG'], steps: 0 }),
      AUTHOR: aroundLoader(projector, 'AUTHOR', { kinds: ['AUTHOR'], steps: 0 }),
      REPO: aroundLoader(projector, 'REPO', { kinds: ['REPO'], steps: 0 }),
    },
    /** Projections with an org, its papers and their topics. */
    topicsOfOrg: aroundLoader(projector, 'ORG', { kinds: ['ORG', 'TOPIC'], steps: 2 }),
    /** The key of the topic that a name in any spelling stands for, or null. */
    topicKey: new DataLoader((names: readonly string[]) => findTopicKeys(store, names)),
    /** The slug of the org that has a slug, be it another one of its slugs, or null. */
    slugOfOrg: new DataLoader(async (slugs: readonly string[]) =>
      (await loadOrgs(store, slugs)).map((org) => org?.slug ?? null),
    ),
    /** Who shares papers with a node, and its papers. */
    aroundAuthor: aroundLoader(projector, 'AUTHOR', { kinds: ['AUTHOR'], steps: 2 }),
    aroundOrg: aroundLoader(projector, 'ORG', { kinds: ['ORG'], steps: 2 }),
    aroundTopic: aroundLoader(projector, 'TOPIC', { kinds: ['TOPIC'], steps: 2 }),
    /** Who shares topics with a node, over four links, and all papers of these and their topics. */
    topicsAroundOrg: aroundLoader(projector, 'ORG', { kinds: ['TOPIC', 'ORG'], steps: 6 }),
    topicsAroundTopic: aroundLoader(projector, 'TOPIC', { kinds: ['TOPIC'], steps: 6 }),
    /** Projections with all papers that pass a filter. */
    matching: matchingLoader(projector),
    relatedTo: relatedLoader(projector),
  };
}
