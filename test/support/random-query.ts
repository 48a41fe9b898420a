import {
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Values that a hostile or careless caller may give; valid for their type, whatever they mean. */
const TEXTS = [
  'Mara Oduya',
  'a',
  'a#1.v1',
  '',
  'PROTEST',
  "'; DROP TABLE version; --",
  '`}) DETACH DELETE n //',
  '../../etc/passwd',
  '<script>',
  '\u202eabc',
  '😀'.repeat(50),
  'x'.repeat(3000),
  'WyJhIl0',
  'WyIyMDI0LTAyLTEwIiwiYSJd',
  '%',
  '\\',
  '\u0000',
  '__proto__',
  'constructor',
];
const DATES = [
  '2024-02-10',
  '2024',
  '2024-02',
  '2024-02-01/2024-02-20',
  '156X',
  '9999-12-31',
  '0001',
  '2024-02-10T10:00:00Z',
];
const NUMBERS = [-1, 0, 1, 2, 5, 50, 500, 501, 2_147_483_647];

/** Random numbers that are the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

/** A valid query of one to three fields of `Query`, with some of their arguments. */
export function randomQuery(schema: GraphQLSchema, random: () => number): string {
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;
  const value = (type: GraphQLInputType, depth: number): string => {
    if (isNonNullType(type)) return value(type.ofType, depth);
    if (isListType(type))
      return `[${Array.from({ length: Math.floor(random() * 3) }, () => value(type.ofType, depth)).join(', ')}]`;
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || (depth < 3 && random() < 0.3),
      );
      return `{${fields.map((field) => `${field.name}: ${value(field.type, depth + 1)}`).join(', ')}}`;
    }
    switch ((type as GraphQLNamedType).name) {
      case 'Int':
        return String(pick(NUMBERS));
      case 'Float':
        return String(pick([0, 0.5, 1, -3.5, 1e300]));
      case 'Boolean':
        return String(random() < 0.5);
      case 'EDTF':
        return JSON.stringify(pick(DATES));
      default:
        return JSON.stringify(pick(TEXTS));
    }
  };
  const selection = (type: GraphQLOutputType, depth: number): string => {
    const named = getNamedType(type);
    if (isLeafType(named)) return '';
    if (isAbstractType(named)) {
      const of = pick(schema.getPossibleTypes(named));
      return ` { __typename ... on ${of.name}${fieldsOf(of, depth)} }`;
    }
    return isObjectType(named) ? fieldsOf(named, depth) : '';
  };
  const fieldsOf = (type: GraphQLObjectType, depth: number): string => {
    const fields = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)) || depth < 6);
    const chosen = fields.filter(() => random() < 0.35).slice(0, 6);
    return ` { __typename ${chosen.map((field, at) => fieldOf(field, depth + 1, `f${depth}_${at}`)).join(' ')} }`;
  };
  type Field = ReturnType<GraphQLObjectType['getFields']>[string];
  const fieldOf = (field: Field, depth: number, alias: string): string => {
    const args = field.args.filter(({ type }) => isNonNullType(type) || random() < 0.35);
    const given = args.map(({ name, type }) => `${name}: ${value(type, 0)}`).join(', ');
    return `${random() < 0.1 ? `${alias}: ` : ''}${field.name}${given ? `(${given})` : ''}${selection(field.type, depth)}`;
  };
  const roots = Object.values(schema.getQueryType()!.getFields());
  const count = 1 + Math.floor(random() * 3);
  return `{ ${Array.from({ length: count }, (_, at) => `r${at}: ${fieldOf(pick(roots), 1, '').replace(/^: /, '')}`).join(' ')} }`;
}
