import type { Source as SourceName } from '../../model/source.ts';
import { builder } from '../builder.ts';
import { Source } from './source.ts';

/** Names that a paper has to have: all of the one list, and at least one of the other one. */
export type NamesInput = {
  all?: readonly string[] | null | undefined;
  any?: readonly string[] | null | undefined;
};

/** A filter as a request brings it. */
export type PaperFilterInput = {
  and?: readonly PaperFilterInput[] | null | undefined;
  or?: readonly PaperFilterInput[] | null | undefined;
  not?: PaperFilterInput | null | undefined;
  topic?: string | null | undefined;
  topics?: NamesInput | null | undefined;
  org?: string | null | undefined;
  orgs?: NamesInput | null | undefined;
  author?: string | null | undefined;
  authors?: NamesInput | null | undefined;
  source?: SourceName | null | undefined;
  hasRepo?: boolean | null | undefined;
  minUpvotes?: number | null | undefined;
  maxUpvotes?: number | null | undefined;
  publishedSince?: string | null | undefined;
  publishedUntil?: string | null | undefined;
  text?: string | null | undefined;
};

const NamesFilter = builder.inputRef<NamesInput>('NamesFilter').implement({
  description: 'Several names. Example: `{all: ["diffusion model"], any: ["image editing", "inpainting"]}`.',
  fields: (t) => ({
    all: t.stringList({ description: 'Has all of these; an empty list is no condition.' }),
    any: t.stringList({ description: 'Has at least one of these; an empty list holds for no paper.' }),
  }),
});

export const PaperFilter = builder.inputRef<PaperFilterInput>('PaperFilter').implement({
  description:
    'Which papers are meant: those for which all of the given fields hold. A field that is null is no condition, and one on ' +
    'what is not known of a paper, such as its date, does not hold. At most 100 conditions, 8 levels deep. Example: ' +
    '`{topic: "diffusion model", or: [{hasRepo: true}, {minUpvotes: 50}], not: {org: "google"}}`.',
  fields: (t) => ({
    and: t.field({
      type: [PaperFilter],
      description: 'All of these filters hold; an empty list is no condition.',
    }),
    or: t.field({
      type: [PaperFilter],
      description: 'At least one of these filters holds; an empty list holds for no paper.',
    }),
    not: t.field({ type: PaperFilter, description: 'This filter does not hold.' }),
    topic: t.string({
      description:
        'Has this topic, by any of its names: `large language models`, `LLM`. A topic that is not there holds for no paper.',
    }),
    topics: t.field({ type: NamesFilter, description: 'Has these topics, each by any of its names.' }),
    org: t.string({
      description:
        'Comes from the org with this slug, or another of its slugs: `google`. Case does not matter.',
    }),
    orgs: t.field({ type: NamesFilter, description: 'Comes from these orgs, each by any of its slugs.' }),
    author: t.string({
      description: 'Was written by the author with this `key`: `orcid:0000-0002-1825-0097`.',
    }),
    authors: t.field({ type: NamesFilter, description: 'Was written by these authors, each by `key`.' }),
    source: t.field({ type: Source, description: 'This source says something of it: `OPENALEX`.' }),
    hasRepo: t.boolean({ description: 'Has a code repository (true) or none (false).' }),
    minUpvotes: t.int({ description: 'Has at least so many upvotes on Hugging Face.' }),
    maxUpvotes: t.int({ description: 'Has at most so many upvotes on Hugging Face.' }),
    publishedSince: t.field({ type: 'Date', description: 'Published on this day or later.' }),
    publishedUntil: t.field({ type: 'Date', description: 'Published on this day or earlier.' }),
    text: t.string({
      description:
        'Has all of these words in its title or abstract, in any form, and what stands in double quotes one word behind ' +
        'the other. At most 32 words. Example: `"graph attention" molecules`.',
    }),
  }),
});
