import { createReadStream, type Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { messageOf, PapergraphError } from '../errors.ts';
import type { Input } from '../ingest/ingest-sources.ts';
import { isCalendarDate } from '../model/date.ts';
import { createHttpClient } from '../sources/live/http-client.ts';
import { parseLiveQuery } from '../sources/live/live-query.ts';
import type { LiveAccess, LiveQuery } from '../sources/live/pages.ts';
import { httpSettingsFor, type LiveSettings } from '../sources/live/live-settings.ts';

/** How to read what the arguments name: the services to ask, and the day of listings whose dates omit the year. */
export type InputOptions = { live: LiveSettings; listedOn?: string | undefined };

/**
 * Finds what the arguments of `ingest` name: files, the files of folders (and of folders in them, by name, without
 * hidden ones), `-` for standard input, and queries such as `hf:2026-05-08`. A path that is not there, an empty folder
 * and a malformed query give an input that can't be read, so that they keep no other from being read.
 */
export async function findInputs(names: readonly string[], options: InputOptions): Promise<Input[]> {
  const http = createHttpClient(httpSettingsFor(options.live));
  const inputs: Input[] = [];
  for (const name of names) {
    try {
      const query = parseLiveQuery(name);
      if (name === '-') inputs.push(standardInput());
      else if (query !== null) inputs.push(liveInput(query, { http, settings: options.live }));
      else inputs.push(...(await inputsAt(name, options)));
    } catch (error) {
      inputs.push(unreadable(name, error));
    }
  }
  return inputs;
}

function standardInput(): Input {
  const parts = async function* () {
    yield { bytes: process.stdin, format: undefined, next: null };
  };
  return { name: 'standard input', resumable: null, size: null, readAt: new Date().toISOString(), parts };
}

/** What a service says today may differ tomorrow: a query is taken up again on the day on which it was stopped. */
function liveInput({ name, format, pages }: LiveQuery, access: LiveAccess): Input {
  const readAt = new Date().toISOString();
  const parts: Input['parts'] = async function* (from) {
    for await (const { body, next } of pages(access, from)) {
      yield {
        bytes: (async function* () {
          yield body;
        })(),
        format,
        next,
      };
    }
  };
  return { name, resumable: { key: name, fingerprint: readAt.slice(0, 10) }, size: null, readAt, parts };
}

async function inputsAt(path: string, options: InputOptions): Promise<Input[]> {
  const found = await stat(path);
  if (!found.isDirectory()) return [fileInput(path, found, options)];
  const files = await filesIn(path);
  if (files.length === 0) throw new Error('the folder holds no file');
  const inputs: Input[] = [];
  for (const file of files) {
    // What a link that leads nowhere was to be is told when it is read, and keeps no other file from it.
    inputs.push(
      await stat(file).then(
        (at) => fileInput(file, at, options),
        (error) => unreadable(file, error),
      ),
    );
  }
  return inputs;
}

async function filesIn(folder: string): Promise<string[]> {
  const paths = (await readdir(folder, { recursive: true }))
    .filter((path) => !path.split(sep).some((part) => part.startsWith('.')))
    .map((path) => join(folder, path))
    .sort();
  const files: string[] = [];
  for (const path of paths) {
    const isFile = await stat(path).then(
      (found) => found.isFile(),
      () => true,
    );
    if (isFile) files.push(path);
  }
  return files;
}

function fileInput(path: string, { size, mtime, mtimeMs }: Stats, { listedOn }: InputOptions): Input {
  const parts = async function* () {
    yield { bytes: createReadStream(path), format: undefined, next: null };
  };
  return {
    name: path,
    resumable: { key: resolve(path), fingerprint: `${size} bytes of ${Math.round(mtimeMs)}` },
    size,
    readAt: timeOf(listedOn ?? dayIn(basename(path)), mtime),
    parts,
  };
}

/** A saved page is as old as its name says, `2026-05-08.json`, or else as its file. */
function dayIn(name: string): string | undefined {
  const day = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(name)?.[0];
  return day !== undefined && isCalendarDate(day) ? day : undefined;
}

function timeOf(day: string | undefined, otherwise: Date): string {
  return (day === undefined ? otherwise : new Date(day)).toISOString();
}

function unreadable(name: string, error: unknown): Input {
  const reason =
    error instanceof PapergraphError
      ? messageOf(error)
      : `expected a file or a folder of files, but ${messageOf(error)}`;
  // oxlint-disable-next-line require-yield
  const parts = async function* () {
    throw new PapergraphError('BAD_SOURCE', reason, { cause: error });
  };
  return { name, resumable: null, size: null, readAt: new Date().toISOString(), parts };
}
