import type { OfficeTitle, RelationCue } from '../../vocabulary/records.ts';
import { isOfPeople } from '../entities/is-of-people.ts';
import { prepositionOf, type View } from '../events/view.ts';
import { bearerOf } from './bearer-of.ts';
import type { Cues } from './cues.ts';
import { type Home, placeOfPeople } from './home-country.ts';
import { OF_STATES, peopleBefore, type Titles } from './offices-held.ts';
import { otherOf } from './other-of.ts';
import type { Fact } from './relations.ts';
import { tenureAt } from './tenure.ts';

const PEOPLE = /^\p{Lu}\p{L}{2,}(?:n|ese|ish|i|ic)$/u;
const FORMER = /^(?:former|ex|then|late|outgoing|erstwhile)$/i;
/** How far a word may go on behind hyphens, in characters. */
const TAIL = 20;
/** Verbs with which a role begins. */
const BEGINNING = /^(?:become|elect|appoint|name|swear|install|inaugurate)$/;

/**
 * What a noun says that somebody is to somebody: "Melk, [leader] of the Greens", "the ministry's [spokesman], Ilan Verko",
 * "Drevia is an [ally] of Halvania", "[spokeswoman] Odile Quist". An office of states without one is of the story's country.
 */
export function roles(view: View, cues: Cues, titles: Titles, publishedAt: string, home: Home): Fact[] {
  const { syntax, reading, tokens, clauseAt } = view;
  return tokens.flatMap(({ start, end }, token): Fact[] => {
    if (reading.upos[token] !== 'NOUN' && reading.upos[token] !== 'PROPN') return [];
    const written = wordStart(view.text, start);
    const tail = /^(?:-\p{L}+)+/u.exec(view.text.slice(end, end + TAIL))?.[0] ?? '';
    // "secretary-general" is no general, and a "brother-in-law" no brother.
    const isLong = written < start || tail !== '';
    const lemma = (isLong ? view.text.slice(written, end) + tail : reading.lemmas[token]!).toLowerCase();
    const cue = cues.get(lemma) ?? cues.get(lemma.replace(/^ex-/, ''));
    if (!cue) return [];
    const label = labelOf(view, titles, token);
    // An "executive" is no office, a "chief executive" is one.
    if (cue.relation === 'HOLDS_OFFICE' && !titles.has(lemma) && !titles.has(label.text)) return [];
    const bearer = bearerOf(view, token);
    const named =
      label.people === null ? otherOf(view, token, cue, label.start)?.entity : countryOf(view, label.people);
    let other = named === undefined ? null : placeOfPeople(view, named);
    const isOfState = cue.relation === 'HOLDS_OFFICE' && OF_STATES.test(label.text);
    // "his interior minister": of the country that he leads.
    if (isOfState && label.people === null && (other === null || isLeader(view, token, other))) {
      // "[French] President Sana Melk": of no other, also where the article does not name France.
      const own = bearer && view.coreference.entities[bearer.entity]!.country;
      other = own ? (home.countries.get(own.code) ?? null) : home.at(start);
    }
    if (!bearer || other === null || bearer.entity === other || !fits(view, cue, token, other)) return [];
    // "its chief executive": of no country. "High Commissioner for Refugees": of no crowd.
    if (cue.relation === 'HOLDS_OFFICE' && !mayHave(view, other, titles.get(label.text))) return [];
    // One "surgeon" is no crowd.
    const isOne = !/Number=Plur/.test(reading.feats[token] ?? '');
    const who = view.coreference.entities[bearer.entity]!.type;
    if (isOne ? cue.relation === 'WORKS_FOR' && who === 'Group' : who === 'Person') return [];
    // An "opposition leader" and a "police chief" lead no country.
    const isOfPart = cue.relation === 'LEADS' && label.text.includes(' ');
    if (isOfPart && view.coreference.entities[other]!.type === 'Place') return [];
    const part = cue.relation === 'LEADS' ? partOf(view, token, other) : null;
    const clause = clauseAt.get(token);
    const verb = syntax.heads[token]!;
    const isBeginning = verb >= 0 && BEGINNING.test(reading.lemmas[verb]!.toLowerCase());
    const own = tenureAt(view, token, false);
    const told = isBeginning ? tenureAt(view, verb, true) : own;
    const isOver =
      lemma.startsWith('ex-') ||
      syntax.children[token]!.some((child) => FORMER.test(reading.lemmas[child]!)) ||
      (clause?.copula !== null && clause?.copula !== undefined && reading.xpos[clause.copula] === 'VBD');
    const [from, to] = cue.reversed ? [other, bearer.entity] : [bearer.entity, other];
    return [
      {
        type: part === null ? cue.relation : 'WORKS_FOR',
        from,
        to,
        label: part ?? (cue.labelled ? label.text + tail : null),
        validFrom: told.validFrom,
        validTo: told.validTo ?? (isOver && publishedAt ? `../${publishedAt.slice(0, 10)}` : null),
        negated: clause?.isNegated ?? false,
        start,
        end,
        rule: 'role-noun',
      },
    ];
  });
}

/** "the league's [head of safety]" heads no league: the words for what it is of, where that is not the body itself; else null. */
function partOf(view: View, token: number, body: number): string | null {
  const { syntax, text, tokens, mentionAt } = view;
  const thing = syntax.children[token]!.find(
    (child) => child > token && /^nmod/.test(syntax.relations[child]!) && prepositionOf(view, child) === 'of',
  );
  if (thing === undefined || mentionAt.get(thing)?.entity === body) return null;
  return text.slice(tokens[token]!.start, tokens[syntax.extents[thing]!.last - 1]!.end).toLowerCase();
}

/** "his interior minister": whoever is called "his", or holds an office, is a person and no country. */
function isLeader({ syntax, reading, coreference }: View, token: number, entity: number): boolean {
  const { type, offices } = coreference.entities[entity]!;
  const isHis = syntax.children[token]!.some((child) => /^(?:his|her|he|she)$/i.test(reading.lemmas[child]!));
  return type === 'Person' && (isHis || offices.length > 0);
}

/** The place whose people a word is: "Ilvoran"; undefined where the article does not name it. */
function countryOf({ coreference: { entities } }: View, people: string): number | undefined {
  const at = entities.findIndex(
    ({ type, aliases }) => type === 'Place' && aliases.some(({ name }) => isOfPeople(people, name)),
  );
  return at < 0 ? undefined : at;
}

/** Whether an office can be of an entity: of what its title is of, and of a Group only where that is a body ("the police"). */
function mayHave({ coreference, reading }: View, other: number, kinds: OfficeTitle['of'] | undefined): boolean {
  const { type, mentions } = coreference.entities[other]!;
  const { head } = coreference.mentions[mentions[0]!]!;
  const isCrowd = type === 'Group' && /^NNP?S$/.test(reading.xpos[head]!) && reading.lemmas[head] !== 'police';
  return !isCrowd && (!kinds || kinds.some((kind) => kind === (type === 'Group' ? 'Organization' : type)));
}

/** A job is with somebody or some body; "a driver from the town" has none there. */
function fits({ coreference, syntax, reading }: View, cue: RelationCue, token: number, other: number): boolean {
  if (cue.relation !== 'WORKS_FOR' || coreference.entities[other]!.type !== 'Place') return true;
  return syntax.children[token]!.some((child) =>
    syntax.children[child]!.some((each) => /^(?:at|for)$/.test(reading.lemmas[each]!.toLowerCase())),
  );
}

/** Where the written word begins of which a token is the end: "[secretary-]general". */
function wordStart(text: string, start: number): number {
  if (text[start - 1] !== '-') return start;
  const before = /(?:[\p{L}]+-)+$/u.exec(text.slice(Math.max(0, start - 30), start));
  return before ? start - before[0].length : start;
}

/** The noun with what kind of one it is ("chief surgeon"), where it begins, and the people named before it ("Ilvoran"). */
function labelOf({ syntax, reading, text, tokens, mentionAt }: View, titles: Titles, token: number) {
  let first = token;
  let people: string | null = null;
  for (const child of [...syntax.children[token]!].reverse()) {
    if (child !== first - 1 || !/^(?:compound|amod)$/.test(syntax.relations[child]!)) continue;
    const words = text.slice(tokens[child]!.start, tokens[child]!.end);
    if (mentionAt.has(child) || FORMER.test(reading.lemmas[child]!)) continue;
    const title = text.slice(tokens[child]!.start, tokens[token]!.end).toLowerCase();
    // "Ilvoran prime minister", but "foreign minister".
    if (PEOPLE.test(words) && !titles.has(title)) people = words;
    else first = child;
  }
  const start = wordStart(text, tokens[first]!.start);
  // The tree may hang it on the name: "[Ilvoran] President Sana Melk".
  people ??= peopleBefore(text, start);
  return { text: text.slice(start, tokens[token]!.end).toLowerCase(), start, people };
}
