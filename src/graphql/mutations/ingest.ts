import { PapergraphError } from '../../errors.ts';
import { builder } from '../builder.ts';
import type { Context, Ingest, IngestResult } from '../context.ts';

/** What one call may bring: it is written while the client waits. */
const MOST_RECORDS = 1_000;

const IngestInput = builder.inputType('IngestInput', {
  description: 'Records to bring into the graph.',
  fields: (t) => ({
    records: t.field({
      type: ['JSON'],
      required: true,
      description:
        `What is said of papers, at most ${MOST_RECORDS} at once, in Papergraph's own JSON: records as \`papergraph export\` ` +
        'writes them, or made by hand: `{"title": "Attention Is All You Need", "arxivId": "1706.03762", ' +
        '"publishedOn": "2017-06-12"}`.',
    }),
  }),
});

const RejectedRecord = builder.objectRef<IngestResult['rejected'][number]>('RejectedRecord').implement({
  description: 'A record that could not be kept.',
  fields: (t) => ({
    position: t.exposeInt('position', { description: 'Its place in `records`; 1 is the first.' }),
    reason: t.exposeString('reason', { description: 'What was expected of it, and what it has.' }),
  }),
});

const IngestPayload = builder.objectRef<IngestResult>('IngestPayload').implement({
  description: 'What came of the records.',
  fields: (t) => ({
    read: t.exposeInt('read', { description: 'How many records were read, rejected ones not counted.' }),
    created: t.exposeInt('created', { description: 'How many of them made a new paper.' }),
    updated: t.exposeInt('updated', { description: 'How many of them changed a paper.' }),
    unchanged: t.exposeInt('unchanged', { description: 'How many of them said nothing new.' }),
    rejected: t.expose('rejected', {
      type: [RejectedRecord],
      description: 'The records that could not be kept; the others are.',
    }),
  }),
});

builder.mutationField('ingest', (t) =>
  t.field({
    type: IngestPayload,
    description:
      'Brings records into the graph; a record about a paper that is there adds to it. It needs the header ' +
      '`Authorization: Bearer API_KEY`. Example: `ingest(input: {records: $records}) { created rejected { position reason } }`.',
    args: { input: t.arg({ type: IngestInput, required: true, description: 'The records.' }) },
    resolve: async (_root, { input: { records } }, context) => {
      const ingest = allowedIngest(context);
      if (records.length > MOST_RECORDS) {
        throw new PapergraphError(
          'LIMIT_EXCEEDED',
          `The call has ${records.length} records, but at most ${MOST_RECORDS} are allowed.`,
          { details: { limit: 'records', cost: records.length, maximum: MOST_RECORDS } },
        );
      }
      return ingest(records);
    },
  }),
);

function allowedIngest({ ingest, isAuthorized }: Context): Ingest {
  if (ingest !== null && isAuthorized) return ingest;
  throw new PapergraphError(
    'UNAUTHORIZED',
    ingest === null
      ? 'This server takes no records: it was started without API_KEY.'
      : 'Expected the header "Authorization: Bearer API_KEY" with the API key of the server, but got no or another one.',
  );
}
