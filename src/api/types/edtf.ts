import { GraphQLScalarType, Kind } from 'graphql';
import { edtfDays } from '../edtf-days.ts';

/** A day, time or interval as precise as it is known, and no more: never padded to midnight. */
export const edtfScalar = new GraphQLScalarType<string, string>({
  name: 'EDTF',
  description:
    'A date, time or interval in the Extended Date/Time Format (ISO 8601-2), as precise as it is known: `2022-01-10`, `2022-01-10T14:03:00Z`, `2022-01-03/2022-01-09`.',
  specifiedByURL: 'https://www.loc.gov/standards/datetime/',
  serialize: String,
  parseValue: checked,
  parseLiteral: (node) => checked(node.kind === Kind.STRING ? node.value : ''),
});

function checked(value: unknown): string {
  const text = String(value);
  edtfDays(text);
  return text;
}
