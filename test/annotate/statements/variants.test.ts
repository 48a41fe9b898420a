import { describe, expect, test } from '@jest/globals';
import type { Extraction } from '../../../src/knowledge/extraction.ts';
import { type Mark, marked } from '../../../src/vocabulary/marked.ts';
import { annotated, extracted } from '../../support/annotated.ts';
import { CASTS, WORDINGS } from './variants.ts';

const entityOf = ({ entities }: Extraction, id: string | null) => entities.find((entity) => entity.id === id);

/** The statement that has half of the marked words at least. */
const holding = ({ statements }: Extraction, { start, end }: Mark) =>
  statements.find(({ content }) =>
    content.some((span) => 2 * (Math.min(end, span.end) - Math.max(start, span.start)) >= end - start),
  );

const STORIES = WORDINGS.flatMap(({ wording, day }, at) =>
  CASTS.map((cast) => ({ what: `wording ${at + 1}, ${cast.leader}`, cast, day, story: marked(wording(cast)) })),
);

describe('a wire story in other words and with other names', () => {
  test.each(STORIES)('$what: who said what', async ({ cast, story }) => {
    const extraction = await extracted(story.text);
    const speakers = story.spans.map((mark) => {
      const found =
        mark.role === 'blamed'
          ? extraction.statements.find(({ cue }) => cue?.start === mark.start)
          : holding(extraction, mark);
      return [
        mark.role,
        story.text.slice(mark.start, mark.end),
        entityOf(extraction, found?.speaker ?? null)?.name ?? null,
      ];
    });
    const expected = story.spans.map((mark) => [
      mark.role,
      story.text.slice(mark.start, mark.end),
      mark.role === 'restored' ? cast.ally : cast.leader,
    ]);
    // Praise may be of one clause with its cue; it is looked at below.
    const isTold = ([role]: readonly (string | null)[]) => role !== 'praise';
    expect(speakers.filter(isTold)).toEqual(expected.filter(isTold));
  });

  test.each(STORIES)('$what: who is who', async ({ cast, story }) => {
    const extraction = await extracted(story.text);
    const alliance = extraction.entities.filter(({ aliases }) => aliases.some(({ name }) => name === cast.acronym));
    expect(alliance).toHaveLength(1);
    expect(alliance[0]!.aliases.map(({ name }) => name)).toEqual(
      expect.arrayContaining([cast.acronym, cast.alliance, cast.variant]),
    );
    const ally = extraction.entities.find(({ name }) => name === cast.ally);
    const at = story.text.indexOf(`The ${cast.allyPeople} leader`);
    expect(ally?.mentions.some(({ start }) => start === at)).toBe(true);
  });

  test.each(STORIES)(
    '$what: what happened, what is only said and what is still to come',
    async ({ cast, day, story }) => {
      const extraction = await extracted(story.text);
      const { events, times, links, relations, statements } = extraction;
      const nameOf = (id: string | null) => entityOf(extraction, id)?.name ?? null;
      const speakerOf = (id: string | null) => nameOf(statements.find((each) => each.id === id)?.speaker ?? null);
      const told = (words: RegExp) =>
        events.find(({ mentions }) => mentions.some(({ start, end }) => words.test(story.text.slice(start, end))))!;
      // Narrated, of the week before, in the ally's country.
      for (const [words, kinds] of [
        [/^(?:arrested|detained)$/, ['COERCE']],
        [/^(?:burned|set on fire)$/, ['PROTEST', 'ASSAULT']],
        [/^(?:Marches|Rallies)$/, ['PROTEST']],
      ] as const) {
        const event = told(words);
        expect(kinds).toContain(event.type);
        expect(event.vouchers).toEqual([{ statement: null, modality: 'actual' }]);
        expect(times.find(({ id }) => id === event.time)?.value).toBe('1999-W51');
        expect(nameOf(event.place)).toBe(cast.allyCountry);
      }
      const arrest = told(/^(?:arrested|detained)$/);
      const { quantity } = arrest.participants.find(({ role }) => role === 'recipient')!;
      expect(quantity?.min).toBeGreaterThanOrEqual(900);
      // Sent on the word of the leader alone.
      const sent = told(/^(?:deployment|arrival)$/);
      expect([sent.type, sent.vouchers.map(({ statement, modality }) => [speakerOf(statement), modality])]).toEqual([
        'MOBILIZE',
        [[cast.leader, 'actual']],
      ]);
      expect(events.some(({ type, modality }) => type === 'CONSULT' && modality === 'actual')).toBe(true);
      expect(events.filter(({ type, modality }) => type === 'CONSULT' && modality !== 'actual')).toEqual([]);
      // The leaders met on the day on which he spoke, and he spoke by a link.
      const meeting = events.find(({ type, time }) => type === 'CONSULT' && time !== null)!;
      expect(meeting.lemma).toMatch(/meeting|summit/);
      expect(times.find(({ id }) => id === meeting.time)?.value).toBe(day);
      const settings = statements.map(({ speaker, setting }) => [
        nameOf(speaker),
        setting && story.text.slice(setting.start, setting.end),
      ]);
      expect(settings).toContainEqual([cast.leader, 'by video link']);
      const blame = statements.find(({ cue }) => cue?.class === 'blame')!;
      expect(times.find(({ id }) => id === blame.saidAt)?.value).toBe(day);
      // It is the rallies of which he denies something.
      expect(
        statements.some(({ speaker, about }) =>
          about.some(
            ({ denied, start, end }) =>
              denied && nameOf(speaker) === cast.leader && story.text.slice(start, end) === 'rallies',
          ),
        ),
      ).toBe(true);
      const leaving = told(/^withdrawn$/);
      expect(leaving.type).toBe('RETREAT');
      for (const { statement, modality } of leaving.vouchers) {
        expect(speakerOf(statement)).toBe(cast.leader);
        expect(modality).toMatch(/^(?:planned|conditional)$/);
      }
      const kindOf = (id: string) => events.find((each) => each.id === id)!.type;
      const grown = links.filter(({ type }) => type === 'ESCALATES_INTO');
      expect(grown.map(({ from, to, negated }) => [kindOf(from), kindOf(to), negated])).toEqual([
        ['PROTEST', 'PROTEST', false],
      ]);
      const denied = links.filter(({ type, negated }) => type === 'CAUSES' && negated);
      expect(denied.map(({ from, statement }) => [kindOf(from), speakerOf(statement)])).toEqual([
        ['PROTEST', cast.leader],
      ]);
      const facts = relations.map(({ type, from, to, label }) => [type, nameOf(from), nameOf(to), label]);
      expect(facts).toContainEqual(['SUCCEEDED', cast.ally, cast.former, 'president']);
      expect(facts).toContainEqual(['HOLDS_OFFICE', cast.ally, cast.allyCountry, 'president']);
      // Of the country only where the article names it, and not its people alone.
      if (new RegExp(`\\b${cast.country}\\b`).test(story.text))
        expect(facts).toContainEqual(['HOLDS_OFFICE', cast.leader, cast.country, 'president']);
    },
  );

  test.each(STORIES)('$what: praise of the ally, and no term is a statement', async ({ cast, story }) => {
    const extraction = await extracted(story.text);
    const praise = extraction.statements.find(({ cue }) => cue?.class === 'praise');
    expect(entityOf(extraction, praise?.speaker ?? null)?.name).toBe(cast.leader);
    const praised = praise?.about.map(({ target, stance }) => [entityOf(extraction, target)?.name, stance]);
    expect(praised).toContainEqual([cast.ally, 'supportive']);
    const { layers } = await annotated(story.text);
    const terms = layers.quotations.scareQuotes.map(({ start, end }) => story.text.slice(start, end));
    expect(terms).toEqual(['“garden revolutions”', '“terrorists”']);
    expect(
      extraction.statements.filter(({ content }) =>
        /^\W*(?:garden revolutions|terrorists)\W*$/.test(story.text.slice(content[0]!.start, content[0]!.end)),
      ),
    ).toEqual([]);
  });
});
