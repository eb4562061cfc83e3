import { describe, expect, it } from 'vitest';
import { projectPageIn, repoMentionsOf, reposIn } from '../../../src/sources/links.ts';

const urls = (text: string) => reposIn(text).map(({ url }) => url);

describe('the repositories in a text', () => {
  it('are those on GitHub, GitLab and Hugging Face, with or without a scheme', () => {
    const text =
      'Code: github.com/a/b, models at hf.co/a/m and https://huggingface.co/datasets/a/d. Also gitlab.com/g/s/p.';
    expect(urls(text)).toEqual([
      'https://github.com/a/b',
      'https://huggingface.co/a/m',
      'https://huggingface.co/datasets/a/d',
      'https://gitlab.com/g/s/p',
    ]);
  });

  it.each([
    'see https://huggingface.co/papers/2402.18700 and https://huggingface.co/docs/hub/index',
    'at https://a.github.io/b and https://github.com/a',
    'mail me@github.com/a/b or notgithub.com/a/b',
  ])('are none in "%s"', (text) => {
    expect(urls(text)).toEqual([]);
  });

  it('end before what is not part of them', () => {
    for (const link of [
      '(https://github.com/a/b)',
      '[https://github.com/a/b].',
      '{https://github.com/a/b}.',
    ]) {
      expect(urls(`Code ${link} is there`)).toEqual(['https://github.com/a/b']);
    }
    expect(urls('https://github.com/a/my\\_code; https://github.com/a/c?!')).toEqual([
      'https://github.com/a/my_code',
      'https://github.com/a/c',
    ]);
  });

  it('are found in no time in a text made to be slow', () => {
    const started = performance.now();
    expect(urls(`https://github.com/a/b${'])'.repeat(100_000)}x`)).toEqual(['https://github.com/a/b']);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('the repositories that a source gives a paper', () => {
  it('tell where they were found and how sure it is that they are its own', () => {
    const mentions = repoMentionsOf({
      curated: 'https://github.com/a/curated/tree/main',
      abstract: 'Code: https://github.com/a/abstract.',
      comment: 'Data at https://gitlab.com/a/comment',
      projectPage: 'https://github.com/a/page',
    });
    expect(mentions.map(({ name, source, confidence }) => [name, source, confidence])).toEqual([
      ['curated', 'githubRepo', 1],
      ['abstract', 'abstract', 0.9],
      ['comment', 'comment', 0.9],
      ['page', 'projectPage', 0.8],
    ]);
  });

  it('are given once, as the surest says', () => {
    const url = 'https://github.com/A/B';
    expect(
      repoMentionsOf({ curated: `${url}.git`, abstract: url, comment: url, projectPage: url }),
    ).toMatchObject([{ url: 'https://github.com/a/b', source: 'githubRepo', confidence: 1 }]);
    expect(repoMentionsOf({ projectPage: url, comment: url })).toMatchObject([{ source: 'comment' }]);
  });

  it('are none where the source says nothing, or its project page is no repository', () => {
    expect(repoMentionsOf({})).toEqual([]);
    expect(repoMentionsOf({ curated: null, abstract: '', projectPage: 'https://a.github.io/b' })).toEqual([]);
  });
});

describe('the project page in a text', () => {
  it('is the first link to github.io', () => {
    expect(projectPageIn('At https://github.com/a/b and https://a.github.io/b/.')).toBe(
      'https://a.github.io/b/',
    );
    expect(projectPageIn('At https://github.com/a/b.')).toBeNull();
  });
});
