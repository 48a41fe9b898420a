import type { ArticleEntity, CoreferenceLayer, EntityMention, Stretch } from '../../document/layers.ts';
import type { Span } from '../../document/span.ts';
import { countryOf } from './country-of.ts';
import type { Draft, EntityType } from './mention.ts';
import { offices } from './offices.ts';
import { placeIn } from './place-in.ts';
import { spanOf, type View, wordAt } from './view.ts';
import type { Words } from './words.ts';

/** One chain that is of somebody or somewhere. */
export interface Member {
  readonly type: EntityType;
  readonly drafts: readonly Draft[];
}

/** Tokens of a group's name at most. */
const LONGEST_NAME = 8;

/** The entities that the chains stand for: those with a name or a noun of persons, bodies, places or groups. */
export function entitiesOf(
  view: View,
  words: Words,
  mentions: readonly Draft[],
  chainOf: readonly number[],
): CoreferenceLayer {
  const found = membersOf(view, words, mentions, chainOf);
  const placed = found.flatMap((member) =>
    member.drafts.map((draft) => ({ draft, stretch: (draft.name ?? draft) as Stretch, member })),
  );
  placed.sort((a, b) => a.stretch.first - b.stretch.first || b.stretch.last - a.stretch.last);
  const kept = uncrossed(placed);
  // Whom no words are left of is nobody.
  const left = new Set(kept.map(({ member }) => member));
  const members = found.filter((member) => left.has(member));
  const numberOf = new Map(members.map((member, at) => [member, at]));
  const list = kept.map(({ member, ...one }) => ({ ...one, entity: numberOf.get(member)! }));
  const layer: EntityMention[] = list.map(({ draft, stretch, entity }) => ({
    ...spanOf(view, stretch),
    first: stretch.first,
    last: stretch.last,
    form: draft.form,
    head: draft.head,
    entity,
  }));
  const indices = members.map((): number[] => []);
  for (const [at, { entity }] of list.entries()) indices[entity]!.push(at);
  const entityOfName = new Map(list.map(({ draft, entity }) => [draft.name, entity] as const));
  const entities = members.map(({ type, drafts }, at): ArticleEntity => {
    const aliases = aliasesOf(view, drafts);
    const name = fullest(aliases)?.name ?? nominalName(view, drafts);
    const place = type === 'Place' ? placeIn(view, aliases, members) : null;
    return {
      type,
      name,
      aliases,
      mentions: indices[at]!,
      country: place ? { code: place.country, start: null, end: null } : countryOf(view, drafts),
      gazetteer: place?.id ?? null,
      offices: type === 'Person' ? offices(view, words, drafts, entityOfName) : [],
      rule: aliases.length > 0 ? 'name' : 'nominal',
      confidence: aliases.length > 0 ? 0.9 : 0.6,
    };
  });
  return { mentions: layer, entities };
}

/** Chains with a type, by first mention. */
function membersOf(
  { syntax, reading }: View,
  words: Words,
  mentions: readonly Draft[],
  chainOf: readonly number[],
): Member[] {
  const chains = new Map<number, Draft[]>();
  for (const [at, mention] of mentions.entries()) {
    const chain = chains.get(chainOf[at]!);
    if (chain) chain.push(mention);
    else chains.set(chainOf[at]!, [mention]);
  }
  const found: Member[] = [];
  for (const drafts of chains.values()) {
    const type = typeOf(drafts);
    // "some buildings", "a city": a place without a name that nothing else refers to says nothing.
    const [only] = drafts.length === 1 && drafts[0]!.form === 'nominal' ? drafts : [];
    // Nor does the noun in "[riot] police"; that in "[police] officer" does.
    const isOfNoun =
      only && /^(?:compound|amod)/.test(syntax.relations[only.head]!) && !words.typeOf(reading.lemmas[only.head]!);
    const isBare = only && (type === 'Place' || isOfNoun);
    if (type && !isBare) found.push({ type, drafts });
  }
  return found;
}

/** The type that most of its names have, else most of its nouns; pronouns alone are of nobody known. */
function typeOf(drafts: readonly Draft[]): EntityType | null {
  const votes = new Map<EntityType, number>();
  for (const { form, type } of drafts) {
    if (type && form !== 'pronoun') votes.set(type, (votes.get(type) ?? 0) + (form === 'name' ? 10 : 1));
  }
  let best: EntityType | null = null;
  for (const [type, count] of votes) if (best === null || count > (votes.get(best) as number)) best = type;
  return best;
}

/** Mentions may nest but not cross, and no two have the same words. */
function uncrossed<T extends { readonly stretch: Stretch }>(placed: readonly T[]): T[] {
  const open: T[] = [];
  return placed.filter((one) => {
    const { first, last } = one.stretch;
    while (open.length > 0 && open.at(-1)!.stretch.last <= first) open.pop();
    const outer = open.at(-1)?.stretch;
    if (outer && (last > outer.last || (first === outer.first && last === outer.last))) return false;
    open.push(one);
    return true;
  });
}

type Alias = Span & { readonly name: string };

function aliasesOf(view: View, drafts: readonly Draft[]): Alias[] {
  const found = new Map<string, Alias>();
  // An adjective ("Drevian") is no name of a country.
  for (const { name, type } of drafts) {
    if (!name || type === null) continue;
    const span = spanOf(view, name);
    // "Tarn, Drevia" is called Tarn.
    const comma = type === 'Place' ? view.text.slice(span.start, span.end).indexOf(',') : -1;
    const [start, end] = [span.start, comma > 0 ? span.start + comma : span.end];
    const words = view.text.slice(start, end).replace(/\s+/g, ' ');
    if (!found.has(words)) found.set(words, { name: words, start, end });
  }
  return [...found.values()];
}

function fullest(aliases: readonly Alias[]): Alias | null {
  let best: Alias | null = null;
  for (const alias of aliases) {
    const size = (one: Alias) => one.name.split(' ').length * 100 + one.name.length;
    if (best === null || size(alias) > size(best)) best = alias;
  }
  return best;
}

/** The words of an unnamed actor: its first noun phrase, without "who fled" and the like; of a long one what ends with its noun. */
function nominalName(view: View, drafts: readonly Draft[]): string {
  const { first, last, head } = drafts.find(({ form }) => form === 'nominal') ?? drafts[0]!;
  const words = Array.from({ length: last - head }, (_, at) => wordAt(view, head + at));
  const until = words.findIndex(
    (word, at) => word === ',' && /^(?:who|whom|whose|which|where)$/i.test(words[at + 1] ?? ''),
  );
  // "[Tens of thousands of teachers], parents and students"
  const counted = /^(?:of )?(?:(?:tens|dozens|scores|hundreds|thousands|millions) of )+\p{L}+/iu.exec(
    words.join(' '),
  )?.[0];
  const short = counted ? head + counted.split(' ').length : head + 1;
  const whole = until > 0 ? head + until : last;
  const { start, end } = spanOf(view, { first, last: whole - first > LONGEST_NAME ? short : whole });
  return view.text.slice(start, end).replace(/\s+/g, ' ');
}
