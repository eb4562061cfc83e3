import type { ListedPaper } from '../../analysis/listed-paper.ts';
import { authorsByIds } from '../../graph/statements/authors.ts';
import { reposByUrls } from '../../graph/statements/repos.ts';
import { topicsByKeys } from '../../graph/statements/topics.ts';
import { loadOrgs, loadPapers } from '../../loaders/find-nodes.ts';
import type { Org } from '../../model/org.ts';
import type { Paper } from '../../model/paper.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';

/*
 * The five kinds of node. A resolver answers with a node's key, and all that a request asks for are loaded by one
 * statement a kind. Their fields are in the file of each noun, so that the nouns can refer to one another.
 */

/** A paper of a list is what the projection knows of it; `wholePaper` loads the rest where it is asked for. */
export const PaperNode = builder.loadableNodeRef<ListedPaper | null, string, string, string, ListedPaper>(
  'Paper',
  {
    load: (ids, { store }) => loadPapers(store, ids),
    id: { resolve: ({ id }) => id },
  },
);

/** All that the graph has of a paper: loaded with all others that are asked for, once. Null where it has gone. */
export function wholePaper(paper: ListedPaper, context: Context): Paper | Promise<Paper | null> {
  return 'abstract' in paper
    ? (paper as Paper)
    : (PaperNode.getDataloader(context).load(paper.id) as Promise<Paper | null>);
}

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
