import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createApp } from '../../../src/app.ts';

/** A real wire story lies beside the project, never in it; its names are read from its headline and caption. */
const FOLDER = new URL('../../../../shared/seeds/', import.meta.url);
const file = existsSync(FOLDER) ? readdirSync(FOLDER).find((name) => name.endsWith('.txt')) : undefined;
if (!file) console.warn('SKIPPED: no real article in ../shared/seeds');

(file ? describe : describe.skip)('a real wire story', () => {
  const text = file ? readFileSync(new URL(file, FOLDER), 'utf8') : '';

  test('has its speakers, its direct quotations, its praise, and one alliance with two spellings', async () => {
    const kit = (await createApp()).readingKit();
    const { entities, statements } = kit.extract(await kit.annotate(kit.read({ place: 'story', text })));
    const entity = (id: string | null) => entities.find((each) => each.id === id);
    // The first name of the caption is the speaker; the one whose courage is praised is whoever "whose" is.
    const speaker = entities.find(({ type, aliases }) => type === 'Person' && aliases.length > 1);
    const direct = statements.filter(({ kind }) => kind === 'direct');
    expect(direct.map((one) => one.speaker)).toEqual([speaker!.id, speaker!.id, speaker!.id]);
    const lead = (lemma: string) => statements.find(({ cue }) => cue?.lemma === lemma);
    expect(lead('blame')?.speaker).toBe(speaker!.id);
    expect(lead('praise')?.speaker).toBe(speaker!.id);
    const praised = entity(lead('praise')!.about[0]!.target)!;
    expect([praised.type, lead('praise')!.about[0]!.stance]).toEqual(['Person', 'supportive']);
    for (const words of ['would not allow', 'had prevented', 'would be withdrawn'])
      expect([words, saying(words)?.speaker]).toEqual([words, speaker!.id]);
    expect(saying('order had been restored')?.speaker).toBe(praised.id);
    expect(saying('was ongoing')?.speaker).toBe(praised.id);
    const leader = [...text.matchAll(/the \p{Lu}\p{L}+ leader said/giu)].map(({ index }) => index);
    expect(leader).not.toHaveLength(0);
    for (const at of leader) expect(praised.mentions.some(({ start }) => start === at)).toBe(true);
    // It is said to a meeting, by a link.
    const told = saying('had prevented')!;
    expect(told.setting && text.slice(told.setting.start, told.setting.end)).toMatch(/video/);
    const alliance = entities.filter(({ aliases }) => aliases.some(({ name }) => /^\p{Lu}{4}$/u.test(name)));
    expect(alliance).toHaveLength(1);
    expect(alliance[0]!.aliases.map(({ name }) => name.replace(/.* /, ''))).toEqual(
      expect.arrayContaining(['Organisation', 'Organization']),
    );
    for (const { content } of statements)
      expect(text.slice(content[0]!.start, content[0]!.end)).not.toMatch(/^\W*(?:colour revolutions|terrorists)\W*$/);

    function saying(words: string) {
      return statements.find(({ content }) => content.some(({ start, end }) => text.slice(start, end).includes(words)));
    }
  });

  test('has its arrests and protests of the week, the sent troops on their word, and a withdrawal that is only planned', async () => {
    const kit = (await createApp()).readingKit();
    const { events, times, relations } = kit.extract(await kit.annotate(kit.read({ place: 'story', text })));
    const told = (words: string) =>
      events.find(({ mentions }) => mentions.some(({ start, end }) => text.slice(start, end) === words));
    const weekOf = (id: string | null | undefined) => times.find((time) => time.id === id)?.value;
    const arrests = told('detained')!;
    expect([arrests.type, arrests.mode, arrests.modality, weekOf(arrests.time)]).toEqual([
      'COERCE',
      'arrest',
      'actual',
      '2022-W01',
    ]);
    expect(arrests.vouchers).toEqual([{ statement: null, modality: 'actual' }]);
    expect(arrests.participants[0]?.quantity).toEqual({ min: 2000, max: null });
    expect(events.filter(({ type, time }) => type === 'PROTEST' && weekOf(time) === '2022-W01')).not.toHaveLength(0);
    expect(told('deployment')).toMatchObject({ type: 'MOBILIZE', vouchers: [{ modality: 'actual' }] });
    expect(told('deployment')!.vouchers[0]!.statement).not.toBeNull();
    expect(told('withdrawn')).toMatchObject({ type: 'RETREAT', modality: 'planned', plover: 'CONCEDE' });
    expect(events.some(({ type, time }) => type === 'CONSULT' && weekOf(time) === '2022-01-10')).toBe(true);
    // Two presidents, and the one whom the second replaced.
    expect(relations.filter(({ type, label }) => type === 'HOLDS_OFFICE' && label === 'president')).toHaveLength(3);
    expect(relations.filter(({ type }) => type === 'BORN')).toMatchObject([{ validFrom: '1940-01-11/1941-01-10' }]);
  });

  test('has demonstrations that grow, causes that are denied, and who followed whom', async () => {
    const kit = (await createApp()).readingKit();
    const { entities, events, links, relations, statements } = kit.extract(
      await kit.annotate(kit.read({ place: 'story', text })),
    );
    const event = (id: string) => events.find((each) => each.id === id)!;
    const grown = links.find(({ type }) => type === 'ESCALATES_INTO');
    expect([grown && event(grown.from).type, grown && event(grown.to).type]).toEqual(['PROTEST', 'PROTEST']);
    const denied = links.filter(({ type, negated }) => type === 'CAUSES' && negated);
    expect(denied.map(({ from }) => event(from).type)).toContain('PROTEST');
    const speaker = entities.find(({ type, aliases }) => type === 'Person' && aliases.length > 1)!;
    for (const { statement } of denied) expect(statements.find(({ id }) => id === statement)?.speaker).toBe(speaker.id);
    const praised = statements.find(({ cue }) => cue?.lemma === 'praise')!.about[0]!.target;
    expect(relations.filter(({ type }) => type === 'SUCCEEDED')).toMatchObject([{ from: praised, label: 'president' }]);
  });
});
