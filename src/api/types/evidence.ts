import { Ctx, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Evidence as Words } from '../../knowledge/questions.ts';
import type { Context } from '../context.ts';
import { Modality } from '../enums.ts';
import { Article } from './article.ts';
import { edtfScalar } from './edtf.ts';
import { Statement } from './statement.ts';

@ObjectType({ description: 'Words of an article that a fact rests on (a Web Annotation text quote and position).' })
export class Evidence {
  @Field(() => String, { description: 'The words.' })
  exact!: string;

  @Field(() => String, { description: 'What stands before them.' })
  prefix!: string;

  @Field(() => String, { description: 'What stands after them.' })
  suffix!: string;

  @Field(() => Int, { description: 'Where they begin, in UTF-16 code units of the text.' })
  start!: number;

  @Field(() => Int, { description: 'Where they end (exclusive), in UTF-16 code units of the text.' })
  end!: number;

  @Field(() => Modality, { nullable: true, description: 'How sure the article is, where the fact is an event.' })
  modality!: Words['modality'];

  @Field(() => String, { description: 'Rule or model that read the fact from them.' })
  rule!: string;

  @Field(() => Float, { description: 'From 0 to 1.' })
  confidence!: number;

  @Field(() => edtfScalar, { description: 'When the article, or this version of it, reported it.' })
  reportedAt!: string;

  @Field(() => ID, { description: 'Version of the article that the offsets count in.' })
  version!: string;

  private told!: Words['told'];
  private statementId!: string | null;

  @Field(() => Article, { description: 'The article, in the version that has these words.' })
  article(): Article {
    return Article.from(this.told);
  }

  @Field(() => Statement, { nullable: true, description: 'The statement that says so; null where the narrator does.' })
  async statement(@Ctx() { load }: Context): Promise<Statement | null> {
    const view = this.statementId === null ? null : await load.statements.load(this.statementId);
    return view && Statement.from(view);
  }

  static from(words: Words): Evidence {
    const evidence = new Evidence();
    evidence.exact = words.exact;
    evidence.prefix = words.prefix;
    evidence.suffix = words.suffix;
    evidence.start = words.start;
    evidence.end = words.end;
    evidence.modality = words.modality;
    evidence.rule = words.rule;
    evidence.confidence = words.confidence;
    evidence.reportedAt = words.reportedAt;
    evidence.version = words.version;
    evidence.told = words.told;
    evidence.statementId = words.statement;
    return evidence;
  }
}

/** The first `each` words that some facts rest on. */
export async function evidenceOf(
  { load }: Context,
  facts: readonly string[],
  each: number,
  asOf: number | null,
): Promise<Evidence[]> {
  return (await load.evidence(facts, each, asOf)).map(Evidence.from);
}
