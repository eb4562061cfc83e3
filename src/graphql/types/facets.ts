import { countHasRepo, countLinked, countSources, countYears, type Facet } from '../../analysis/facets.ts';
import { PapergraphError } from '../../errors.ts';
import type { Source as SourceName } from '../../model/source.ts';
import { builder } from '../builder.ts';
import { firstComplexity } from '../first-of.ts';
import type { CountedPapers } from '../paper-connection.ts';
import { AuthorNode, OrgNode, TopicNode } from './nodes.ts';
import { Source } from './source.ts';

const COUNT = 'How many papers of the list have it.';
const MOST_VALUES = 100;

const TopicFacet = builder.objectRef<Facet<string>>('TopicFacet').implement({
  description: 'A topic, and how many papers of a list have it.',
  fields: (t) => ({
    topic: t.field({ type: TopicNode, description: 'The topic.', resolve: ({ value }) => value }),
    count: t.exposeInt('count', { description: COUNT }),
  }),
});

const OrgFacet = builder.objectRef<Facet<string>>('OrgFacet').implement({
  description: 'An org, and how many papers of a list come from it.',
  fields: (t) => ({
    org: t.field({ type: OrgNode, description: 'The org.', resolve: ({ value }) => value }),
    count: t.exposeInt('count', { description: 'How many papers of the list come from it.' }),
  }),
});

const AuthorFacet = builder.objectRef<Facet<string>>('AuthorFacet').implement({
  description: 'An author, and how many papers of a list they wrote.',
  fields: (t) => ({
    author: t.field({ type: AuthorNode, description: 'The author.', resolve: ({ value }) => value }),
    count: t.exposeInt('count', { description: 'How many papers of the list they wrote.' }),
  }),
});

const YearFacet = builder.objectRef<Facet<number>>('YearFacet').implement({
  description: 'A year, and how many papers of a list were published in it.',
  fields: (t) => ({
    year: t.exposeInt('value', { description: 'The year, such as `2017`.' }),
    count: t.exposeInt('count', { description: 'How many papers of the list were published in it.' }),
  }),
});

const SourceFacet = builder.objectRef<Facet<SourceName>>('SourceFacet').implement({
  description: 'A source, and of how many papers of a list it says something.',
  fields: (t) => ({
    source: t.expose('value', { type: Source, description: 'The source.' }),
    count: t.exposeInt('count', { description: 'Of how many papers of the list it says something.' }),
  }),
});

const HasRepoFacet = builder.objectRef<Facet<boolean>>('HasRepoFacet').implement({
  description: 'Whether papers have a code repository, and how many papers of a list do or do not.',
  fields: (t) => ({
    hasRepo: t.exposeBoolean('value', { description: 'Whether they have one.' }),
    count: t.exposeInt('count', { description: 'How many papers of the list.' }),
  }),
});

const facetArgs = builder.args((t) => ({
  first: t.int({ required: true, defaultValue: 10, description: 'How many values at most: 1 to 100.' }),
}));

export const PaperFacets = builder.objectRef<CountedPapers>('PaperFacets').implement({
  description:
    'How many papers of the whole list, whatever the page, have each value of what papers are filtered by; values that none ' +
    'has are left out. Only what is asked for is counted.',
  fields: (t) => ({
    topics: t.field({
      type: [TopicFacet],
      description: 'The topics of most papers first, then by key.',
      args: facetArgs,
      complexity: firstComplexity,
      resolve: ({ projection, find }, args) => countLinked(projection, find(), 'TOPIC', checked(args)),
    }),
    orgs: t.field({
      type: [OrgFacet],
      description: 'The orgs of most papers first, then by slug.',
      args: facetArgs,
      complexity: firstComplexity,
      resolve: ({ projection, find }, args) => countLinked(projection, find(), 'ORG', checked(args)),
    }),
    authors: t.field({
      type: [AuthorFacet],
      description: 'The authors of most papers first, then by key.',
      args: facetArgs,
      complexity: firstComplexity,
      resolve: ({ projection, find }, args) => countLinked(projection, find(), 'AUTHOR', checked(args)),
    }),
    years: t.field({
      type: [YearFacet],
      description: 'The years of publication, the latest first; papers without a date are in none.',
      args: facetArgs,
      complexity: firstComplexity,
      resolve: ({ projection, find }, args) => countYears(projection, find()).slice(0, checked(args)),
    }),
    sources: t.field({
      type: [SourceFacet],
      description: 'The sources of most papers first; a paper has one or more.',
      args: facetArgs,
      complexity: firstComplexity,
      resolve: ({ projection, find }, args) => countSources(projection, find()).slice(0, checked(args)),
    }),
    hasRepo: t.field({
      type: [HasRepoFacet],
      description: 'With a code repository and without, what more papers have first.',
      complexity: { field: 1, multiplier: 2 },
      resolve: ({ projection, find }) => countHasRepo(projection, find()),
    }),
  }),
});

function checked({ first }: { first: number }): number {
  if (first >= 1 && first <= MOST_VALUES) return first;
  throw new PapergraphError('BAD_USER_INPUT', `Expected "first" from 1 to ${MOST_VALUES}, but got ${first}.`);
}
