import { Field, Int, ObjectType } from 'type-graphql';
import { Stance } from '../enums.ts';
import { edtfScalar } from './edtf.ts';
import { Statement } from './statement.ts';

@ObjectType({ description: 'A stretch of time in which someone keeps one stance toward someone or something.' })
export class Position {
  @Field(() => Stance, { description: 'The stance.' })
  stance!: 'supportive' | 'critical' | 'neutral';

  @Field(() => edtfScalar, { description: 'Day of its first statement.' })
  from!: string;

  @Field(() => edtfScalar, { description: 'Day of its last statement.' })
  to!: string;

  @Field(() => Int, { description: 'Statements in it, neutral ones between them included.' })
  count!: number;

  @Field(() => Statement, { description: 'Its first statement.' })
  first!: Statement;

  @Field(() => Statement, { description: 'Its last statement.' })
  last!: Statement;
}

@ObjectType({ description: 'A change of stance, with the words at both ends.' })
export class StanceChange {
  @Field(() => Stance, { description: 'The stance before.' })
  from!: 'supportive' | 'critical' | 'neutral';

  @Field(() => Stance, { description: 'The stance after.' })
  to!: 'supportive' | 'critical' | 'neutral';

  @Field(() => Statement, { description: 'The last statement before the change.' })
  before!: Statement;

  @Field(() => Statement, { description: 'The first statement after it.' })
  after!: Statement;
}

@ObjectType({ description: 'What someone thinks of someone or something, over time.' })
export class Positions {
  @Field(() => [Position], { description: 'Stretches of one stance, in order.' })
  stretches!: Position[];

  @Field(() => [StanceChange], { description: 'Where the stance changes.' })
  changes!: StanceChange[];

  @Field(() => Int, { description: 'Statements looked at.' })
  count!: number;

  @Field(() => Boolean, { description: 'False where there are more than are looked at: ask for a shorter time.' })
  isComplete!: boolean;
}
