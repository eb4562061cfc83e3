import {
  createProjection,
  packProjection,
  setNode,
  setPaper,
  setPaperText,
  type Projection,
} from '../analysis/projection.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { authors } from '../graph/statements/authors.ts';
import { orgs } from '../graph/statements/orgs.ts';
import { paperIds } from '../graph/statements/papers.ts';
import { paperFacts, paperTexts } from '../graph/statements/projection.ts';
import { repoProperties } from '../graph/statements/properties.ts';
import { topics } from '../graph/statements/topics.ts';

/** Reads the whole graph of a store into a projection. */
export async function readProjection(store: GraphStore): Promise<Projection> {
  const projection = createProjection();
  for (const { key, name, aliases } of await store.run(topics, {})) {
    setNode(projection, 'TOPIC', { key, name, otherNames: aliases });
  }
  for (const { slug, name, aliases, slugs } of await store.run(orgs, {})) {
    setNode(projection, 'ORG', { key: slug, name, otherNames: [...aliases, slug, ...slugs] });
  }
  for (const { id, name, aliases } of await store.run(authors, {})) {
    setNode(projection, 'AUTHOR', { key: id, name, otherNames: aliases });
  }
  for (const { properties } of await store.run(repoProperties, {})) {
    const { url, owner, name } = properties as { url: string; owner: string; name: string };
    setNode(projection, 'REPO', { key: url, name: `${owner}/${name}`, otherNames: [] });
  }
  const ids = (await store.run(paperIds, {})).map(({ id }) => id).sort();
  for (let start = 0; start < ids.length; start += store.pageSize) {
    const page = ids.slice(start, start + store.pageSize);
    await readPapers(store, projection, page);
  }
  packProjection(projection);
  return projection;
}

async function readPapers(store: GraphStore, projection: Projection, ids: string[]): Promise<void> {
  for (const { topics, authors, ...facts } of await store.run(paperFacts, { ids })) {
    setPaper(projection, {
      ...facts,
      topics: topics.map(({ key }) => key),
      topicScores: topics.map(({ score }) => score),
      authors: authors.toSorted((a, b) => a.position - b.position).map(({ id }) => id),
    });
  }
  for (const { id, title, abstract } of await store.run(paperTexts, { ids })) {
    setPaperText(projection, id, title, abstract);
  }
}
