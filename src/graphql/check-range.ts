import { PapergraphError } from '../errors.ts';

/** Throws `BAD_USER_INPUT` for an argument outside its range. */
export function checkRange(name: string, value: number, [least, most]: readonly [number, number]): void {
  if (value >= least && value <= most) return;
  throw new PapergraphError(
    'BAD_USER_INPUT',
    `Expected "${name}" from ${least} to ${most}, but got ${value}.`,
  );
}
