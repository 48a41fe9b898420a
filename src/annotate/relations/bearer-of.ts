import type { EntityMention } from '../../document/layers.ts';
import { modalityOf } from '../events/modality.ts';
import { prepositionOf, type View } from '../events/view.ts';

/** Verbs of which a role is what somebody is or becomes: "[became] acting president", "was [sworn] in as mayor". */
const BEING =
  /^(?:become|remain|stay|serve|work|act|elect|appoint|reappoint|hire|name|swear|install|re-elect|inaugurate|make|know|continue)$/;
const STAYING = /^(?:stay|remain|continue)$/;

/** Words between a noun and the name beside it, titles among them. */
const REACH = 6;

/** Who is meant by a role noun: the name beside it, before or after it, or the subject of which it is said. */
export function bearerOf(view: View, token: number): EntityMention | undefined {
  const { syntax, reading, clauseAt, mentionAt } = view;
  const relation = syntax.relations[token]!;
  const head = syntax.heads[token]!;
  if (
    /^(?:appos|compound|nmod)/.test(relation) &&
    head >= 0 &&
    (relation !== 'nmod' || prepositionOf(view, token) === '')
  )
    if (relation !== 'nmod:poss') return mentionAt.get(head);
  const beside = syntax.children[token]!.find((child) => /^(?:appos|flat)/.test(syntax.relations[child]!));
  if (beside !== undefined && mentionAt.has(beside)) return mentionAt.get(beside);
  const named = nameAfter(view, token);
  if (named !== undefined) return named;
  // "A surgeon at the hospital, [Sana Melk]": the tree hangs the name on the hospital.
  const below = syntax.children[token]!.flatMap((child) =>
    /^nmod/.test(syntax.relations[child]!)
      ? syntax.children[child]!.filter((each) => syntax.relations[each] === 'appos' && isPerson(view, each))
      : [],
  );
  if (below.length > 0) return mentionAt.get(below[0]!);
  // "Melk, a former judge and a [member] of the league"
  if (relation === 'conj' && head >= 0 && reading.upos[head] === 'NOUN') return bearerOf(view, head);
  // the same, where the tree hangs the second on Melk
  if (relation === 'conj' && head >= 0 && mentionAt.has(head))
    if (syntax.children[head]!.some((child) => child < token && syntax.relations[child] === 'appos'))
      return mentionAt.get(head);
  const clause = clauseAt.get(token);
  const subject = clause?.subject ?? clause?.understood;
  if (subject !== null && subject !== undefined) return mentionAt.get(subject);
  // "became [president]", "served as an [adviser] to"
  if (head < 0 || !(relation === 'xcomp' || relation === 'obj' || prepositionOf(view, token) === 'as'))
    return undefined;
  if (!BEING.test(reading.lemmas[head]!.toLowerCase())) return undefined;
  const modality = modalityOf(view, head);
  // Who "will stay on as [mayor]" is mayor.
  const isHeld = modality === 'planned' && STAYING.test(reading.lemmas[head]!.toLowerCase());
  if (modality !== 'actual' && modality !== 'ongoing' && !isHeld) return undefined;
  const served = clauseAt.get(head);
  // "named [Sana Melk] as its chief executive"
  const made = makes(view, head) ? madeBy(view, head) : null;
  const said = made ?? served?.subject ?? served?.understood;
  return said === null || said === undefined ? undefined : mentionAt.get(said);
}

/** Verbs whose subject gives a role to their object. */
const MAKING = /^(?:appoint|elect|hire|install|name|reappoint|re-elect)$/;

/** Its object, or the name that a tree takes for what the object becomes. */
function madeBy({ syntax, reading, clauseAt }: View, verb: number): number | null {
  const isName = (child: number) => syntax.relations[child] === 'xcomp' && reading.upos[child] === 'PROPN';
  return clauseAt.get(verb)!.object ?? syntax.children[verb]!.find(isName) ?? null;
}

/** Whether a verb tells, in the active, to whom its subject gives a role. */
export function makes({ syntax, reading, clauseAt }: View, verb: number): boolean {
  if (!MAKING.test(reading.lemmas[verb]!.toLowerCase()) || (clauseAt.get(verb)?.subject ?? null) === null) return false;
  // A form such as "named" may be taken for a participle.
  return !syntax.children[verb]!.some((child) => /:pass$/.test(syntax.relations[child]!));
}

/** "said their commander, [Colonel Melk]": the name after the comma that is the same one's, whatever the tree has it hang on. */
export function nameAfter({ mentionAt, coreference, text, tokens }: View, token: number): EntityMention | undefined {
  const own = mentionAt.get(token);
  if (own === undefined || text[tokens[token]!.end] !== ',') return undefined;
  return coreference.mentions.find(
    ({ form, entity, first, head }) =>
      form === 'name' && entity === own.entity && first > token && head - token <= REACH,
  );
}

function isPerson({ mentionAt, coreference }: View, token: number): boolean {
  const mention = mentionAt.get(token);
  return mention?.form === 'name' && coreference.entities[mention.entity]!.type === 'Person';
}
