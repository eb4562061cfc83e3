import { z } from 'zod';
import { authorMention } from './author.ts';
import { calendarDate, DATE_PRECISIONS, partialDate, timestamp } from './date.ts';
import { count, observation } from './observation.ts';
import { orgMention } from './org.ts';
import { titleKey } from './paper-ids.ts';
import { repoMention } from './repo.ts';
import { source } from './source.ts';

/** A keyword that a source gives a paper, and the part of the source that does, such as `ai_keywords`. */
export const keyword = z.strictObject({ text: z.string().min(1), source: z.string().min(1) });
export type Keyword = z.infer<typeof keyword>;

/** Another paper by one of its ids: `arxiv:2402.18700`, `doi:10.1000/182`, `openalex:W1` or `s2:…`. */
const paperKey = z.string().regex(/^(?:arxiv|doi|openalex|s2):\S+$/);

/** What a source may say of a paper; null or an empty list where it does not say. */
const facts = z.strictObject({
  title: z.string().refine((text) => titleKey(text) !== null, 'expected a title with letters or digits'),
  abstract: z.string().min(1).nullable().default(null),
  publishedOn: partialDate.nullable().default(null),
  arxivId: z.string().min(1).nullable().default(null),
  doi: z.string().min(1).nullable().default(null),
  openAlexId: z.string().min(1).nullable().default(null),
  semanticScholarId: z.string().min(1).nullable().default(null),
  authorCount: count.min(1).nullable().default(null),
  /** In the order of the paper. */
  authors: z.array(authorMention).default([]),
  projectPage: z.url().nullable().default(null),
  keywords: z.array(keyword).default([]),
  orgs: z.array(orgMention).default([]),
  repos: z.array(repoMention).default([]),
  /** Papers that it cites. */
  references: z.array(paperKey).default([]),
  /** Papers that cite it. */
  citedBy: z.array(paperKey).default([]),
});
export type Facts = z.infer<typeof facts>;

/** The names of what a source may say of a paper. */
export const FACTS = facts.keyof().options;
export type Fact = (typeof FACTS)[number];

/** What one source says of one paper, and when it said so. It is what readers give and what the graph keeps. */
export const paperRecord = facts.extend({
  source,
  /** When the source said this; null for the moment at which it is read. */
  at: timestamp.nullable().default(null),
  /** The facts that were said at another time than `at`. */
  times: z.partialRecord(z.enum(FACTS), timestamp).default({}),
  observations: z.array(observation).default([]),
  /** The keys of records that people have told are about another paper. */
  apart: z.array(z.string().min(1)).default([]),
});
export type PaperRecord = z.output<typeof paperRecord>;

/** A record before its defaults: what a reader leaves out is not said. */
export type PaperRecordInput = z.input<typeof paperRecord>;

/** A paper's own properties as the graph keeps them: what its sources say together. */
export const paper = z.object({
  id: z.string().min(1),
  title: z.string().min(1),
  abstract: z.string().min(1).nullable(),
  publishedOn: calendarDate.nullable(),
  publishedPrecision: z.enum(DATE_PRECISIONS).nullable(),
  arxivId: z.string().nullable(),
  doi: z.string().nullable(),
  openAlexId: z.string().nullable(),
  semanticScholarId: z.string().nullable(),
  authorCount: count.nullable(),
  authorNames: z.array(z.string()),
  projectPage: z.string().nullable(),
  keywords: z.array(keyword),
  upvotes: count.nullable(),
  commentCount: count.nullable(),
  starCount: count.nullable(),
  upvotesPerDay: z.number().nullable(),
});
export type Paper = z.infer<typeof paper>;
