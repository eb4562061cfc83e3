import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { messageOf, PapergraphError } from '../errors.ts';

/**
 * Writes a text to a file that gets its name only when all of it is there, so that nobody takes a part for the whole;
 * until then it is `PATH.part`. A file of that name is replaced. Throws `BAD_CONFIGURATION` where it can't be written.
 */
export async function writeWholeFile(path: string, text: AsyncIterable<string>): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(Readable.from(text), createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw isOfFile(error) ? badOut(`a file to write, but ${messageOf(error)}`, error) : error;
  }
}

/** Creates a folder where it is missing. Throws `BAD_CONFIGURATION` where none is named or it holds anything. */
export async function openEmptyFolder(path: string | undefined): Promise<string> {
  if (path === undefined) throw badOut('a folder, since there are several CSV files, but got nothing');
  const held = await listFolder(path);
  if (held.length > 0) throw badOut(`a folder that is new or empty, but ${path} holds ${held[0]}`);
  return path;
}

async function listFolder(path: string): Promise<string[]> {
  try {
    await mkdir(path, { recursive: true });
    return await readdir(path);
  } catch (error) {
    throw badOut(`a folder to write, but ${messageOf(error)}`, error);
  }
}

function isOfFile(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

function badOut(expected: string, cause?: unknown): PapergraphError {
  return new PapergraphError('BAD_CONFIGURATION', `--out: expected ${expected}.`, { cause });
}
