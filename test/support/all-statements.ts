import { readdirSync } from 'node:fs';
import type { Statement } from '../../src/graph/statement.ts';

const folder = new URL('../../src/graph/statements/', import.meta.url);

const modules = await Promise.all(
  readdirSync(folder).map((file) => import(new URL(file, folder).href) as Promise<Record<string, unknown>>),
);

/** Every statement that the program can run, by way of the modules that bind them. */
export const ALL_STATEMENTS = modules
  .flatMap((module) => Object.values(module))
  .filter(isStatement)
  .sort((a, b) => (a.name < b.name ? -1 : 1));

function isStatement(value: unknown): value is Statement<Record<string, unknown>, unknown> {
  return typeof value === 'object' && value !== null && 'access' in value && 'text' in value;
}
