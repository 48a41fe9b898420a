import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../context.ts';
import { Statement } from './statement.ts';

@ObjectType({ description: 'On whose word an event rests.' })
export class VouchedBy {
  @Field(() => Boolean, { description: 'Whether an article says so in its own voice.' })
  narrator!: boolean;

  private statementIds!: readonly string[];

  @Field(() => [Statement], { description: 'Statements that say so, or deny it: a hundred at most.' })
  async statements(@Ctx() { load }: Context): Promise<Statement[]> {
    const views = await load.statements.loadMany([...this.statementIds]);
    return views.flatMap((view) => (view && !(view instanceof Error) ? Statement.from(view) : []));
  }

  static from(narrator: boolean, statementIds: readonly string[]): VouchedBy {
    return Object.assign(new VouchedBy(), { narrator, statementIds });
  }
}
