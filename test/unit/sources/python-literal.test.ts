import { describe, expect, it } from 'vitest';
import { parsePythonLiteral } from '../../../src/sources/python-literal.ts';

describe('parsePythonLiteral', () => {
  it.each<[string, unknown]>([
    ['None', null],
    ['[True, False]', [true, false]],
    ['[0, -7, 2.5, 1e-05, 1., .5, 1E3]', [0, -7, 2.5, 1e-5, 1, 0.5, 1000]],
    ["{'a': {'b': []}, 'c': {}}", { a: { b: [] }, c: {} }],
    ["{'a': 1, 'a': 2,}", { a: 2 }],
    ['[(), (1,), (1, 2), (1)]', [[], [1], [1, 2], 1]],
    [' [ 1\n,\t2 ] ', [1, 2]],
  ])('reads %s', (text, value) => {
    expect(parsePythonLiteral(text)).toEqual(value);
  });

  it.each<[string, string]>([
    [String.raw`'it\'s "so"'`, `it's "so"`],
    [String.raw`"it's \"so\""`, `it's "so"`],
    [String.raw`'a\nb\tc\\d\re'`, 'a\nb\tc\\d\re'],
    [String.raw`'\xe9\u03b1\U0001f600\101\0'`, 'éα😀A\0'],
    [`'é α 😀'`, 'é α 😀'],
    [`'None, True and {'`, 'None, True and {'],
    [`''`, ''],
  ])('reads the string %s', (text, value) => {
    expect(parsePythonLiteral(text)).toBe(value);
  });

  it('keeps a key named __proto__ a key', () => {
    const value = parsePythonLiteral("{'__proto__': {'admin': True}}");
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect((value as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each<[string, string]>([
    ['', 'expected a Python literal at character 1, but got the end'],
    ['null', 'expected a Python literal at character 1, but got "null"'],
    ['Nonexistent', 'expected a Python literal at character 1, but got "Nonexistent"'],
    ["__import__('os')", `expected a Python literal at character 1, but got "__import__('os')"`],
    ['[1, 2', 'expected "," or "]" at character 6, but got the end'],
    ['[1 2]', 'expected "," or "]" at character 4, but got "2]"'],
    ['[,]', 'expected a Python literal at character 2, but got ",]"'],
    ['[007]', 'expected "," or "]" at character 3, but got "07]"'],
    ['{1: 2}', 'expected a string as key at character 2, but got "1: 2}"'],
    ["{'a' 2}", 'expected ":" after a key at character 6, but got "2}"'],
    ["'abc", `expected an escape that Python knows, or ' after the string at character 5, but got the end`],
    ["'a\nb'", `expected an escape that Python knows, or ' after the string at character 3, but got "\\nb'"`],
    [
      String.raw`'\q'`,
      String.raw`expected an escape that Python knows, or ' after the string at character 2, but got "\\q'"`,
    ],
    [
      String.raw`'\U00110000'`,
      String.raw`expected an escape that Python knows, or ' after the string at character 2, but got "\\U00110000'"`,
    ],
    ['1 + 1', 'expected the end of the literal at character 3, but got "+ 1"'],
    ['9007199254740993', 'expected an integer of at most 53 bits at character 1, but got "9007199254740993"'],
  ])('says what was expected in %j', (text, message) => {
    expect(() => parsePythonLiteral(text)).toThrow(new Error(message));
  });

  it('refuses a literal that nests deeper than any answer', () => {
    expect(() => parsePythonLiteral('['.repeat(100_000))).toThrow('at most 100 levels');
  });

  it('reads a string of millions of characters in linear time', () => {
    const long = String.raw`\n`.repeat(1_000_000) + 'x'.repeat(1_000_000);
    expect(parsePythonLiteral(`'${long}'`)).toHaveLength(2_000_000);
  });
});
