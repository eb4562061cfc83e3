import { describe, expect, it } from 'vitest';
import { parseRepoUrl, repo } from '../../../src/model/repo.ts';

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
      host: 'GITHUB',
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
    'https://gitlab.com/openai',
    'https://gitlab.com/explore/projects',
    'https://openai.gitlab.io/clip',
    'https://bitbucket.org/openai/clip',
    'https://huggingface.co/openai',
    'https://huggingface.co/papers/2402.18700',
    'https://hf.co/papers/2402.18700',
    'https://huggingface.co/docs/transformers/index',
    'https://huggingface.co/blog/openai/clip',
    'https://huggingface.co/collections/openai/clip-65a1b2',
    'https://huggingface.co/datasets/squad',
    'https://huggingface.co/spaces',
    'https://huggingface.co/api/models/openai',
    'https://huggingface.co/login?next=%2Fpapers%2F2402.18700',
    'https://cdn-avatars.huggingface.co/v1/production',
    'https://notgithub.com/openai/clip',
    'openai/clip',
    '',
  ])('is not in %j', (text) => {
    expect(parseRepoUrl(text)).toBeNull();
  });

  it.each([
    ['https://gitlab.com/Group/Project', 'https://gitlab.com/group/project', 'Group', 'Project'],
    ['https://gitlab.com/group/project.git', 'https://gitlab.com/group/project', 'group', 'project'],
    ['git@gitlab.com:group/project.git', 'https://gitlab.com/group/project', 'group', 'project'],
    ['https://gitlab.com/group/project/', 'https://gitlab.com/group/project', 'group', 'project'],
    ['https://gitlab.com/group/project.', 'https://gitlab.com/group/project', 'group', 'project'],
    ['https://gitlab.com/group/project,', 'https://gitlab.com/group/project', 'group', 'project'],
    [
      'https://gitlab.com/group/project/-/tree/main/src',
      'https://gitlab.com/group/project',
      'group',
      'project',
    ],
    ['https://gitlab.com/a/b/c', 'https://gitlab.com/a/b/c', 'a/b', 'c'],
    ['https://gitlab.com/a/b/c/d.git', 'https://gitlab.com/a/b/c/d', 'a/b/c', 'd'],
    ['gitlab.com/a/b/c/-/issues?x=1', 'https://gitlab.com/a/b/c', 'a/b', 'c'],
  ])('on GitLab is read from %s, subgroups included', (text, url, owner, name) => {
    expect(parseRepoUrl(text)).toEqual({ url, host: 'GITLAB', owner, ownerKey: owner.toLowerCase(), name });
  });

  it.each([
    ['https://huggingface.co/openai/CLIP', 'https://huggingface.co/openai/clip'],
    ['https://hf.co/openai/CLIP', 'https://huggingface.co/openai/clip'],
    ['huggingface.co/openai/clip/tree/main', 'https://huggingface.co/openai/clip'],
    ['https://www.huggingface.co/openai/clip.', 'https://huggingface.co/openai/clip'],
    ['https://huggingface.co/datasets/openai/gsm8k', 'https://huggingface.co/datasets/openai/gsm8k'],
    ['https://hf.co/datasets/openai/gsm8k/viewer', 'https://huggingface.co/datasets/openai/gsm8k'],
    ['https://huggingface.co/spaces/openai/whisper', 'https://huggingface.co/spaces/openai/whisper'],
  ])('on Hugging Face is read from %s: models, datasets and spaces', (text, url) => {
    expect(parseRepoUrl(text)).toMatchObject({ url, host: 'HUGGING_FACE', ownerKey: 'openai' });
  });

  it('has a URL of the form that the graph keeps', () => {
    for (const text of ['github.com/A/b.c', 'gitlab.com/a/b/c_d', 'hf.co/datasets/A/b']) {
      expect(repo.safeParse(parseRepoUrl(text)).success).toBe(true);
    }
  });
});
