import {
  coerceInputValue,
  getNamedType,
  getNullableType,
  GraphQLBoolean,
  GraphQLError,
  GraphQLFloat,
  GraphQLInt,
  isLeafType,
  isListType,
  isRequiredArgument,
  isScalarType,
  parseConstValue,
  valueFromASTUntyped,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';
import { messageOf, PapergraphError } from '../errors.ts';

/** A filter of all conditions that are allowed has fewer. */
const MOST_TOKENS = 2000;
const NOT_TEXT: ReadonlySet<unknown> = new Set([GraphQLInt, GraphQLFloat, GraphQLBoolean]);

/**
 * The arguments of a field given as texts by name, such as those of a URL or of a command, coerced as a query's are. A
 * text is a value as GraphQL writes it (`{topic: "diffusion model"}`) or JSON does; what is a text itself needs no quotes. A
 * name that is given several times makes a list. Throws `BAD_USER_INPUT` for an unknown name or a wrong value.
 */
export function readArguments(
  known: readonly GraphQLArgument[],
  given: Iterable<readonly [name: string, text: string]>,
): Record<string, unknown> {
  const texts = new Map<string, string[]>();
  for (const [name, text] of given) texts.set(name, [...(texts.get(name) ?? []), text]);
  for (const name of texts.keys()) {
    if (known.some((argument) => argument.name === name)) continue;
    const names = known.map((argument) => argument.name).join(', ');
    throw new PapergraphError('BAD_USER_INPUT', `Expected only ${names}, but got "${name}".`);
  }
  const values: Record<string, unknown> = {};
  for (const argument of known) {
    const { name, type, defaultValue } = argument;
    const own = texts.get(name);
    if (own !== undefined) values[name] = coerced(name, valueOf(name, own, type), type);
    else if (defaultValue !== undefined) values[name] = defaultValue;
    else if (isRequiredArgument(argument)) {
      throw new PapergraphError(
        'BAD_USER_INPUT',
        `Expected "${name}" of type ${String(type)}, but got nothing.`,
      );
    }
  }
  return values;
}

function valueOf(name: string, texts: readonly string[], type: GraphQLInputType): unknown {
  const values = texts.map((text) => parsed(name, text, type));
  const isList = isListType(getNullableType(type));
  return values.length === 1 ? values[0] : isList ? values.flat() : values;
}

function parsed(name: string, text: string, type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  const isText = isScalarType(named) && !NOT_TEXT.has(named);
  if (isText && !/^\s*["[]/.test(text)) return text;
  try {
    return valueFromASTUntyped(parseConstValue(text, { maxTokens: MOST_TOKENS }));
  } catch (error) {
    // The parser descends with the value, so that only the stack bounds how deep it is.
    if (!(error instanceof GraphQLError || error instanceof RangeError)) throw error;
    const json = parsedJson(text);
    if (json !== undefined) return json;
    if (isLeafType(named)) return text;
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected "${name}" to be a value of type ${String(type)}, but got ${excerpt(text)}: ${error instanceof GraphQLError ? error.message : 'it is nested too deep'}`,
      { cause: error },
    );
  }
}

/** Names in quotes are JSON, and no GraphQL. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function coerced(name: string, value: unknown, type: GraphQLInputType): unknown {
  return coerceInputValue(value, type, (path, _value, error) => {
    const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
    throw new PapergraphError('BAD_USER_INPUT', `"${name}${place}": ${messageOf(error)}`, { cause: error });
  });
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
