import type { RelationKind } from '../../vocabulary/records.ts';
import { modalityOf } from '../events/modality.ts';
import { lemmasOf } from '../events/triggers.ts';
import { prepositionOf, type View, withConjuncts } from '../events/view.ts';
import type { Cues } from './cues.ts';
import type { Fact } from './relations.ts';
import { tenureAt } from './tenure.ts';

/** Kinds that hold between bodies and people, never of a mere place that is entered or left. */
const OF_BODIES = new Set(['MEMBER_OF']);

/** "Halvania [joined] the league", "Sana Melk [heads] the alliance", "She [works] for Adra Lines". */
export function roleVerbs(view: View, cues: Cues, kinds: ReadonlyMap<string, Pick<RelationKind, 'instant'>>): Fact[] {
  return view.syntax.clauses.flatMap((clause): Fact[] => {
    const { predicate, subject, understood, object, agent, isPassive } = clause;
    const { start, end } = view.tokens[predicate]!;
    const cue = lemmasOf(view.reading.lemmas[predicate]!, view.text.slice(start, end), 'VERB')
      .map((lemma) => cues.get(lemma))
      .find((each) => each !== undefined);
    if (!cue) return [];
    // "left ten people dead" is no leaving.
    if (cue.negated && view.syntax.children[predicate]!.some((child) => view.syntax.relations[child] === 'xcomp'))
      return [];
    const modality = modalityOf(view, predicate);
    if (modality !== 'actual' && modality !== 'ongoing' && modality !== 'negated') return [];
    const bearer = cue.with || !isPassive ? (subject ?? understood) : agent;
    const led = view.syntax.children[predicate]!.find((child) => cue.with?.includes(prepositionOf(view, child)));
    const other = cue.with ? led : isPassive ? (subject ?? understood) : object;
    if (bearer === null || other === null || other === undefined) return [];
    return withConjuncts(view, bearer).flatMap((one) =>
      withConjuncts(view, other).flatMap((second): Fact[] => {
        const [from, to] = (cue.reversed ? [second, one] : [one, second]).map(
          (each) => view.mentionAt.get(each)?.entity,
        );
        if (from === undefined || to === undefined || from === to) return [];
        if (OF_BODIES.has(cue.relation) && !/^(?:Organization|Group)$/.test(view.coreference.entities[to]!.type))
          return [];
        if (cue.relation === 'LEADS' && view.coreference.entities[to]!.type === 'Person') return [];
        const told = tenureAt(view, predicate, cue.begins ?? kinds.get(cue.relation)!.instant);
        const negated = cue.negated ? modality !== 'negated' : modality === 'negated';
        return [{ type: cue.relation, from, to, label: null, ...told, negated, start, end, rule: 'role-verb' }];
      }),
    );
  });
}
