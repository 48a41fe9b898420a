import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from './node.ts';

export const SearchKind = { ENTITY: 'ENTITY', EVENT: 'EVENT', STATEMENT: 'STATEMENT', ARTICLE: 'ARTICLE' } as const;
registerEnumType(SearchKind, {
  name: 'SearchKind',
  description: 'What is searched for.',
  valuesConfig: {
    ENTITY: { description: 'People, organizations, places, groups: by name, a slip in a word is forgiven.' },
    EVENT: { description: 'Events: by kind and by who was in them or where.' },
    STATEMENT: { description: 'Statements: by their words, and by speaker.' },
    ARTICLE: { description: 'Articles: by headline, and by whom they name.' },
  },
});

@ObjectType({ description: 'Something that a search found.' })
export class SearchHit {
  @Field(() => SearchKind, { description: 'What it is.' })
  kind!: 'ENTITY' | 'EVENT' | 'STATEMENT' | 'ARTICLE';

  @Field(() => String, { description: 'A line to show: name, summary, words or headline.' })
  label!: string;

  @Field(() => Node, { description: 'What was found.' })
  node!: Node;
}
