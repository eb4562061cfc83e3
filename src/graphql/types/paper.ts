import type { ListedPaper } from '../../analysis/listed-paper.ts';
import type { DatePrecision as Precision } from '../../model/date.ts';
import type { Paper } from '../../model/paper.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { describedValues } from '../described-values.ts';
import { PaperNode, wholePaper } from './nodes.ts';

const PRECISION_DESCRIPTIONS: Record<Precision, string> = {
  DAY: 'To the day.',
  MONTH: 'To the month: the day is the first of the month.',
  YEAR: 'To the year: the day is the first of the year.',
};

const DatePrecision = builder.enumType('DatePrecision', {
  description: 'How exactly a date is known.',
  values: describedValues(PRECISION_DESCRIPTIONS),
});

PaperNode.implement({
  description: 'A research paper, one node however many sources list it.',
  fields: (t) => ({
    arxivId: t.string({
      nullable: true,
      description: 'Its arXiv id without version, such as `1706.03762`; null where no source tells.',
      resolve: whole('arxivId'),
    }),
    doi: t.string({
      nullable: true,
      description:
        "Its DOI in lower case, such as `10.1093/mind/lix.236.433`; null where no source tells. arXiv's own DOIs count as arXiv ids.",
      resolve: whole('doi'),
    }),
    openAlexId: t.string({
      nullable: true,
      description: 'Its id in OpenAlex, such as `W2741809807`; null where no source tells.',
      resolve: whole('openAlexId'),
    }),
    semanticScholarId: t.string({
      nullable: true,
      description:
        'Its id in Semantic Scholar, forty hexadecimal digits: `204e3073870fae3d05bcbc2f6a8e263d9b72e776`; null where no source tells.',
      resolve: whole('semanticScholarId'),
    }),
    title: t.exposeString('title', { description: 'The title as its source spells it.' }),
    abstract: t.string({
      nullable: true,
      description:
        'The abstract as its source spells it, remains of LaTeX included; null where no source has one.',
      resolve: whole('abstract'),
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description:
        'The day of its first publication, as far as it is known: the first day of the month or year where ' +
        '`publishedPrecision` says so; null where no source tells.',
    }),
    publishedPrecision: t.field({
      type: DatePrecision,
      nullable: true,
      description: 'How exactly `publishedOn` is known; null where it is not.',
      resolve: whole('publishedPrecision'),
    }),
    authorCount: t.int({
      nullable: true,
      description: 'How many authors it has; null where the source names an org instead.',
      resolve: whole('authorCount'),
    }),
    authorNames: t.stringList({
      description: 'Its authors in order; empty where no source names them.',
      resolve: async (paper, _args, context) => (await wholePaper(paper, context))?.authorNames ?? [],
    }),
    commentCount: t.exposeInt('commentCount', {
      nullable: true,
      description:
        'How many comments its Hugging Face page had when it was last read; null where there were none to see.',
    }),
    upvotes: t.exposeInt('upvotes', {
      nullable: true,
      description: 'How many upvotes its Hugging Face page had when it was last read; null where not told.',
    }),
    starCount: t.int({
      nullable: true,
      description: 'How many stars its repository had when they were last counted; null where not told.',
      resolve: whole('starCount'),
    }),
    upvotesPerDay: t.exposeFloat('upvotesPerDay', {
      nullable: true,
      description:
        'How many upvotes it gained a day, between the first and the newest count; where there is one count only, since ' +
        'it was published. Null where no upvotes are told.',
    }),
    projectPage: t.string({
      nullable: true,
      description: 'URL of a page about the paper that is no code repository.',
      resolve: whole('projectPage'),
    }),
    keywords: t.stringList({
      description: 'The keywords that its sources give it; they are among its topics. Empty where none does.',
      resolve: async (paper, _args, context) =>
        (await wholePaper(paper, context))?.keywords.map(({ text }) => text) ?? [],
    }),
  }),
});

/** Gives a property that lists don't have. */
function whole<Name extends keyof Paper>(name: Name) {
  return async (paper: ListedPaper, _args: object, context: Context): Promise<Paper[Name] | null> =>
    (await wholePaper(paper, context))?.[name] ?? null;
}
