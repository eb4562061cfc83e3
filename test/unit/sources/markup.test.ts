import { describe, expect, test } from 'vitest';
import { plainText, plainTextOrNull } from '../../../src/sources/markup.ts';

describe('the plain text of markup', () => {
  test.each([
    ['H<sub>2</sub>O on <b>Mars</b>', 'H2O on Mars'],
    ['<p>One.</p><p>Two.</p>', 'One. Two.'],
    ['One<br/>two', 'One two'],
    ['<jats:title>Background</jats:title><jats:p>Tea</jats:p>', 'Background Tea'],
    ['<mml:math xmlns:mml="http://example.org"><mml:mi>x</mml:mi><mml:mo>=</mml:mo></mml:math>1', 'x=1'],
    ['&lt;i&gt;Kites&lt;/i&gt; &amp; tea&#33; &#x263A;', 'Kites & tea! ☺'],
  ])('%s is %s', (markup, text) => {
    expect(plainText(markup)).toBe(text);
  });

  test.each(['p < 0.05 and q > 3', 'Vec<T> and <mask> or <s>', 'a <b and c> d', '&nosuch; &#9999999;'])(
    '%s has none and stays',
    (text) => {
      expect(plainText(text)).toBe(text);
    },
  );

  test('is null where nothing is left', () => {
    expect(plainTextOrNull('<p> </p>')).toBeNull();
    expect(plainTextOrNull(undefined)).toBeNull();
  });

  test('takes no time to speak of for text that is made to be slow', () => {
    const started = performance.now();
    for (const piece of ['<p a=', '<title>  ', '&#', '<p = = ', '\n ']) plainText(piece.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
