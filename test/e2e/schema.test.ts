import { readFileSync } from 'node:fs';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';

describe('the schema', () => {
  it('equals schema/schema.graphql (after a change: npm run schema)', () => {
    const committed = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
    expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(committed);
  });

  it('describes every type, field, argument and enum value', () => {
    const missing: string[] = [];
    const check = (name: string, { description }: { description?: string | null | undefined }) => {
      if (!description?.trim()) missing.push(name);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__')) continue;
      check(type.name, type);
      if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
      if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field);
      }
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
        for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name}:)`, arg);
      }
    }
    expect(missing).toEqual([]);
  });

  it('has a node type with an opaque id for papers, authors, topics, orgs and repositories', () => {
    const node = schema.getType('Node');
    const names = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
    expect(names.toSorted()).toEqual(['Author', 'Org', 'Paper', 'Repo', 'Topic']);
  });

  it('gives every list that can grow as a connection with totalCount', () => {
    const connections = Object.values(schema.getTypeMap()).filter(({ name }) => name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThanOrEqual(12);
    for (const type of connections) {
      if (!isObjectType(type)) continue;
      const extra = new Set(['facets', 'correctedQuery']);
      const fields = Object.keys(type.getFields()).filter((name) => !extra.has(name));
      expect(fields.sort()).toEqual(['edges', 'pageInfo', 'totalCount']);
    }
    const lists = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !name.startsWith('__') && !name.endsWith('Connection'))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(
            ({ type: fieldType }) =>
              String(fieldType).startsWith('[') && isObjectType(getNamedType(fieldType)),
          )
          .map(({ name }) => `${type.name}.${name}`),
      );
    // Bounded by an argument, by what one paper's sources say, by the forms of one topic or org, by what a client sent, or,
    // in time, to 1,200 intervals.
    expect(lists.sort()).toEqual([
      'CoOccurrenceCluster.nodes',
      'CoOccurrenceNetwork.clusters',
      'CoOccurrenceNetwork.links',
      'CoOccurrenceNetwork.nodes',
      'Evolution.links',
      'Evolution.periods',
      'EvolutionLink.sharedTopics',
      'EvolutionPeriod.themes',
      'EvolutionTheme.topics',
      'IngestPayload.rejected',
      'Neighbourhood.edges',
      'Neighbourhood.nodes',
      'Org.merges',
      'OrgCollaborationCluster.nodes',
      'OrgCollaborationNetwork.clusters',
      'OrgCollaborationNetwork.links',
      'OrgCollaborationNetwork.nodes',
      'Paper.observations',
      'Paper.sources',
      'PaperFacets.authors',
      'PaperFacets.hasRepo',
      'PaperFacets.orgs',
      'PaperFacets.sources',
      'PaperFacets.topics',
      'PaperFacets.years',
      'PaperSource.facts',
      'PaperTopicsConnectionEdge.evidence',
      'Path.hops',
      'Query.path',
      'Query.suggest',
      'QuerySearchConnectionEdge.highlights',
      'RelatedPapersEdge.reasons',
      'RelatedReason.authors',
      'RelatedReason.orgs',
      'RelatedReason.papers',
      'RelatedReason.repos',
      'RelatedReason.topics',
      'RelatedReason.words',
      'RisingPairs.pairs',
      'RisingTopics.topics',
      'SearchHighlight.matches',
      'Topic.bursts',
      'Topic.merges',
      'Topic.trend',
    ]);
  });
});
