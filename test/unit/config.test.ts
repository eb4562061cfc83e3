import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { PapergraphError } from '../../src/errors.ts';

describe('the configuration', () => {
  it('needs no variable at all', () => {
    expect(readConfig({})).toEqual({
      host: 'localhost',
      port: 4000,
      store: { kind: 'grafeo', path: 'data/papergraph.grafeo' },
      analysis: 'memory',
      topicOverrides: expect.stringMatching(/topics\.overrides\.json$/),
      live: {
        hfUrl: 'https://huggingface.co',
        arxivUrl: 'https://export.arxiv.org',
        openAlexUrl: 'https://api.openalex.org',
        s2Url: 'https://api.semanticscholar.org',
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
        contact: null,
        s2ApiKey: null,
        openAlexApiKey: null,
      },
      apiKey: null,
      log: { level: 'info', format: 'pretty' },
    });
  });

  it('treats an empty variable as unset', () => {
    expect(readConfig({ PORT: '', STORE_URL: '', LOG_LEVEL: '' })).toEqual(readConfig({}));
  });

  it('keeps the graph in memory where it is told to', () => {
    expect(readConfig({ STORE_URL: 'grafeo::memory:' }).store).toEqual({ kind: 'grafeo', path: null });
  });

  it.each(['neo4j://localhost:7687', 'neo4j+s://db.example.org', 'bolt://127.0.0.1:7687'])(
    'takes %s',
    (url) => {
      expect(readConfig({ STORE_URL: url, NEO4J_PASSWORD: 'secret' }).store).toEqual({
        kind: 'neo4j',
        url,
        user: 'neo4j',
        password: 'secret',
        database: 'neo4j',
      });
    },
  );

  it.each(['bolt://localhost:99999', 'grafeo:', 'grafeo:memory:', 'neo4j://'])('refuses %s', (url) => {
    expect(linesFor({ STORE_URL: url, NEO4J_PASSWORD: 'x' })).toEqual([
      `STORE_URL: expected grafeo:PATH, grafeo::memory:, neo4j://HOST, neo4j+s://HOST or bolt://HOST, but got "${url}"`,
    ]);
  });

  it.each([' ', '0x10', '1e3', '-1', '8.5'])('takes %j for no port', (port) => {
    expect(linesFor({ PORT: port })).toEqual([
      `PORT: expected a whole number from 0 (any free port) to 65535, but got "${port}"`,
    ]);
  });

  it('tells every wrong variable on a line of its own: its name, what was expected, what it got', () => {
    expect(linesFor({ PORT: '99999', STORE_URL: 'mysql://x', LOG_LEVEL: 'loud', HOST: 'a b' })).toEqual([
      'HOST: expected a host name or an address, such as localhost or 0.0.0.0, but got "a b"',
      'LOG_LEVEL: expected one of fatal, error, warn, info, debug, trace, silent, but got "loud"',
      'PORT: expected a whole number from 0 (any free port) to 65535, but got "99999"',
      'STORE_URL: expected grafeo:PATH, grafeo::memory:, neo4j://HOST, neo4j+s://HOST or bolt://HOST, but got "mysql://x"',
    ]);
    expect(linesFor({ PORT: 'http' })).toEqual([
      'PORT: expected a whole number from 0 (any free port) to 65535, but got "http"',
    ]);
  });

  it('asks for the password of a Neo4j server and never shows one', () => {
    expect(linesFor({ STORE_URL: 'neo4j://localhost:7687' })).toEqual([
      'NEO4J_PASSWORD: expected the password of NEO4J_USER, since STORE_URL names a Neo4j server, but got nothing',
    ]);
    expect(linesFor({ STORE_URL: 'bolt://neo4j:hunter2@h:7687', NEO4J_PASSWORD: 'x' })).toEqual([
      'STORE_URL: expected a URL without user and password (they go into NEO4J_USER and NEO4J_PASSWORD)',
    ]);
    expect(linesFor({ STORE_URL: 'neo4j://h', NEO4J_PASSWORD: 'hunter2', PORT: 'x' }).join()).not.toContain(
      'hunter2',
    );
  });

  it('takes other addresses of services, a contact and keys', () => {
    const config = readConfig({
      HF_URL: 'http://127.0.0.1:8080/hf',
      CONTACT: 'ada@example.org',
      S2_API_KEY: 'for-semantic-scholar',
      OPENALEX_API_KEY: 'for-openalex',
      API_KEY: 'sixteen-or-more-characters',
    });
    expect(config.live).toMatchObject({
      hfUrl: 'http://127.0.0.1:8080/hf',
      contact: 'ada@example.org',
      s2ApiKey: 'for-semantic-scholar',
      openAlexApiKey: 'for-openalex',
    });
    expect(config.apiKey).toBe('sixteen-or-more-characters');
    expect(readConfig({ CONTACT: 'https://example.org/papers' }).live.contact).toBe(
      'https://example.org/papers',
    );
  });

  it.each(['ftp://example.org', 'export.arxiv.org', 'https://', 'file:///etc/passwd'])(
    'takes %j for no address of a service',
    (url) => {
      expect(linesFor({ ARXIV_URL: url })).toEqual([
        `ARXIV_URL: expected an http or https URL without user, password and query, but got "${url}"`,
      ]);
    },
  );

  it.each(['Ada', 'ada@', 'ada@example.org)\r\nx-evil: 1', 'javascript:alert(1)'])(
    'takes %j for no contact',
    (contact) => {
      expect(linesFor({ CONTACT: contact })[0]).toMatch(
        /^CONTACT: expected an e-mail address or the URL of a page/,
      );
    },
  );

  it('never shows a key or the secrets in an address', () => {
    const hunter = 'hunter2 hunter2';
    expect(linesFor({ S2_API_KEY: hunter, OPENALEX_API_KEY: hunter, API_KEY: 'hunter2' })).toEqual([
      'API_KEY: expected at least 16 characters, but got 7 characters',
      'OPENALEX_API_KEY: expected printable ASCII characters without spaces, but got 15 characters',
      'S2_API_KEY: expected printable ASCII characters without spaces, but got 15 characters',
    ]);
    expect(
      linesFor({ HF_URL: 'https://ada:hunter2@example.org', S2_URL: 'https://h?key=hunter2' }).join(),
    ).not.toContain('hunter2');
  });

  it('is what .env.example documents, each variable with its default', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const documented = Object.fromEntries(
      [...example.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(([, name = '', value]) => [name, value]),
    );
    expect(Object.keys(documented).sort()).toEqual(
      [
        'ANALYSIS API_KEY ARXIV_URL CONTACT HF_URL HOST LOG_LEVEL NEO4J_DATABASE NEO4J_PASSWORD NEO4J_USER NODE_ENV',
        'OPENALEX_API_KEY OPENALEX_URL PORT S2_API_KEY S2_URL STORE_URL TOPIC_OVERRIDES',
      ].flatMap((names) => names.split(' ')),
    );
    expect(readConfig(documented)).toEqual(readConfig({}));
  });
});

function linesFor(variables: Record<string, string>): string[] {
  try {
    readConfig(variables);
  } catch (error) {
    if (error instanceof PapergraphError && error.code === 'BAD_CONFIGURATION')
      return error.message.split('\n').sort();
    throw error;
  }
  throw new Error('expected the configuration to be refused');
}
