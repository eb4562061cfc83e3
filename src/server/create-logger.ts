import { pino, type Logger } from 'pino';
import type { Config } from '../config.ts';

/** The log: JSON lines for machines, or lines for reading. Both go to standard error, which leaves standard output to results. */
export function createLogger({ level, format }: Config['log']): Logger {
  if (format === 'json') return pino({ level }, pino.destination(2));
  return pino({
    level,
    transport: {
      target: 'pino-pretty',
      options: { destination: 2, ignore: 'pid,hostname', translateTime: 'HH:MM:ss', singleLine: true },
    },
  });
}
