import { z } from 'zod';
import { ERROR_CODES } from '../../errors.ts';
import { receiveError } from '../../graph/remote-store.ts';
import { checkpoint } from '../../model/checkpoint.ts';
import { count } from '../../model/observation.ts';
import { paperRecord } from '../../model/paper.ts';

/** What a command, or a mutation, asks of the server that holds the store. */
export const call = z.discriminatedUnion('call', [
  z.strictObject({ call: z.literal('checkpointOf'), key: z.string(), dryRun: z.boolean() }),
  z.strictObject({
    call: z.literal('write'),
    dryRun: z.boolean(),
    batch: z.strictObject({
      records: z.array(paperRecord),
      readAt: z.iso.datetime(),
      checkpoint: checkpoint.nullable(),
    }),
  }),
  z.strictObject({ call: z.literal('forget'), key: z.string(), dryRun: z.boolean() }),
  z.strictObject({ call: z.literal('finish'), dryRun: z.boolean() }),
  /** Records in Papergraph's own JSON, to be read, written and finished in one call. */
  z.strictObject({ call: z.literal('ingest'), items: z.array(z.unknown()) }),
]);
export type Call = z.input<typeof call>;
export type AskedCall = z.output<typeof call>;

/** What comes back, a JSON line each: how far it is, and in the end the result or what went wrong. */
export const reply = z.union([
  z.strictObject({ progress: z.tuple([z.number(), z.number()]) }),
  z.strictObject({ result: z.unknown() }),
  z.strictObject({ error: z.strictObject({ message: z.string(), code: z.enum(ERROR_CODES).nullable() }) }),
]);
export type Reply = z.infer<typeof reply>;

/** What becomes of the records of a batch. */
export const ingestCounts = z.object({ created: count, updated: count, unchanged: count });

/** What becomes of the records of a mutation. */
export const ingestResult = ingestCounts.extend({
  read: count,
  rejected: z.array(z.object({ position: count, reason: z.string() })),
});

/** What a last reply comes to. Throws what went wrong on the other side. */
export function resultOf(last: Reply): unknown {
  if ('error' in last) throw receiveError(last.error);
  if ('result' in last) return last.result;
  throw new TypeError('expected a result, but got progress');
}
