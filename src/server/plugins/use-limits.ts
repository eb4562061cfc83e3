import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  getOperationAST,
  GraphQLError,
  Kind,
  Lexer,
  Source,
  TokenKind,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { refusal } from './refusal.ts';

/** What one request may cost at most. */
export type Limits = {
  /** Bytes of the request's body. */
  bodyBytes: number;
  /** The same where the request brings the API key, and so may bring records. */
  authorizedBodyBytes: number;
  /** Words, numbers and punctuation marks of the query's text. */
  tokens: number;
  /** Renamed fields: they would multiply the same costly field. */
  aliases: number;
  /** Fields within fields; introspection by the playground has 15. */
  depth: number;
  /** Fields to resolve, each counted as often as the page sizes above it can repeat it. */
  complexity: number;
};

export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 100_000,
  authorizedBodyBytes: 16_000_000,
  tokens: 2_000,
  aliases: 30,
  depth: 16,
  complexity: 50_000,
};

/** Refuses a request that costs more than its limits before anything is fetched, and says which limit and by how much. */
export function useLimits(limits: Limits): Plugin {
  return {
    onParse({ params: { source } }) {
      const tokens = countTokens(typeof source === 'string' ? new Source(source) : source, limits.tokens);
      if (tokens > limits.tokens) throw refusal('tokens', 'tokens', tokens, limits.tokens);
    },
    onExecute({ args, setResultAndStopExecution }) {
      const refused = findExcess(args, limits);
      if (refused !== null) setResultAndStopExecution({ errors: [refused] });
    },
  };
}

type Execution = {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null | undefined;
  variableValues?: unknown;
};

function findExcess(args: Execution, limits: Limits): GraphQLError | null {
  const operation = getOperationAST(args.document, args.operationName);
  if (operation == null) return null;
  const aliases = countAliases(args.document);
  if (aliases > limits.aliases) return refusal('aliases', 'aliases', aliases, limits.aliases);

  const cost = costOf(args, operation);
  if (cost === null) return null;
  const { depth, complexity } = cost;
  if (depth > limits.depth) return refusal('depth', 'levels of fields', depth, limits.depth);
  if (complexity > limits.complexity) {
    return refusal('complexity', 'fields when all pages are full', complexity, limits.complexity);
  }
  return null;
}

/** Null where a variable has a wrong value: then execution refuses the request itself, and says so better. */
function costOf(
  { schema, document, variableValues }: Execution,
  operation: OperationDefinitionNode,
): { depth: number; complexity: number } | null {
  try {
    return complexityFromQuery(onlyOperation(document, operation), {
      schema,
      variables: (variableValues ?? {}) as Record<string, unknown>,
    });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

/** The cost is that of the operation which runs, not of the first one in the document. */
function onlyOperation(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { ...document, definitions: [operation, ...fragments] };
}

function countAliases(document: DocumentNode): number {
  let aliases = 0;
  visit(document, {
    Field: ({ alias }) => {
      if (alias !== undefined) aliases += 1;
    },
  });
  return aliases;
}

/** Counts up to ten times the maximum: how far beyond that a text goes does not matter. */
function countTokens(source: Source, maximum: number): number {
  const lexer = new Lexer(source);
  let tokens = 0;
  try {
    while (tokens <= maximum * 10 && lexer.advance().kind !== TokenKind.EOF) tokens += 1;
  } catch (error) {
    // What is no token at all is for the parser to refuse, which comes next.
    if (!(error instanceof GraphQLError)) throw error;
  }
  return tokens;
}
