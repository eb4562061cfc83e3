import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/**
 * Whether a request asks for a field below the one that is being resolved, such as `pageInfo`, `hasNextPage`. What is left
 * out by a directive counts as asked for.
 */
export function asksFor(info: GraphQLResolveInfo, ...path: readonly string[]): boolean {
  const isIn = (selections: SelectionSetNode | undefined, [name, ...rest]: readonly string[]): boolean =>
    selections?.selections.some((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return isIn(selection.selectionSet, [name ?? '', ...rest]);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        return isIn(info.fragments[selection.name.value]?.selectionSet, [name ?? '', ...rest]);
      }
      if (selection.name.value !== name) return false;
      return rest.length === 0 || isIn(selection.selectionSet, rest);
    }) ?? false;
  return info.fieldNodes.some(({ selectionSet }) => isIn(selectionSet, path));
}
