import { describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/knowledge/change.ts';
import type { GraphStore } from '../../src/knowledge/store.ts';
import { aStory, type Story } from '../support/a-story.ts';

const MARA = 'Mara Oduya';
const story = (id: string, more: Partial<Story> = {}): Story => ({ id, entities: [['Person', MARA]], ...more });
const subjectOf = (article: string) => ({ article, kind: 'entity' as const, words: MARA, occurrence: 0 });

/** What every store promises of its log of commits; `subject` gives the store of the running test, `reopen` opens it again. */
export function changePromises(subject: () => GraphStore, reopen: () => Promise<void>): void {
  const add = (...stories: Story[]) => subject().remember(stories.map(aStory));
  const all = () => subject().changes(0, 500);
  const kinds = async () => (await all()).map(({ kind, articles }) => [kind, ...articles]);

  describe('the log of commits', () => {
    test('an empty graph has none', async () => {
      expect(await subject().lastChange()).toBe(0);
      expect(await all()).toEqual([]);
    });

    test('tells of every article and decision once, in order, and of nothing that changed nothing', async () => {
      await add(story('b', { source: 'Harbour Wire' }), story('a'));
      await add(story('a'));
      await add(story('a', { text: 'Corrected.', modifiedAt: '2024-03-01' }));
      await add(story('a', { text: 'First.', modifiedAt: '2023-01-01' }));
      const { id } = await subject().decide({
        act: { kind: 'different', a: subjectOf('a'), b: subjectOf('b') },
        by: 'test',
        why: null,
      });
      await subject().decide({ act: { kind: 'undo', decision: id }, by: 'test', why: null });
      await subject().decide({ act: { kind: 'retract', article: 'b' }, by: 'test', why: null });
      await add(story('b'));
      expect(await kinds()).toEqual([
        ['added', 'b'],
        ['added', 'a'],
        ['replaced', 'a'],
        ['older', 'a'],
        ['decided', 'a', 'b'],
        ['undone', 'a', 'b'],
        ['retracted', 'b'],
      ]);
      expect((await all()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect((await all())[0]).toMatchObject({ source: 'Harbour Wire', decision: null });
      expect((await all())[4]).toMatchObject({ decision: id, version: null });
    });

    test('names whom each change is about, also when they are gone after it', async () => {
      await add(story('a', { source: 'Harbour Wire' }), story('b', { entities: [['Person', 'Piet Lorne']] }));
      const signatures = (await subject().named(MARA)).flatMap((view) => view.signatures);
      await subject().decide({ act: { kind: 'retract', article: 'a' }, by: 'test', why: null });
      const about = (change: Change) => change.signatures.some((signature) => signatures.includes(signature));
      expect((await all()).map((change) => [change.kind, about(change)])).toEqual([
        ['added', true],
        ['added', false],
        ['retracted', true],
      ]);
      expect((await all())[2]).toMatchObject({ source: 'Harbour Wire' });
    });

    test('is read page by page, and goes on where it was when the store is opened again', async () => {
      await add(story('a'), story('b'), story('c'));
      expect((await subject().changes(1, 1)).map(({ articles }) => articles)).toEqual([['b']]);
      await reopen();
      expect(await subject().lastChange()).toBe(3);
      await add(story('d'));
      expect((await subject().changes(3, 10)).map(({ seq, articles }) => [seq, ...articles])).toEqual([[4, 'd']]);
    });

    test('has nothing of what failed', async () => {
      await add(story('a'));
      await expect(
        subject().decide({ act: { kind: 'retract', article: 'nobody' }, by: 'test', why: null }),
      ).rejects.toMatchObject({ code: 'ARTICLE_UNKNOWN' });
      expect(await subject().lastChange()).toBe(1);
    });

    test('writers at the same time leave no gap and no double', async () => {
      await Promise.all(['a', 'b', 'c', 'd'].map((id) => add(story(id))));
      expect((await all()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    });
  });
}
