import { Field, ID, InputType } from 'type-graphql';
import { EntityType } from '../enums.ts';

@InputType({
  description: 'Somebody or something, by id or by name. A name that several have is refused with the candidates.',
})
export class EntityRef {
  @Field(() => ID, { nullable: true, description: 'Any id ever served.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'A name or another name, in any case.' })
  name?: string | null;

  @Field(() => EntityType, { nullable: true, description: 'Which of those of that name.' })
  type?: string | null;
}
