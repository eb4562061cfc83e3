import type { TextRange } from '../../analysis/highlight.ts';
import { builder } from '../builder.ts';
import { describedValues } from '../described-values.ts';
import type { FieldHighlight, HighlightField } from '../search-highlights.ts';

const FIELD_DESCRIPTIONS: Record<HighlightField, string> = {
  TITLE: 'The `title` of a paper.',
  ABSTRACT: 'The `abstract` of a paper.',
  NAME: 'The `name`; of a repository `owner/name`.',
  OTHER_NAME: 'One of the `aliases`, or a slug of an org.',
};

const SearchField = builder.enumType('SearchField', {
  description: 'A text by which something was found.',
  values: describedValues(FIELD_DESCRIPTIONS),
});

const TextMatch = builder.objectRef<TextRange>('TextMatch').implement({
  description: 'A word or phrase of a text that was searched for.',
  fields: (t) => ({
    start: t.exposeInt('start', {
      description: 'Its first character, counted from 0 in UTF-16 code units, as JavaScript counts.',
    }),
    end: t.exposeInt('end', {
      description: 'The character behind its last: `text.slice(start, end)` is what matches.',
    }),
  }),
});

export const SearchHighlight = builder.objectRef<FieldHighlight>('SearchHighlight').implement({
  description: 'Where something has what was searched for.',
  fields: (t) => ({
    field: t.expose('field', { type: SearchField, description: 'Which of its texts.' }),
    text: t.exposeString('text', {
      description:
        'The text; of an abstract the part, at most 240 characters, with the most different matches.',
    }),
    offset: t.exposeInt('offset', {
      description: 'Where `text` begins in the whole text: 0 but for an abstract.',
    }),
    matches: t.expose('matches', { type: [TextMatch], description: 'What matches in `text`, in order.' }),
  }),
});
