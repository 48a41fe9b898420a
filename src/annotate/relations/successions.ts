import { prepositionOf, type View } from '../events/view.ts';
import type { Fact } from './relations.ts';

const FOLLOWING = new Set(['succeed', 'replace']);

/** "Melk succeeded Brisk", "Brisk was replaced by Melk", "the man she replaced as president". */
export function successions(view: View): Fact[] {
  const { syntax, reading, tokens } = view;
  return syntax.clauses.flatMap((clause): Fact[] => {
    const { predicate, subject, understood, object, agent, isPassive, isNegated } = clause;
    if (!FOLLOWING.has(reading.lemmas[predicate]!.toLowerCase()) || isNegated || clause.auxiliaries.some(isModal))
      return [];
    const relative = syntax.relations[predicate] === 'acl:relcl' ? syntax.heads[predicate]! : null;
    const named = relative === null || isPassive ? null : ownerBeside(view, relative, subject);
    const from = named ?? personAt(view, isPassive ? agent : (subject ?? understood));
    const to = personAt(view, isPassive ? (subject ?? understood) : (object ?? relative));
    if (from === null || to === null || from === to) return [];
    const label = syntax.children[predicate]!.find((child) => prepositionOf(view, child) === 'as');
    const { start, end } = tokens[predicate]!;
    return [
      {
        type: 'SUCCEEDED',
        from,
        to,
        label: label === undefined ? null : reading.lemmas[label]!.toLowerCase(),
        validFrom: null,
        validTo: null,
        start,
        end: label === undefined ? end : Math.max(end, tokens[label]!.end),
        rule: 'succession-verb',
        confidence: 0.8,
      },
    ];
  });

  function isModal(token: number): boolean {
    return /^(?:will|would|may|might|could|can|should|shall|must)$/.test(reading.lemmas[token]!.toLowerCase());
  }
}

/**
 * "[Melk]'s government and the man [she] replaced": a pronoun in one of two things joined by "and" is whoever the other
 * one belongs to, nearer than any subject further off.
 */
function ownerBeside(view: View, relative: number, subject: number | null): number | null {
  const { syntax, reading } = view;
  if (subject === null || reading.upos[subject] !== 'PRON' || syntax.relations[relative] !== 'conj') return null;
  const owner = syntax.children[syntax.heads[relative]!]!.find((child) => syntax.relations[child] === 'nmod:poss');
  return personAt(view, owner ?? null);
}

function personAt({ mentionAt, coreference }: View, token: number | null): number | null {
  const mention = token === null ? undefined : mentionAt.get(token);
  return mention && coreference.entities[mention.entity]!.type === 'Person' ? mention.entity : null;
}
