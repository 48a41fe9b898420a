import { describe, expect, test } from '@jest/globals';
import { childBy, childrenBy, isWithin } from '../../../src/annotate/syntax/tree.ts';
import { parsed } from './parsed.ts';

const PASSIVE = `
  Two          NUM   3 nummod
  union        NOUN  3 compound
  leaders      NOUN  10 nsubj:pass
  of           ADP   6 case
  the          DET   6 det
  dockers      NOUN  3 nmod
  had          AUX   10 aux
  not|not      PART  10 advmod
  been         AUX   10 aux:pass
  arrested     VERB  0 root         Tense=Past|VerbForm=Part|Voice=Pass
  by           ADP   12 case
  police       NOUN  10 obl:agent
  .            PUNCT 10 punct`;

const SHARED_SUBJECT = `
  Varga        PROPN 4 nsubj
  ,            PUNCT 3 punct
  mayor        NOUN  1 appos
  rose|rise    VERB  0 root         VerbForm=Fin
  and          CCONJ 6 cc
  told|tell    VERB  4 conj         VerbForm=Fin
  him          PRON  6 iobj
  to           PART  9 mark
  leave        VERB  6 xcomp        VerbForm=Inf
  ,            PUNCT 11 punct
  waving|wave  VERB  6 advcl        VerbForm=Part
  .            PUNCT 4 punct`;

const RELATIVE = `
  The          DET   2 det
  minister     NOUN  12 nsubj
  who          PRON  4 nsubj
  resigned     VERB  2 acl:relcl    VerbForm=Fin
  over         ADP   7 case
  a            DET   7 det
  ship         NOUN  4 obl
  built        VERB  7 acl          VerbForm=Part|Voice=Pass
  by           ADP   10 case
  Osterlund    PROPN 8 obl:agent
  is|be        AUX   12 cop
  ill          ADJ   0 root
  .            PUNCT 12 punct`;

const NOBODY = `
  No           DET   2 det
  troops|troop NOUN  3 nsubj
  left|leave   VERB  0 root         VerbForm=Fin
  ;            PUNCT 8 punct
  he           PRON  8 nsubj
  no           ADV   7 advmod
  longer|long  ADV   8 advmod
  gave|give    VERB  3 parataxis    VerbForm=Fin
  them         PRON  8 iobj
  orders       NOUN  8 obj
  .            PUNCT 3 punct`;

describe('clauses', () => {
  test.each([
    ['a passive', PASSIVE, 'arrested', { subject: 'leaders', agent: 'police', isPassive: true, isNegated: true }],
    ['a first of two verbs', SHARED_SUBJECT, 'rose', { subject: 'Varga', understood: 'Varga', isPassive: false }],
    ['a second verb', SHARED_SUBJECT, 'told', { subject: null, understood: 'Varga', indirectObject: 'him' }],
    ['what another is told to do', SHARED_SUBJECT, 'leave', { subject: null, understood: 'him' }],
    ['a participle beside', SHARED_SUBJECT, 'waving', { subject: null, understood: 'Varga' }],
    ['a relative clause', RELATIVE, 'resigned', { subject: 'who', understood: 'minister' }],
    ['a participle of a noun', RELATIVE, 'built', { understood: 'ship', isPassive: true, agent: 'Osterlund' }],
    ['an adjective with its copula', RELATIVE, 'ill', { subject: 'minister', copula: 'is', isNegated: false }],
    ['a subject that nobody is', NOBODY, 'left', { subject: 'troops', isNegated: true }],
    ['what is no longer', NOBODY, 'gave', { object: 'orders', indirectObject: 'them', isNegated: true }],
  ])('%s', async (_, source, predicate, expected) => {
    const { tree, at, formsOf } = await parsed(source);
    const clause = tree.clauses.find((each) => each.predicate === at(predicate))!;
    const found = Object.fromEntries(
      Object.keys(expected).map((key) => {
        const value = clause[key as keyof typeof clause];
        return [key, typeof value === 'boolean' ? value : formsOf(value as number | null)];
      }),
    );
    expect(found).toEqual(expected);
  });

  test('know their auxiliaries and their extent', async () => {
    const { tree, formsOf } = await parsed(PASSIVE);
    expect(tree.clauses).toHaveLength(1);
    expect(tree.clauses[0]!.auxiliaries.map(formsOf)).toEqual(['had', 'been']);
    expect(tree.clauses[0]!.extent).toEqual({ first: 0, last: 13 });
  });
});

describe('noun phrases', () => {
  test.each([
    [
      PASSIVE,
      [
        ['Two union leaders', 'Two union leaders of the dockers'],
        ['the dockers', 'the dockers'],
        ['police', 'police'],
      ],
    ],
    [
      SHARED_SUBJECT,
      [
        ['Varga', 'Varga , mayor'],
        ['mayor', 'mayor'],
        ['him', 'him'],
      ],
    ],
    [
      RELATIVE,
      [
        ['The minister', 'The minister who resigned over a ship built by Osterlund'],
        ['who', 'who'],
        ['a ship', 'a ship built by Osterlund'],
        ['Osterlund', 'Osterlund'],
      ],
    ],
  ])('base and full', async (source, expected) => {
    const { tree, formsOf } = await parsed(source);
    expect(tree.nounPhrases.map(({ base, full }) => [formsOf(base), formsOf(full)])).toEqual(expected);
  });

  test('a conjunct is a phrase of its own; names are whole, numbers are not phrases', async () => {
    const { tree, formsOf } = await parsed(`
      about   ADV   2 advmod
      40      NUM   3 nummod
      nurses  NOUN  0 root
      and     CCONJ 5 cc
      Ilse    PROPN 3 conj
      Varga   PROPN 5 flat
      's      PART  5 case
      aides   NOUN  3 conj`);
    expect(tree.nounPhrases.map(({ full }) => formsOf(full))).toEqual(['about 40 nurses', 'Ilse Varga', 'aides']);
  });
});

describe('the way down', () => {
  test('children by relation, subtypes included, and extents', async () => {
    const { tree, at, formsOf } = await parsed(PASSIVE);
    expect(childrenBy(tree, at('arrested'), 'nsubj', 'obl').map(formsOf)).toEqual(['leaders', 'police']);
    expect(childBy(tree, at('arrested'), 'obj')).toBeNull();
    expect(formsOf(tree.extents[at('leaders')]!)).toBe('Two union leaders of the dockers');
    expect(isWithin(tree, at('the'), at('leaders'))).toBe(true);
    expect(isWithin(tree, at('by'), at('leaders'))).toBe(false);
  });
});
