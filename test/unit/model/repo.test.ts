import { describe, expect, it } from 'vitest';
import { parseRepoUrl } from '../../../src/model/repo.ts';

describe('a repository URL', () => {
  it.each([
    'https://github.com/OpenAI/CLIP',
    'http://www.github.com/openai/clip/',
    'github.com/openai/clip',
    '<https://github.com/openai/clip>',
    '(https://github.com/openai/clip)',
    '//github.com/openai/clip',
    'https://github.com:443/openai/clip/',
    'ssh://git@github.com/openai/clip.git',
    'https://github.com/openai/CLIP.git',
    'https://github.com/openai/CLIP/tree/main/clip?tab=readme#use',
    'https://github.com/openai/CLIP.',
    'git@github.com:openai/CLIP.git',
    'git+https://github.com/openai/CLIP.git',
    'ssh://git@github.com/openai/clip',
    '  https://github.com/openai/clip ',
  ])('is the same repository as %s', (spelling) => {
    expect(parseRepoUrl(spelling)?.url).toBe('https://github.com/openai/clip');
  });

  it('keeps owner and name as they are spelled, and the owner in lower case to look up', () => {
    expect(parseRepoUrl('https://github.com/ShenShan123/CircuitGCL.')).toEqual({
      url: 'https://github.com/shenshan123/circuitgcl',
      owner: 'ShenShan123',
      ownerKey: 'shenshan123',
      name: 'CircuitGCL',
    });
  });

  it('keeps dots, dashes and underscores inside the name, also where LaTeX escapes them', () => {
    expect(parseRepoUrl('https://github.com/a-b/my.repo_x-y.')?.url).toBe(
      'https://github.com/a-b/my.repo_x-y',
    );
    expect(parseRepoUrl('https://github.com/a/my\\_repo')?.url).toBe('https://github.com/a/my_repo');
  });

  it.each([
    'https://github.com/openai',
    'https://github.com/topics/llm',
    'https://openai.github.io/clip',
    'https://gitlab.com/openai/clip',
    'https://notgithub.com/openai/clip',
    'openai/clip',
    '',
  ])('is not in %j', (text) => {
    expect(parseRepoUrl(text)).toBeNull();
  });
});
