import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf, PapergraphError } from '../errors.ts';
import { topicOverrides, type TopicOverrides } from '../topics/overrides.ts';

/** Reads the file of topic overrides. Throws `BAD_CONFIGURATION` with the place in the file where it is wrong. */
export async function readOverrides(path: string): Promise<TopicOverrides> {
  const bad = (reason: string, cause: unknown) =>
    new PapergraphError('BAD_CONFIGURATION', `TOPIC_OVERRIDES: ${path}: ${reason}`, { cause });
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw bad(`expected a JSON file, but ${messageOf(error)}`, error);
  }
  const parsed = topicOverrides.safeParse(json);
  if (!parsed.success) throw bad(z.prettifyError(parsed.error), parsed.error);
  return parsed.data;
}
