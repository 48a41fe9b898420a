import type { EntityMention } from '../../document/layers.ts';
import type { RelationCue } from '../../vocabulary/records.ts';
import { firstAt, prepositionOf, type View } from '../events/view.ts';
import { makes } from './bearer-of.ts';

/**
 * To whom a role noun is: whose it is ("[its] director", "the party whose [leader]"), after a preposition of the cue,
 * or what stands before it ("the [union] leader", "[FRDC] Secretary-General Pavlos Denk").
 */
export function otherOf(view: View, token: number, cue: RelationCue, titleStart: number): EntityMention | undefined {
  const { syntax, mentionAt } = view;
  const below = syntax.children[token]!;
  const owner = below.find((child) => syntax.relations[child] === 'nmod:poss');
  if (owner !== undefined) {
    const mention = ownerAt(view, owner);
    if (mention) return inner(view, mention);
  }
  const led = below.find(
    (child) =>
      /^(?:nmod|obl)/.test(syntax.relations[child]!) &&
      cue.with?.includes(prepositionOf(view, child)) &&
      mentionAt.has(child),
  );
  const named = led ?? below.find((child) => syntax.relations[child] === 'compound' && mentionAt.has(child));
  if (named !== undefined) return inner(view, mentionAt.get(named)!);
  return justBefore(view, titleStart) ?? makerOf(view, token);
}

/** "[Halvard Lines] named Sana Melk as chief executive": the body or country that gives somebody a role that it does not say more of. */
function makerOf(view: View, token: number): EntityMention | undefined {
  const { syntax, clauseAt, mentionAt, coreference } = view;
  const verb = syntax.heads[token]!;
  if (verb < 0 || prepositionOf(view, token) !== 'as' || !makes(view, verb)) return undefined;
  const maker = mentionAt.get(clauseAt.get(verb)!.subject!);
  return maker && coreference.entities[maker.entity]!.type !== 'Person' ? maker : undefined;
}

/** Whose: of "whose" the noun that its clause is about. */
function ownerAt(view: View, owner: number): EntityMention | undefined {
  const { syntax, reading, mentionAt, coreference } = view;
  if (reading.lemmas[owner]!.toLowerCase() !== 'whose') return mentionAt.get(owner);
  for (let at = owner; at >= 0; at = syntax.heads[at]!)
    if (syntax.relations[at] === 'acl:relcl') return mentionAt.get(syntax.heads[at]!);
  // Where the tree does not say, the name right before it.
  return coreference.mentions.find(({ form, last }) => form === 'name' && (last === owner || last === owner - 1));
}

/** The body that a noun stands beside: "the rights group [Open Docket]" is called that. */
export function inner(view: View, mention: EntityMention): EntityMention {
  const { entities, mentions } = view.coreference;
  if (entities[mention.entity]!.aliases.length > 0) return mention;
  const found = mentions.find(
    (each) =>
      each.form === 'name' &&
      each.first >= mention.first &&
      each.last <= mention.last &&
      entities[each.entity]!.type === 'Organization' &&
      (view.syntax.heads[each.head] === mention.head || view.syntax.heads[mention.head] === each.head) &&
      /^(?:appos|flat|nmod:desc|compound)/.test(view.syntax.relations[each.head]!),
  );
  return found && /^(?:appos|flat|nmod:desc)/.test(view.syntax.relations[found.head]!) ? found : mention;
}

/** A name that ends right before a title: "[Drasmark]'s Foreign Minister". */
function justBefore(
  { text, tokens, coreference: { mentions, entities } }: View,
  start: number,
): EntityMention | undefined {
  const first = firstAt(tokens, start);
  return mentions.find(
    (each) =>
      each.form === 'name' &&
      entities[each.entity]!.type !== 'Person' &&
      each.end <= start &&
      first - each.last <= 1 &&
      /^(?: |[’']s )$/.test(text.slice(each.end, start)),
  );
}
