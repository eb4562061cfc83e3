import DataLoader from 'dataloader';
import { SIGNALS, type RelatedPaper, type Signal } from '../analysis/related.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { authorsOfPapers, paperCountsOfAuthors } from '../graph/statements/authors.ts';
import { orgsOfPapers, paperCountsOfOrgs } from '../graph/statements/orgs.ts';
import {
  papersCitedBy,
  papersCiting,
  papersOfAuthors,
  papersOfOrgs,
  papersOfRepos,
  papersOfTopics,
} from '../graph/statements/papers.ts';
import { paperCountsOfRepos, reposOfPapers } from '../graph/statements/repos.ts';
import { countsOfTopics, topicsOfOrgs, topicsOfPapers } from '../graph/statements/topics.ts';
import type { Projector } from '../projection/projector.ts';
import { aroundLoader } from './around-loader.ts';
import { loadPapers } from './find-nodes.ts';
import { recordsLoader } from './records-loader.ts';
import { relatedLoader } from './related-loader.ts';
import { relationshipLoader } from './relationship-loader.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** The loaders of one request: they batch what its fields ask for and remember it until the request ends. */
export function createLoaders(store: GraphStore, projector: Projector) {
  const byKeys = { params: (keys: string[]) => ({ keys }), keyOf: ({ key }: { key: string }) => key };
  const byPaper = {
    params: (ids: string[]) => ({ ids }),
    keyOf: ({ paperId }: { paperId: string }) => paperId,
  };
  const related = new Map<string, DataLoader<string, RelatedPaper[]>>();

  return {
    authorsOfPaper: relationshipLoader(store, authorsOfPapers, byPaper),
    topicsOfPaper: relationshipLoader(store, topicsOfPapers, byPaper),
    orgsOfPaper: relationshipLoader(store, orgsOfPapers, byPaper),
    reposOfPaper: relationshipLoader(store, reposOfPapers, byPaper),
    recordsOfPaper: recordsLoader(store),
    papersCitedByPaper: relationshipLoader(store, papersCitedBy, byKeys),
    papersCitingPaper: relationshipLoader(store, papersCiting, byKeys),
    papersOfAuthor: relationshipLoader(store, papersOfAuthors, byKeys),
    papersOfTopic: relationshipLoader(store, papersOfTopics, byKeys),
    papersOfOrg: relationshipLoader(store, papersOfOrgs, byKeys),
    papersOfRepo: relationshipLoader(store, papersOfRepos, byKeys),
    countsOfTopic: relationshipLoader(store, countsOfTopics, byKeys),
    paperCountOfAuthor: relationshipLoader(store, paperCountsOfAuthors, byKeys),
    paperCountOfOrg: relationshipLoader(store, paperCountsOfOrgs, byKeys),
    paperCountOfRepo: relationshipLoader(store, paperCountsOfRepos, byKeys),
    /** Who shares papers with a node, and its papers. */
    aroundAuthor: aroundLoader(projector, 'AUTHOR', { kinds: ['AUTHOR'], steps: 2 }),
    aroundOrg: aroundLoader(projector, 'ORG', { kinds: ['ORG'], steps: 2 }),
    aroundTopic: aroundLoader(projector, 'TOPIC', { kinds: ['TOPIC'], steps: 2 }),
    /** Who shares topics with a node, over four links, and all papers of these and their topics. */
    topicsAroundOrg: aroundLoader(projector, 'ORG', { kinds: ['TOPIC', 'ORG'], steps: 6 }),
    topicsAroundTopic: aroundLoader(projector, 'TOPIC', { kinds: ['TOPIC'], steps: 6 }),
    topicsOfOrg: relationshipLoader(store, topicsOfOrgs, {
      params: (slugs) => ({ slugs }),
      keyOf: ({ orgSlug }) => orgSlug,
    }),
    /**
     * Related papers as nodes. They have a loader of their own, beside the one of all papers: else the number of
     * statements would depend on whether a request happens to have loaded them before.
     */
    relatedPaper: new DataLoader((ids: readonly string[]) => loadPapers(store, ids)),
    /** One loader for each choice of signals. */
    relatedTo(choice: readonly Signal[]): DataLoader<string, RelatedPaper[]> {
      const signals = SIGNALS.filter((signal) => choice.includes(signal));
      const known = related.get(signals.join()) ?? relatedLoader(store, signals);
      related.set(signals.join(), known);
      return known;
    },
  };
}
