import { prepositionOf, type View } from '../events/view.ts';
import type { Fact } from './relations.ts';
import { tenureAt } from './tenure.ts';

const MODAL = /^(?:will|would|may|might|could|can|should|shall|must)$/;
const FOLLOWING = new Set(['succeed', 'replace']);

/** "Quill, who took over the force from Amsel": follows him, and leads what she took. */
export function takeovers(view: View): Fact[] {
  const { syntax, reading, tokens, mentionAt, coreference } = view;
  return syntax.clauses.flatMap((clause): Fact[] => {
    const { predicate, subject, understood, object, isPassive, isNegated } = clause;
    const below = syntax.children[predicate]!;
    const over = below.find(
      (child) => reading.lemmas[child] === 'over' && /^(?:compound:prt|advmod)/.test(syntax.relations[child]!),
    );
    if (reading.lemmas[predicate] !== 'take' || over === undefined || isPassive || isNegated) return [];
    if (clause.auxiliaries.some((each) => MODAL.test(reading.lemmas[each]!.toLowerCase()))) return [];
    const from = personAt(view, subject ?? understood);
    if (from === null) return [];
    const { validFrom } = tenureAt(view, predicate, true);
    const shared = {
      from,
      label: null,
      validFrom,
      validTo: null,
      start: tokens[predicate]!.start,
      end: tokens[over]!.end,
    };
    const before = personAt(view, below.find((child) => prepositionOf(view, child) === 'from') ?? null);
    const led = object === null ? undefined : mentionAt.get(object);
    const isBody = led && /^(?:Organization|Group)$/.test(coreference.entities[led.entity]!.type);
    return [
      ...(before === null || before === from ? [] : [{ ...shared, type: 'SUCCEEDED', to: before, rule: 'took-over' }]),
      ...(isBody ? [{ ...shared, type: 'LEADS', to: led.entity, rule: 'took-over' }] : []),
    ];
  });
}

/** "Melk succeeded Brisk", "Brisk was replaced by Melk", "the man she replaced as president". */
export function successions(view: View): Fact[] {
  const { syntax, reading, tokens } = view;
  return syntax.clauses.flatMap((clause): Fact[] => {
    const { predicate, subject, understood, object, agent, isPassive, isNegated } = clause;
    if (
      !FOLLOWING.has(reading.lemmas[predicate]!.toLowerCase()) ||
      isNegated ||
      clause.auxiliaries.some((each) => MODAL.test(reading.lemmas[each]!.toLowerCase()))
    )
      return [];
    const relative = syntax.relations[predicate] === 'acl:relcl' ? syntax.heads[predicate]! : null;
    const named = relative === null || isPassive ? null : ownerBeside(view, relative, subject);
    const from = named ?? personAt(view, isPassive ? agent : (subject ?? understood));
    const to = personAt(view, isPassive ? (subject ?? understood) : (object ?? relative));
    if (from === null || to === null || from === to) return [];
    const tenure = tenureAt(view, predicate, true);
    const label = syntax.children[predicate]!.find((child) => prepositionOf(view, child) === 'as');
    const { start, end } = tokens[predicate]!;
    return [
      {
        type: 'SUCCEEDED',
        from,
        to,
        label: label === undefined ? null : reading.lemmas[label]!.toLowerCase(),
        validFrom: tenure.validFrom,
        validTo: null,
        start,
        end: label === undefined ? end : Math.max(end, tokens[label]!.end),
        rule: 'succession-verb',
      },
    ];
  });
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
