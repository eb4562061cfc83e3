import { z } from 'zod';
import { checkpoint } from '../../model/checkpoint.ts';
import { statement } from '../statement.ts';

const key = z.string();

export const checkpointsByKeys = statement('read/checkpoints-by-keys', {
  params: { keys: z.array(key) },
  row: checkpoint.shape,
});

export const writeCheckpoints = statement('write/checkpoints', {
  params: { rows: z.array(z.object({ key, properties: checkpoint.omit({ key: true }) })) },
  touches: () => ({}),
});

export const deleteCheckpoints = statement('write/delete-checkpoints', {
  params: { keys: z.array(key) },
  touches: () => ({}),
});
