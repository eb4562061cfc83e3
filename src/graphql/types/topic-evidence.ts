import type { TopicEvidence as Evidence } from '../../model/topic.ts';
import { builder } from '../builder.ts';

const PaperText = builder.enumType('PaperText', {
  description: 'A text of a paper.',
  values: {
    TITLE: { value: 'title', description: 'The `title`.' },
    ABSTRACT: { value: 'abstract', description: 'The `abstract`.' },
  } as const,
});

export const TopicEvidence = builder.objectRef<Evidence>('TopicEvidence').implement({
  description: 'A place where a paper speaks of a topic.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The words as they stand there, such as `LLMs`.' }),
    field: t.expose('field', { type: PaperText, description: 'The text in which they stand.' }),
    start: t.exposeInt('start', {
      description: 'Their first character, counted from 0 in UTF-16 code units, as JavaScript counts.',
    }),
    end: t.exposeInt('end', {
      description: 'The character behind their last: `abstract.slice(start, end)` is `text`.',
    }),
  }),
});
