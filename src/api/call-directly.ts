import { type GraphQLFieldResolver, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { Context } from './context.ts';

type Resolve = GraphQLFieldResolver<Record<string, (...given: unknown[]) => unknown>, Context>;
type Given = (args: Readonly<Record<string, unknown>>, context: Context) => unknown;

/**
 * Has fields that are methods answered by those methods, with nothing between: type-graphql works out anew each time how
 * one is called, and a page calls hundreds. Their arguments come as plain objects, which is all that they need.
 */
export function callDirectly(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    // Each type that is one of several is a class of its name; type-graphql would tell so by a promise.
    if (isAbstractType(type)) type.resolveType = (value: object) => value.constructor.name;
  }
  const { objectTypes, fieldResolvers } = getMetadataStorage();
  const nameOf = new Map(objectTypes.map(({ target, name }) => [target, name]));
  for (const { kind, target, methodName, schemaName, params = [] } of fieldResolvers) {
    const type = schema.getType(nameOf.get(target) ?? '');
    const field = isObjectType(type) ? type.getFields()[schemaName] : undefined;
    const given = [...params].sort((a, b) => a.index - b.index).map(givenOf);
    const otherwise = field?.resolve;
    if (kind !== 'internal' || !field || !otherwise || !given.every((one) => one !== null)) continue;
    const [first, second] = given;
    if (given.length > 2) continue;
    const direct: Resolve = (source, args, context, info) =>
      source instanceof target
        ? source[methodName]!(first?.(args, context), second?.(args, context))
        : otherwise(source, args, context, info);
    field.resolve = direct as NonNullable<typeof field.resolve>;
  }
}

/** How a parameter is found; null for one that only type-graphql knows. */
function givenOf(
  param: NonNullable<ReturnType<typeof getMetadataStorage>['fieldResolvers'][number]['params']>[number],
): Given | null {
  if (param.kind === 'context' && param.propertyName === undefined) return (_, context) => context;
  if (param.kind === 'args') return (args) => args;
  if (param.kind === 'arg') return (args) => args[param.name];
  return null;
}
