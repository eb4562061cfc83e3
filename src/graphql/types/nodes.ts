import { authorsByIds } from '../../graph/statements/authors.ts';
import { reposByUrls } from '../../graph/statements/repos.ts';
import { topicsByKeys } from '../../graph/statements/topics.ts';
import { loadOrgs, loadPapers } from '../../loaders/find-nodes.ts';
import type { Org } from '../../model/org.ts';
import type { Paper } from '../../model/paper.ts';
import { builder } from '../builder.ts';

/*
 * The five kinds of node. A resolver answers with a node's key, and all that a request asks for are loaded by one
 * statement a kind. Their fields are in the file of each noun, so that the nouns can refer to one another.
 */

export const PaperNode = builder.loadableNodeRef<Paper | null, string, string, string, Paper>('Paper', {
  load: (ids, { store }) => loadPapers(store, ids),
  id: { resolve: ({ id }) => id },
});

export const AuthorNode = builder.loadableNodeRef('Author', {
  load: (ids: string[], { store }) => store.run(authorsByIds, { ids }),
  toKey: ({ id }) => id,
  sort: true,
  id: { resolve: ({ id }) => id },
});

export const TopicNode = builder.loadableNodeRef('Topic', {
  load: (keys: string[], { store }) => store.run(topicsByKeys, { keys }),
  toKey: ({ key }) => key,
  sort: true,
  id: { resolve: ({ key }) => key },
});

export const OrgNode = builder.loadableNodeRef<Org | null, string, string, string, Org>('Org', {
  load: (slugs, { store }) => loadOrgs(store, slugs),
  id: { resolve: ({ slug }) => slug },
});

export const RepoNode = builder.loadableNodeRef('Repo', {
  load: (urls: string[], { store }) => store.run(reposByUrls, { urls }),
  toKey: ({ url }) => url,
  sort: true,
  id: { resolve: ({ url }) => url },
});
