import { describe, expect, test } from '@jest/globals';
import { vocabulary } from '../support/vocabulary.ts';

describe('the shipped vocabulary', () => {
  test('is looked up by id', () => {
    expect(vocabulary.events.get('PROTEST')).toMatchObject({ label: 'Protest', quad: 'MATERIAL_CONFLICT' });
    expect(vocabulary.contexts.get('human_rights')?.label).toBe('Human rights');
    expect(vocabulary.entities.get('Place')?.names).toEqual(['Location', 'Facility']);
    expect(vocabulary.relations.get('HOLDS_OFFICE')?.labelled).toBe(true);
    expect(vocabulary.links.get('CAUSES')?.cues).toContain('lead to');
    expect(vocabulary.say.get('blame')).toMatchObject({ stance: 'critical', speechAct: 'ACCUSE' });
  });

  test('lists the words of English', () => {
    expect(vocabulary.reportingVerbs).toContainEqual(expect.objectContaining({ lemma: 'according to', pos: 'ADP' }));
    expect(vocabulary.calendar.months[8]).toMatchObject({ name: 'September', forms: ['Sep', 'Sep.', 'Sept', 'Sept.'] });
    expect(vocabulary.extractionSchema).toHaveProperty('title', 'Extraction');
  });

  test('is frozen through and through', () => {
    const protest = vocabulary.events.get('PROTEST') as unknown as { modes: { id: string }[] };
    expect(() => protest.modes.pop()).toThrow(TypeError);
    expect(() => (vocabulary.events as Map<string, unknown>).clear()).toThrow(TypeError);
    expect(Object.isFrozen(vocabulary)).toBe(true);
    expect(Object.isFrozen(vocabulary.extractionSchema)).toBe(true);
  });
});
