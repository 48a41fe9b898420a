import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Count } from './count.ts';
import { edtfScalar } from './edtf.ts';

export const Bucket = { DAY: 'DAY', WEEK: 'WEEK', MONTH: 'MONTH', YEAR: 'YEAR' } as const;
registerEnumType(Bucket, {
  name: 'Bucket',
  description: 'How wide the bars of a histogram are.',
  valuesConfig: {
    DAY: { description: 'A day.' },
    WEEK: { description: 'A week from Monday to Sunday.' },
    MONTH: { description: 'A month.' },
    YEAR: { description: 'A year.' },
  },
});

export const Split = { TYPE: 'TYPE', QUAD: 'QUAD', STANDING: 'STANDING' } as const;
registerEnumType(Split, {
  name: 'Split',
  description: 'What the bars of a histogram are made of.',
  valuesConfig: {
    TYPE: { description: 'Kinds of event.' },
    QUAD: { description: 'Quad classes; kinds without one are `NONE`.' },
    STANDING: { description: 'Standings.' },
  },
});

@ObjectType({ description: 'Events of one stretch of time.' })
export class HistogramBar {
  @Field(() => edtfScalar, { description: 'Its first day.' })
  start!: string;

  @Field(() => edtfScalar, { description: 'Its last day.' })
  end!: string;

  @Field(() => Float, { description: 'Events that begin in it, at the first day that they can be of.' })
  count!: number;

  @Field(() => [Count], { description: 'What they are, the most first.' })
  parts!: Count[];
}

@ObjectType({ description: 'How many events there were, over time.' })
export class Histogram {
  @Field(() => [HistogramBar], { description: 'Stretches with events, in order; empty ones are left out.' })
  bars!: HistogramBar[];

  @Field(() => Float, { description: 'All events in it, undated ones too.' })
  total!: number;

  @Field(() => Float, { description: 'Events that nothing dates.' })
  undated!: number;

  @Field(() => Boolean, { description: 'False where there are more than are counted: ask for a shorter time.' })
  isComplete!: boolean;

  @Field(() => edtfScalar, { nullable: true, description: 'The day up to which it is complete; null if it all is.' })
  completeTo!: string | null;
}
