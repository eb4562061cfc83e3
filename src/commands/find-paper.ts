import type { GraphStore } from '../graph/graph-store.ts';
import { lookUpParams, paperIdsByKeys } from '../graph/statements/records.ts';
import { keysOfIds, paperIds, titleKey } from '../model/paper-ids.ts';

/** The ids of the papers that a name may mean: an id of the graph, an arXiv id, a DOI, another id, or a title. */
export async function findPaperIds(store: GraphStore, name: string): Promise<string[]> {
  const ids = paperIds({ arxiv: name, doi: name, openAlex: name, semanticScholar: name });
  const keys = [name, ...keysOfIds(ids), titleKey(name) ?? name];
  const found = await store.run(paperIdsByKeys, lookUpParams(keys));
  return [...new Set([name, ...found.map(({ id }) => id).sort()])];
}
