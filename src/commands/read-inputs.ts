import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { messageOf, PapergraphError } from '../errors.ts';

/** A source to read: the name to show, and its bytes when asked for. */
export type Input = { name: string; read: () => Promise<Uint8Array> };

/**
 * Finds what the arguments of `ingest` name: files, the files of folders (and of folders in them, by name, without
 * hidden ones), and `-` for standard input. Reading a path that is not there, or an empty folder, throws `BAD_SOURCE`.
 */
export async function findInputs(paths: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const path of paths) {
    if (path === '-') inputs.push({ name: 'standard input', read: () => buffer(process.stdin) });
    else inputs.push(...(await inputsAt(path)));
  }
  return inputs;
}

async function inputsAt(path: string): Promise<Input[]> {
  try {
    const files = (await stat(path)).isDirectory() ? await filesIn(path) : [path];
    if (files.length === 0) throw new Error('the folder holds no file');
    return files.map((file) => ({ name: file, read: () => readFile(file) }));
  } catch (error) {
    const failure = new PapergraphError(
      'BAD_SOURCE',
      `expected a file or a folder of files, but ${messageOf(error)}`,
      { cause: error },
    );
    return [{ name: path, read: () => Promise.reject(failure) }];
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const paths = (await readdir(folder, { recursive: true }))
    .filter((path) => !path.split(sep).some((part) => part.startsWith('.')))
    .map((path) => join(folder, path))
    .sort();
  const files: string[] = [];
  for (const path of paths) {
    // What a link that leads nowhere was to be is told when it is read, and keeps no other file from it.
    const isFile = await stat(path).then(
      (found) => found.isFile(),
      () => true,
    );
    if (isFile) files.push(path);
  }
  return files;
}
