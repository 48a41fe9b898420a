import type { EntityMention } from '../../document/layers.ts';
import { isOfPeople } from '../entities/is-of-people.ts';
import { prepositionOf, type View } from '../events/view.ts';
import { nameAfter } from './bearer-of.ts';
import { type Home, placeOfPeople } from './home-country.ts';
import type { Fact } from './relations.ts';

/** What a named place may be of a larger one: "the Velundian [port] of Karsholm", "Sarvelle, the [capital]". */
const KINDS =
  /^(?:capital|city|town|port|village|district|province|region|suburb|state|hometown|neighbou?rhood|borough)$/;

/**
 * Which place lies in which: "Tarn, Drevia", "the Old Mill in Tarn", "Tarn's Old Mill", "the Drevian port of Tarn",
 * "Tarn, the capital". A capital whose country the words leave out is that of the story's country.
 */
export function placesWithin(view: View, home: Home): Fact[] {
  const { text, tokens, syntax, coreference } = view;
  const isPlace = (entity: number) => coreference.entities[entity]!.type === 'Place';
  const found: Fact[] = [];
  const add = (from: number, to: number, start: number, end: number, rule: string) => {
    const inside = placeOfPeople(view, to);
    if (from === inside || !isPlace(from) || !isPlace(inside)) return;
    const none = { label: null, validFrom: null, validTo: null };
    found.push({ type: 'PART_OF', from, to: inside, ...none, start, end, rule });
  };
  for (const mention of coreference.mentions) {
    if (mention.form !== 'name' || !isPlace(mention.entity)) continue;
    const { start, end, entity, head } = mention;
    // "the [Drevian] capital, Tarn": what is between is the people's.
    const isPeople =
      view.reading.upos[head] === 'ADJ' || isOfPeople(text.slice(start, end), coreference.entities[entity]!.name);
    const region = isPeople ? null : regionIn(view, mention);
    if (region !== null) add(entity, region, start, end, 'place-comma');
    // "Tarn's [Old Mill]"
    if (syntax.relations[head] === 'nmod:poss' || prepositionOf(view, head) === 'in') {
      const thing = view.mentionAt.get(syntax.heads[head]!);
      const isNearby = thing && Math.abs(thing.head - head) <= 5;
      if (isNearby && (nameOf(view, thing) || bearsName(view, thing)) && /^nmod/.test(syntax.relations[head]!))
        add(
          thing.entity,
          entity,
          Math.min(thing.start, start),
          Math.max(tokens[thing.head]!.end, end),
          'place-of-place',
        );
    }
  }
  view.syntax.nounPhrases.forEach(({ head }) => {
    if (!KINDS.test(view.reading.lemmas[head]!.toLowerCase())) return;
    const named = namedBy(view, head);
    if (!named) return;
    const owner = ownerOf(view, head);
    const isCapital = view.reading.lemmas[head] === 'capital';
    const whole = owner ?? (isCapital ? home.at(tokens[head]!.start) : null);
    if (whole === null) return;
    const [first, last] = [tokens[head]!, tokens[named.head]!].sort((a, b) => a.start - b.start);
    add(named.entity, whole, first!.start, last!.end, owner === null ? 'capital-of-home' : 'kind-of-place');
  });
  return found;

  /** The place after the comma of a name: "Karsholm, [Velundia]". */
  function regionIn({ coreference: { entities } }: View, { start, end, entity }: EntityMention): number | null {
    const after = text.slice(start, end).split(/,\s*/).at(-1)!;
    // "Tarn air base, [Drevia]"
    const next = /^(?: \p{Ll}+){0,2}, (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)(?=[,.;)]|$)/u.exec(
      text.slice(end, end + 40),
    )?.[1];
    const called = after.length < end - start ? after : next;
    if (called === undefined) return null;
    const at = entities.findIndex(
      ({ type, aliases }, each) => each !== entity && type === 'Place' && aliases.some(({ name }) => name === called),
    );
    return at < 0 ? null : at;
  }
}

function nameOf({ coreference: { entities } }: View, { entity }: EntityMention): boolean {
  return entities[entity]!.type === 'Place' && entities[entity]!.aliases.length > 0;
}

/** "[the Orlo detention centre] in Tarn": a place that is called by a name and a noun. */
function bearsName({ coreference, reading, syntax }: View, { entity, head }: EntityMention): boolean {
  if (coreference.entities[entity]!.type !== 'Place') return false;
  return syntax.children[head]!.some(
    (child) => syntax.relations[child] === 'compound' && reading.upos[child] === 'PROPN',
  );
}

/** The name beside such a noun: "the port of [Karsholm]", "[Sarvelle], the capital", "the capital, [Sarvelle]". */
function namedBy(view: View, head: number): EntityMention | undefined {
  const { syntax, mentionAt } = view;
  const beside = syntax.children[head]!.find(
    (child) =>
      /^(?:appos|flat|nmod:desc)/.test(syntax.relations[child]!) ||
      (/^nmod/.test(syntax.relations[child]!) && prepositionOf(view, child) === 'of'),
  );
  const isBeside = /^(?:appos|compound)$/.test(syntax.relations[head]!);
  const found = mentionAt.get(beside ?? (isBeside ? syntax.heads[head]! : -1));
  return found && nameOf(view, found) && found.form === 'name' ? found : nameAfter(view, head);
}

/** Whose it is: "the [Velundian] port", "[Velundia]'s capital". */
function ownerOf({ syntax, mentionAt, coreference: { entities } }: View, head: number): number | null {
  for (const child of syntax.children[head]!) {
    if (!/^(?:amod|compound|nmod:poss)$/.test(syntax.relations[child]!)) continue;
    const mention = mentionAt.get(child);
    if (mention && entities[mention.entity]!.type === 'Place') return mention.entity;
  }
  return null;
}
