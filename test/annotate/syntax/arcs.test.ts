import { describe, expect, test } from '@jest/globals';
import { joinedVerbs } from '../../../src/annotate/syntax/joined-verbs.ts';
import { oneSubject } from '../../../src/annotate/syntax/one-subject.ts';
import { speakerLast } from '../../../src/annotate/syntax/speaker-last.ts';
import type { ReadingLayer } from '../../../src/document/layers.ts';

/** A reading of words written "form UPOS XPOS head relation", parted by semicolons; head counts from 1, 0 is the root. */
function reading(source: string): ReadingLayer & { readonly forms: readonly string[] } {
  const rows = source.split(';').map((row) => row.trim().split(/\s+/) as [string, string, string, string, string]);
  const forms = rows.map(([form]) => form);
  return {
    forms,
    upos: rows.map(([, upos]) => upos),
    xpos: rows.map(([, , xpos]) => xpos),
    lemmas: forms.map((form) => form.toLowerCase()),
    feats: rows.map(() => null),
    heads: rows.map(([, , , head]) => Number(head) - 1),
    relations: rows.map(([, , , , relation]) => relation),
    names: rows.map(() => 'O'),
    vectors: new Float32Array(),
    width: 0,
  };
}

const MAYOR =
  'Melk PROPN NNP 9 nsubj; , PUNCT , 1 punct; who PRON WP 4 nsubj; lied VERB VBD 1 acl:relcl; , PUNCT , 1 punct; fled VERB VBD 9 ccomp; , PUNCT , 6 punct; police NOUN NNS 6 nsubj; said VERB VBD 0 root';
const APPEAL =
  'He PRON PRP 2 nsubj; said VERB VBD 0 root; he PRON PRP 5 nsubj; would AUX MD 5 aux; appeal VERB VB 2 ccomp; and CCONJ CC 7 cc; called VERB VBD 5 conj; it PRON PRP 7 obj';
const BLOOD =
  'He PRON PRP 2 nsubj; say VERB VBD 0 root; two NUM CD 6 nsubj:pass; had AUX VBD 6 aux; been AUX VBN 6 aux:pass; hurt VERB VBN 2 ccomp; and CCONJ CC 8 cc; appeal VERB VBD 6 conj';
const FIRE =
  'He PRON PRP 2 nsubj; blamed VERB VBD 0 root; them PRON PRP 2 obj; for ADP IN 5 case; fires NOUN NNS 2 obl; , PUNCT , 9 punct; which PRON WDT 9 nsubj; two NUM CD 9 obj; killed VERB VBD 5 acl:relcl; , PUNCT , 12 punct; and CCONJ CC 12 cc; wept VERB VBD 9 conj';

describe('arcs that the language model is known to get wrong are mended', () => {
  test.each([MAYOR, MAYOR.replace('NNS 6 nsubj', 'NNS 9 nsubj')])(
    'who stands right before "said" says it: %s',
    (source) => {
      const given = reading(source);
      const { heads } = speakerLast(given, given);
      expect([heads[given.forms.indexOf('Melk')], heads[given.forms.indexOf('police')]]).toEqual([5, 8]);
    },
  );

  test('one whose words follow the verb stays', () => {
    const given = reading(
      'Police NOUN NNS 2 nsubj; said VERB VBD 0 root; Melk PROPN NNP 4 nsubj; fled VERB VBD 2 ccomp',
    );
    expect(speakerLast(given, given).heads).toEqual(given.heads);
  });

  test.each([
    ['what is past is not joined to what would be', APPEAL, 'called', 'said'],
    ['who says that some were hurt appeals himself', BLOOD, 'appeal', 'say'],
    ['commas end a clause within', FIRE, 'wept', 'blamed'],
  ])('%s', (_, source, verb, head) => {
    const given = reading(source);
    expect(joinedVerbs(given, given).heads[given.forms.indexOf(verb)]).toBe(given.forms.indexOf(head));
  });

  test('verbs that are joined within stay', () => {
    const given = reading(APPEAL.replace('would AUX MD', 'had AUX VBD').replace('appeal VERB VB', 'appealed VERB VBN'));
    expect(joinedVerbs(given, given).heads).toEqual(given.heads);
  });

  test('no verb has one subject before and another behind it', () => {
    const given = reading('Police NOUN NNS 2 nsubj; said VERB VBD 0 root; four NUM CD 2 nsubj; fled VERB VBD 2 ccomp');
    expect(oneSubject(given).heads[2]).toBe(3);
  });

  test('a people before a title is no subject beside the name', () => {
    const given = reading(
      'Drevian PROPN NNP 4 nsubj; President PROPN NNP 3 nmod:desc; Melk PROPN NNP 4 nsubj; left VERB VBD 0 root',
    );
    expect(oneSubject(given).heads).toEqual([2, 2, 3, -1]);
  });
});
