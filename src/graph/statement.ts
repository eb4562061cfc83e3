import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Touches } from './touched.ts';

/** A Cypher statement bound to the shapes of its parameters and of its rows. */
export type Statement<Params, Row> = {
  /** Its file below `cypher/`, without ending, such as `read/papers-by-ids`. */
  name: string;
  text: string;
  /** `read` may be routed to any member of a cluster; `write` goes to its leader. The file's folder decides. */
  access: 'read' | 'write';
  params: z.ZodType<Params>;
  row: z.ZodType<Row>;
  /** Which nodes it writes about with such parameters. A statement that reads touches none. */
  touches(params: Params): Touches;
};

const CYPHER_FOLDER = new URL('../../cypher/', import.meta.url);

/** Reads a file below `cypher/`. The package carries the folder beside both `src` and `dist`. */
export function readCypher(name: string): string {
  return readFileSync(new URL(`${name}.cypher`, CYPHER_FOLDER), 'utf8');
}

/** The statements of an engine's `schema.cypher`, which are separated by semicolons. */
export function readSchema(engine: 'grafeo' | 'neo4j'): string[] {
  return readCypher(`${engine}/schema`)
    .replace(/^\/\/.*$/gm, '')
    .split(';')
    .filter((text) => text.trim() !== '');
}

/**
 * Binds a `.cypher` file to the shapes of its parameters and of one row. The file is read once, at import.
 * A statement that returns nothing has no `row`; one that writes says about which nodes it does.
 */
export function statement<Params extends z.ZodRawShape, Row extends z.ZodRawShape>(
  ...[name, shapes]:
    | [name: `read/${string}`, shapes: { params: Params; row?: Row }]
    | [
        name: `write/${string}`,
        shapes: { params: Params; row?: Row; touches: (params: z.infer<z.ZodObject<Params>>) => Touches },
      ]
): Statement<z.infer<z.ZodObject<Params>>, z.infer<z.ZodObject<Row>>> {
  return {
    name,
    text: readCypher(name),
    access: name.startsWith('read/') ? 'read' : 'write',
    params: z.strictObject(shapes.params) as never,
    row: z.strictObject(shapes.row ?? {}) as never,
    touches: 'touches' in shapes ? shapes.touches : () => ({}),
  };
}

/** Checks parameters before they reach a database. A mismatch is a mistake in this program. */
export function checkedParams<Params>(
  statement: Pick<Statement<Params, unknown>, 'name' | 'params'>,
  params: Params,
): Params {
  return parsed(statement.params, params, `parameters of ${statement.name}`);
}

/** Checks what a database answered. A mismatch means that the graph holds what Papergraph did not write. */
export function checkedRows<Row>(
  statement: Pick<Statement<unknown, Row>, 'name' | 'row'>,
  rows: readonly unknown[],
): Row[] {
  return rows.map((row, index) => parsed(statement.row, row, `row ${index} of ${statement.name}`));
}

function parsed<T>(shape: z.ZodType<T>, value: unknown, what: string): T {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw new TypeError(`Unexpected ${what}: ${z.prettifyError(result.error)}`);
}
