import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** The process that holds an embedded store, and, where it is a server, how a command on the same machine reaches it. */
const holder = z.object({
  pid: z.int(),
  server: z.object({ url: z.url(), secret: z.string().min(32) }).optional(),
});
export type Holder = z.infer<typeof holder>;

/** Tells beside the database's file who holds it; only its user may read that. */
export function writeHolder(path: string, told: Holder): void {
  // A file that is there keeps its mode.
  rmSync(holderFile(path), { force: true });
  writeFileSync(holderFile(path), JSON.stringify(told), { mode: 0o600 });
}

/** Who holds a database's file; null where nobody tells. */
export function readHolder(path: string): Holder | null {
  try {
    return holder.parse(JSON.parse(readFileSync(holderFile(path), 'utf8')));
  } catch {
    return null;
  }
}

/** The file is held by nobody any more. */
export function removeHolder(path: string): void {
  rmSync(holderFile(path), { force: true });
}

function holderFile(path: string): string {
  return `${path}.holder`;
}
