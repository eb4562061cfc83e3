import { Tinypool } from 'tinypool';
import type { AnalyseTexts } from '../topics/analyse-texts.ts';

/** A thread of the built program only: Node does not run TypeScript in one. */
const MODULE = new URL('../topics/analyse-texts.js', import.meta.url).href;

/** A thread loads the language model before its first text, so it is kept from one batch to the next. */
const IDLE_MS = 60_000;

/** A thread that reads the texts of papers beside this one. It starts when it is first asked. */
export function textThread(): { analyse: AnalyseTexts; stop: () => Promise<void> } {
  const pool = new Tinypool({ filename: MODULE, minThreads: 0, maxThreads: 1, idleTimeout: IDLE_MS });
  return {
    analyse: (texts) => pool.run(texts, { name: 'analyseTexts' }),
    stop: () => pool.destroy(),
  };
}
