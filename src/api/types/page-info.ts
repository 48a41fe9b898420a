import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page stands in its list (Relay connections).' })
export class PageInfo {
  @Field(() => Boolean, {
    description:
      'Whether more may follow after this page. Only where very much had to be looked through is a page with fewer items than asked followed by another: go on from `endCursor`.',
  })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the page was asked for by a cursor, so that something stands before it.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the page ends: give it as `after` for the next one. As a rule the cursor of the last edge.',
  })
  endCursor!: string | null;
}
