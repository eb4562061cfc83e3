import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { messageOf, PapergraphError } from '../errors.ts';
import { extractTopicsOfCorpus, topicExtractor } from '../topics/extract-topics.ts';
import type { PaperText } from '../topics/vocabulary.ts';
import { readOverrides } from './read-overrides.ts';

/** The options of `papergraph extract`, as the command line gives them. */
export type ExtractCommandOptions = { corpus?: boolean; first: number };

const EXIT_OK = 0;
const EXIT_SOME_REJECTED = 3;

const line = z
  .object({ id: z.union([z.string(), z.number()]), title: z.string(), abstract: z.string() })
  .transform(({ id, title, abstract }) => ({ id, text: { title, abstract, keywords: [] } }));

/**
 * `papergraph extract`: reads lines `{"id", "title", "abstract"}` and writes lines `{"id", "keywords"}`, the best
 * keyword first: each paper on its own, or with `corpus` all as one corpus that shares its topics. Needs no store.
 * Answers with the exit code: 0 all read, 3 some lines rejected.
 */
export async function extractCommand(
  path: string,
  { corpus = false, first }: ExtractCommandOptions,
  config: Config,
): Promise<number> {
  const options = { limit: first, overrides: await readOverrides(config.topicOverrides) };
  const extractTopics = topicExtractor(options);
  const ids: (string | number)[] = [];
  const texts: PaperText[] = [];
  let rejected = 0;
  for await (const read of readLines(path)) {
    if ('reason' in read) {
      rejected += 1;
      process.stderr.write(`${read.place}: rejected: ${read.reason}\n`);
    } else if (corpus) {
      ids.push(read.id);
      texts.push(read.text);
    } else {
      writeLine(read.id, extractTopics(read.text));
    }
  }
  for (const [index, keywords] of extractTopicsOfCorpus(texts, options).entries()) {
    writeLine(ids[index] ?? '', keywords);
  }
  return rejected > 0 ? EXIT_SOME_REJECTED : EXIT_OK;
}

function writeLine(id: string | number, keywords: readonly string[]): void {
  process.stdout.write(`${JSON.stringify({ id, keywords })}\n`);
}

type Line = z.infer<typeof line> | { place: string; reason: string };

async function* readLines(path: string): AsyncGenerator<Line> {
  const input = path === '-' ? process.stdin : createReadStream(path);
  let number = 0;
  try {
    for await (const text of createInterface({ input })) {
      number += 1;
      if (text.trim() !== '') yield parseLine(text, `${path}:${number}`);
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new PapergraphError('BAD_SOURCE', `${path}: expected a file of JSON lines, but ${error.message}`, {
      cause: error,
    });
  }
}

function parseLine(text: string, place: string): Line {
  try {
    const parsed = line.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return { place, reason: `${issue?.path.join('.')}: ${issue?.message}` };
  } catch (error) {
    return { place, reason: `expected {"id", "title", "abstract"} as JSON, but ${messageOf(error)}` };
  }
}
