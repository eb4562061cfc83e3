import { describe, expect, it } from 'vitest';
import { chooseEncoding } from '../../../src/server/content-encoding.ts';

describe('the encoding of an answer', () => {
  it.for([
    [null, null],
    ['', null],
    ['identity', null],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['GZIP;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0.5, br;q=0', 'gzip'],
    ['gzip;q=0', null],
    ['gzip;q=0.5, identity;q=0.8', null],
    ['zstd, deflate', null],
  ] as const)('for "%s" is %s', ([accepted, encoding]) => {
    expect(chooseEncoding(accepted)).toBe(encoding);
  });
});
