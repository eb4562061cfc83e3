import type { RecordOfPaper } from '../../loaders/records-loader.ts';
import type { IdentityRule } from '../../model/identity.ts';
import { FACTS, type Fact } from '../../model/paper.ts';
import { says, timeOf } from '../../model/timed-record.ts';
import { builder } from '../builder.ts';
import { describedValues } from '../described-values.ts';
import { PaperNode } from './nodes.ts';
import { Source } from './source.ts';

const RULE_DESCRIPTIONS: Record<IdentityRule, string> = {
  ARXIV_ID: 'They have one arXiv id.',
  DOI: 'They have one DOI.',
  OPENALEX_ID: 'They have one id in OpenAlex.',
  SEMANTIC_SCHOLAR_ID: 'They have one id in Semantic Scholar.',
  TITLE: 'They have one title, and year and first author agree as far as they are told.',
};

const PaperIdentityRule = builder.enumType('PaperIdentityRule', {
  description: 'Why what several sources say is about one paper.',
  values: describedValues(RULE_DESCRIPTIONS),
});

const SourceFact = builder.objectRef<{ name: Fact; at: string; value: string }>('SourceFact').implement({
  description: 'Something that a source says of a paper.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is, such as `title`, `publishedOn` or `authors`.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When the source said so.' }),
    value: t.exposeString('value', {
      description: 'What the source says: the text itself, or JSON where it is a number or a list.',
    }),
  }),
});

const PaperSource = builder.objectRef<RecordOfPaper>('PaperSource').implement({
  description: 'A record: what one source says of a paper.',
  fields: (t) => ({
    source: t.field({ type: Source, description: 'The source.', resolve: ({ record }) => record.source }),
    key: t.exposeString('key', {
      description: 'The key of the record, such as `hf|arxiv:1706.03762`, for `papergraph unmerge`.',
    }),
    at: t.field({
      type: 'DateTime',
      description: 'When the source last said something of the paper.',
      resolve: ({ record }) => record.at,
    }),
    facts: t.field({
      type: [SourceFact],
      description: 'What it says; what it does not say is left out.',
      resolve: ({ record }) =>
        FACTS.filter((name) => says(record, name)).map((name) => ({
          name,
          at: timeOf(record, name),
          value: textOf(record[name]),
        })),
    }),
    rule: t.field({
      type: PaperIdentityRule,
      nullable: true,
      description: 'Why it is about the same paper as the others; null where it is the only one.',
      resolve: ({ rule }) => rule,
    }),
    mergedAt: t.field({
      type: 'DateTime',
      description: 'Since when it is known to be about this paper.',
      resolve: ({ since }) => since,
    }),
  }),
});

builder.objectField(PaperNode, 'sources', (t) =>
  t.field({
    type: [PaperSource],
    description:
      'What its sources say of it, the most trusted source first; several records where a source named it in several ways.',
    resolve: ({ id }, _args, { loaders }) => loaders.recordsOfPaper.load(id),
  }),
);

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
