import { Args, Ctx, Field, Int, ObjectType } from 'type-graphql';
import type { EntityView } from '../../knowledge/views.ts';
import { EvidenceArgs } from '../args/evidence-args.ts';
import { RelationArgs } from '../args/relation-args.ts';
import type { Context } from '../context.ts';
import { EntityType } from '../enums.ts';
import { Evidence, evidenceOf } from './evidence.ts';
import { Node } from './node.ts';
import { Relationship } from './relationship.ts';

@ObjectType({
  implements: Node,
  description: 'A person, organization, place or group: all that articles say of it, as one.',
})
export class Entity extends Node {
  @Field(() => EntityType, { description: 'What it is.' })
  type!: string;

  @Field(() => String, { description: 'The name it is shown by.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its country (ISO 3166-1 alpha-3), where told.' })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'Its place in the gazetteer: `country:…`, `geonames:…`.' })
  gazetteer!: string | null;

  @Field(() => Int, { description: 'Articles that it appears in.' })
  articleCount!: number;

  view!: EntityView;

  @Field(() => [String], { description: 'Every name that articles give it.' })
  names(): string[] {
    const { names } = this.view;
    // The graph also keeps names as it compares them; those are shown only where none is known as written.
    const written = new Set(names.filter((one) => one !== one.toLowerCase()).map((one) => one.toLowerCase()));
    return names.filter((one) => !written.has(one));
  }

  @Field(() => [Relationship], { description: 'Offices held, with their time.' })
  offices(@Ctx() context: Context): Promise<Relationship[]> {
    return Relationship.allOf(this.id, null, { types: ['HOLDS_OFFICE'] }, context).then((all) =>
      all.filter(({ related }) => related.fromNode === this.id),
    );
  }

  @Field(() => [Relationship], { description: 'Lasting facts about it: the first fifty, by kind and time.' })
  relationships(@Args(() => RelationArgs) args: RelationArgs, @Ctx() context: Context): Promise<Relationship[]> {
    return Relationship.allOf(this.id, null, args, context).then((all) => all.slice(0, 50));
  }

  @Field(() => [Evidence], { description: 'Words that name it.' })
  evidence(@Args(() => EvidenceArgs) args: EvidenceArgs, @Ctx() context: Context): Promise<Evidence[]> {
    return evidenceOf(context, this.view.signatures, EvidenceArgs.sizeOf(args), null);
  }

  static from(view: EntityView): Entity {
    const entity = new Entity();
    entity.id = view.id;
    entity.type = view.type;
    entity.name = view.name;
    entity.country = view.country;
    entity.gazetteer = view.gazetteer;
    entity.articleCount = view.articleCount;
    entity.view = view;
    return entity;
  }
}
