import type { SharedThing } from '../../analysis/related/reasons.ts';
import { builder } from '../builder.ts';
import type { ShownReason } from '../related-connection.ts';
import { AuthorNode, OrgNode, PaperNode, RepoNode, TopicNode } from './nodes.ts';
import { RelatednessSignal } from './related.ts';

const WEIGHT =
  'Its part of the score: what is rarer weighs more. Below 0 where papers that are not wanted have it.';

export const SharedTopic = builder.objectRef<Omit<SharedThing, 'name'>>('SharedTopic').implement({
  description: 'A topic that what is related has in common.',
  fields: (t) => ({
    topic: t.field({ type: TopicNode, description: 'The topic.', resolve: ({ key }) => key }),
    weight: t.exposeFloat('weight', { description: WEIGHT }),
  }),
});

const SharedOrg = builder.objectRef<SharedThing>('SharedOrg').implement({
  description: 'An org that two related papers have in common.',
  fields: (t) => ({
    org: t.field({ type: OrgNode, description: 'The org.', resolve: ({ key }) => key }),
    weight: t.exposeFloat('weight', { description: WEIGHT }),
  }),
});

const SharedAuthor = builder.objectRef<SharedThing>('SharedAuthor').implement({
  description: 'An author that two related papers have in common.',
  fields: (t) => ({
    author: t.field({ type: AuthorNode, description: 'The author.', resolve: ({ key }) => key }),
    weight: t.exposeFloat('weight', { description: WEIGHT }),
  }),
});

const SharedRepo = builder.objectRef<SharedThing>('SharedRepo').implement({
  description: 'A code repository that two related papers have in common.',
  fields: (t) => ({
    repo: t.field({ type: RepoNode, description: 'The repository.', resolve: ({ key }) => key }),
    weight: t.exposeFloat('weight', { description: WEIGHT }),
  }),
});

const SharedPaper = builder.objectRef<SharedThing>('SharedPaper').implement({
  description: 'A paper that two related papers both cite, or one of the two that the other cites.',
  fields: (t) => ({
    paper: t.field({ type: PaperNode, description: 'The paper.', resolve: ({ key }) => key }),
    weight: t.exposeFloat('weight', { description: WEIGHT }),
  }),
});

const SharedWord = builder.objectRef<SharedThing>('SharedWord').implement({
  description: 'A word that two related papers have in common, in any of its forms.',
  fields: (t) => ({
    word: t.exposeString('name', { description: 'The word, in a form that the paper asked about has.' }),
    weight: t.exposeFloat('weight', { description: WEIGHT }),
  }),
});

export const RelatedReason = builder.objectRef<ShownReason>('RelatedReason').implement({
  description: 'One reason why two papers are related.',
  fields: (t) => ({
    signal: t.expose('signal', { type: RelatednessSignal, description: 'The kind of reason.' }),
    contribution: t.exposeFloat('contribution', {
      description:
        'Its part of the score; the contributions of all reasons add up to the score. Below 0 it is a reason against: ' +
        'what the paper has in common with papers that are not wanted.',
    }),
    summary: t.string({
      description: 'One sentence that says it: `Both are about diffusion model, which few papers have.`',
      resolve: ({ summarise }) => summarise(),
    }),
    topics: t.field({
      type: [SharedTopic],
      description:
        'The topics in common, the weightiest first; empty unless the signal is TOPIC. With the measure ' +
        'PERSONALISED_PAGERANK these, and the others below, are those by which walks come to the paper.',
      resolve: ({ signal, shared }) => (signal === 'TOPIC' ? shared : []),
    }),
    orgs: t.field({
      type: [SharedOrg],
      description: 'The orgs in common; empty unless the signal is ORG.',
      resolve: ({ signal, shared }) => (signal === 'ORG' ? shared : []),
    }),
    authors: t.field({
      type: [SharedAuthor],
      description: 'The authors in common; empty unless the signal is AUTHOR.',
      resolve: ({ signal, shared }) => (signal === 'AUTHOR' ? shared : []),
    }),
    repos: t.field({
      type: [SharedRepo],
      description: 'The code repositories in common; empty unless the signal is REPO.',
      resolve: ({ signal, shared }) => (signal === 'REPO' ? shared : []),
    }),
    papers: t.field({
      type: [SharedPaper],
      description: 'The papers that both cite, or one of the two; empty unless the signal is CITATION.',
      resolve: ({ signal, shared }) => (signal === 'CITATION' ? shared : []),
    }),
    words: t.field({
      type: [SharedWord],
      description: 'The words in common; empty unless the signal is TEXT.',
      resolve: async ({ signal, shared, findWords }) => {
        if (signal !== 'TEXT') return [];
        const wordOf = await findWords();
        return shared.map((word) => ({ ...word, name: wordOf(word.key) }));
      },
    }),
  }),
});
