import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { messageOf, PapergraphError } from '../errors.ts';

/** A source to read: the name to show, and its bytes when asked for. */
export type Input = { name: string; read: () => Promise<Uint8Array> };

/**
 * Finds what the arguments of `ingest` name: files, the files of folders (and of folders in them, by name, without
 * hidden ones), and `-` for standard input. Throws `BAD_SOURCE` for a path that is not there and an empty folder.
 */
export async function findInputs(paths: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const path of paths) {
    if (path === '-') {
      inputs.push({ name: 'standard input', read: () => buffer(process.stdin) });
    } else {
      const files = await filesAt(path);
      inputs.push(...files.map((file) => ({ name: file, read: () => readFile(file) })));
    }
  }
  return inputs;
}

async function filesAt(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && !join(entry.parentPath, entry.name).split('/').some(isHidden))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    if (files.length === 0) throw new Error('the folder holds no file');
    return files;
  } catch (error) {
    throw new PapergraphError(
      'BAD_SOURCE',
      `${path}: expected a file or a folder of files, but ${messageOf(error)}`,
      {
        cause: error,
      },
    );
  }
}

function isHidden(part: string): boolean {
  return part.startsWith('.') && part !== '.' && part !== '..';
}
