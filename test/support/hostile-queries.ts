import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';

/** What somebody may send who wants more than an answer. */
export const HOSTILE = [
  "'; DROP TABLE version; --",
  '" OR 1=1 --',
  '`}) DETACH DELETE n //',
  "'}) MATCH (n) DETACH DELETE n //",
  '$where',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  '(a+)+$'.repeat(20),
  '%00%0d%0aset-cookie: a=b',
  '\u0000\u0001\u{10ffff}\ud800',
  '__proto__',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that it is one is the point
  '${process.exit()}',
  'x'.repeat(50_000),
];

type Asked = GraphQLArgument | GraphQLInputField;

/** One place in the arguments of a field where words are taken, and what to send to have hostile ones there. */
export interface Target {
  readonly path: string;
  readonly operation: string;
  variables(words: string): Record<string, unknown>;
}

/** Every place in every field of `Query` and `Mutation` where words are taken. */
export function targetsOf(schema: GraphQLSchema): Target[] {
  const roots = { query: schema.getQueryType(), mutation: schema.getMutationType() };
  return Object.entries(roots).flatMap(([kind, root]) =>
    Object.values(root?.getFields() ?? {}).flatMap((field) => targetsOfField(kind, field)),
  );
}

function targetsOfField(kind: string, field: GraphQLField<unknown, unknown>): Target[] {
  return field.args.flatMap((arg) =>
    wordsIn(arg.type, 0).map(([path, place]) => {
      const given = field.args.filter((other) => other === arg || isNeeded(other));
      const heads = given.map(({ name, type }) => `$${name}: ${type}`).join(', ');
      const args = given.map(({ name }) => `${name}: $${name}`).join(', ');
      const body = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
      return {
        path: `${field.name}.${arg.name}${path}`,
        operation: `${kind} (${heads}) { ${field.name}(${args})${body} }`,
        variables: (words: string) =>
          Object.fromEntries(given.map((one) => [one.name, one === arg ? place(words) : least(one.type)])),
      };
    }),
  );
}

/** Where in a value of this type words are taken, and such a value with them. */
function wordsIn(type: GraphQLInputType, depth: number): [path: string, place: (words: string) => unknown][] {
  if (isNonNullType(type)) return wordsIn(type.ofType, depth);
  if (isListType(type))
    return wordsIn(type.ofType, depth).map(([path, place]) => [`${path}[]`, (words) => [place(words)]]);
  if (isInputObjectType(type)) {
    if (depth > 3) return [];
    const fields = Object.values(type.getFields());
    return fields.flatMap((field) =>
      wordsIn(field.type, depth + 1).map(([path, place]): [string, (words: string) => unknown] => [
        `.${field.name}${path}`,
        (words) => ({
          ...Object.fromEntries(fields.filter(isNeeded).map((one) => [one.name, least(one.type)])),
          [field.name]: place(words),
        }),
      ]),
    );
  }
  return isEnumType(type) || ['Int', 'Float', 'Boolean'].includes(type.name) ? [] : [['', (words) => words]];
}

function isNeeded({ type, defaultValue }: Asked): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

/** A harmless value of a type. */
function least(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return least(type.ofType);
  if (isListType(type)) return [least(type.ofType)];
  if (isInputObjectType(type)) {
    if (type.name === 'EntityRef') return { name: 'Mara Oduya' };
    const needed = Object.values(type.getFields()).filter(isNeeded);
    return Object.fromEntries(needed.map((field) => [field.name, least(field.type)]));
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return { Int: 1, Float: 0.5, Boolean: true }[type.name] ?? 'a';
}
