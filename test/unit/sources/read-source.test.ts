import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/sources/read-source.ts';

describe('the bytes of a source', () => {
  it('are refused where they are binary', () => {
    expect(() => readSource(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toThrow(
      /expected a text in UTF-8, but got binary/,
    );
  });

  it('are refused where they are text in another encoding', () => {
    expect(() => readSource(Buffer.from('Caf\xe9', 'latin1'))).toThrow(
      /expected a text in UTF-8, but got another/,
    );
  });
});
