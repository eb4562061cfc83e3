import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { PapergraphError } from './errors.ts';
import type { LiveSettings } from './sources/live/live-settings.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const ANALYSES = ['memory', 'database'] as const;
const STORE_URL = /^(?:grafeo::memory:|grafeo:.*[^:\s]|(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/[^\s/@]+\/?)$/;
const PORT_EXPECTED = 'a whole number from 0 (any free port) to 65535';
const NEO4J_URL = /^(?:neo4j|bolt)/;
const CONTACT_EXPECTED = 'an e-mail address or the URL of a page';
const EMAIL = /^[\w.%+-]+@[\w-]+(?:\.[\w-]+)+$/;
const MIN_API_KEY = 16;
const SECRETS = new Set(['S2_API_KEY', 'OPENALEX_API_KEY', 'API_KEY']);

const serviceUrl = z.string().refine(isPlainHttpUrl, 'an http or https URL without user, password and query');
// Keys travel in HTTP headers.
const secret = z.string().regex(/^[\x21-\x7E]+$/, 'printable ASCII characters without spaces');

const environment = z
  .object({
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, PORT_EXPECTED)
      .transform(Number)
      .refine((port) => port <= 65_535, PORT_EXPECTED)
      .default(4000),
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, 'a host name or an address, such as localhost or 0.0.0.0')
      .default('localhost'),
    STORE_URL: z
      .string()
      .refine(
        (url) => STORE_URL.test(url) && URL.canParse(url),
        'grafeo:PATH, grafeo::memory:, neo4j://HOST, neo4j+s://HOST or bolt://HOST',
      )
      .default('grafeo:data/papergraph.grafeo'),
    NEO4J_USER: z.string().default('neo4j'),
    NEO4J_PASSWORD: z.string().optional(),
    NEO4J_DATABASE: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9.-]{2,62}$/, "a database's name: 3 to 63 letters, digits, dots and dashes")
      .default('neo4j'),
    ANALYSIS: z.enum(ANALYSES, `one of ${ANALYSES.join(', ')}`).default('memory'),
    TOPIC_OVERRIDES: z.string().default(fileURLToPath(new URL('../topics.overrides.json', import.meta.url))),
    HF_URL: serviceUrl.default('https://huggingface.co'),
    ARXIV_URL: serviceUrl.default('https://export.arxiv.org'),
    OPENALEX_URL: serviceUrl.default('https://api.openalex.org'),
    S2_URL: serviceUrl.default('https://api.semanticscholar.org'),
    CONTACT: z
      .string()
      .refine((contact) => EMAIL.test(contact) || isPlainHttpUrl(contact), CONTACT_EXPECTED)
      .optional(),
    S2_API_KEY: secret.optional(),
    OPENALEX_API_KEY: secret.optional(),
    API_KEY: secret.min(MIN_API_KEY, `at least ${MIN_API_KEY} characters`).optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`).default('info'),
    NODE_ENV: z.string().default('development'),
  })
  .refine((env) => !NEO4J_URL.test(env.STORE_URL) || env.NEO4J_PASSWORD !== undefined, {
    path: ['NEO4J_PASSWORD'],
    message: 'the password of NEO4J_USER, since STORE_URL names a Neo4j server',
    when: () => true,
  });

/** Where the graph is kept: a Grafeo file (`path: null` keeps it in memory) or a Neo4j database. */
export type StoreConfig =
  | { kind: 'grafeo'; path: string | null }
  | { kind: 'neo4j'; url: string; user: string; password: string; database: string };

/** All settings, read and checked once at start. */
export type Config = {
  host: string;
  port: number;
  store: StoreConfig;
  /** Where questions about many papers are answered: from a copy of the graph in memory, or by the database itself. */
  analysis: (typeof ANALYSES)[number];
  /** The file of decisions about topics. */
  topicOverrides: string;
  /** Where the services are that live sources ask, and who asks. */
  live: LiveSettings;
  /** What clients of the ingest mutation must send; null where it is not to be had. */
  apiKey: string | null;
  log: { level: (typeof LOG_LEVELS)[number]; format: 'pretty' | 'json' };
};

/**
 * Reads the settings from environment variables (`.env.example` lists them); an empty variable counts as unset.
 * Throws `BAD_CONFIGURATION` with one line for each wrong variable: its name, what was expected, what it got.
 */
export function readConfig(variables: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => describeIssue(issue, given));
    throw new PapergraphError('BAD_CONFIGURATION', [...new Set(lines)].join('\n'));
  }
  const env = parsed.data;
  return {
    host: env.HOST,
    port: env.PORT,
    store: storeConfig(env),
    analysis: env.ANALYSIS,
    topicOverrides: env.TOPIC_OVERRIDES,
    live: {
      hfUrl: env.HF_URL,
      arxivUrl: env.ARXIV_URL,
      openAlexUrl: env.OPENALEX_URL,
      s2Url: env.S2_URL,
      version: readVersion(),
      contact: env.CONTACT ?? null,
      s2ApiKey: env.S2_API_KEY ?? null,
      openAlexApiKey: env.OPENALEX_API_KEY ?? null,
    },
    apiKey: env.API_KEY ?? null,
    log: { level: env.LOG_LEVEL, format: env.NODE_ENV === 'production' ? 'json' : 'pretty' },
  };
}

/** The process's own variables, with those of a `.env` file in the working directory beneath them. */
export function processEnvironment(): Record<string, string | undefined> {
  if (existsSync('.env')) loadEnvFile('.env');
  return process.env;
}

/** Papergraph's version, as its package tells. */
export function readVersion(): string {
  // Tools and benchmarks are built into a folder that lies one deeper than src and dist.
  const paths = ['../package.json', '../../package.json'].map((path) => new URL(path, import.meta.url));
  const found = paths.find((path) => existsSync(path));
  if (found === undefined)
    throw new Error(`expected Papergraph's package.json beside its code, but found none`);
  return (JSON.parse(readFileSync(found, 'utf8')) as { version: string }).version;
}

function storeConfig(env: z.infer<typeof environment>): StoreConfig {
  if (env.STORE_URL.startsWith('grafeo:')) {
    const path = env.STORE_URL.slice('grafeo:'.length);
    return { kind: 'grafeo', path: path === ':memory:' ? null : path };
  }
  return {
    kind: 'neo4j',
    url: env.STORE_URL,
    user: env.NEO4J_USER,
    password: env.NEO4J_PASSWORD ?? '',
    database: env.NEO4J_DATABASE,
  };
}

function describeIssue(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const value = given[name];
  if (value === undefined) return `${name}: expected ${issue.message}, but got nothing`;
  if (value.includes('@') && name === 'STORE_URL') {
    return `${name}: expected a URL without user and password (they go into NEO4J_USER and NEO4J_PASSWORD)`;
  }
  if (SECRETS.has(name)) return `${name}: expected ${issue.message}, but got ${value.length} characters`;
  const mayHoldSecret = name.endsWith('_URL') && /[@?#]/.test(value);
  return `${name}: expected ${issue.message}${mayHoldSecret ? '' : `, but got "${value}"`}`;
}

function isPlainHttpUrl(text: string): boolean {
  if (!/^https?:\/\/[\x21-\x7E]+$/i.test(text) || /[@?#()\\]/.test(text)) return false;
  return URL.canParse(text);
}
