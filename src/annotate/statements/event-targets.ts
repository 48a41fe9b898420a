import type { EventTarget, Quotation, TargetLayer } from '../../document/layers.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { eventWordsOf } from '../events/event-words.ts';
import { firstAt, viewOf } from '../events/view.ts';
import { step } from '../step.ts';
import { isSingledOut } from './about.ts';
import { isDenied } from './denied.ts';
import { modelStance, type Stance } from './stance.ts';

/** Arguments that a clause is about; what else it tells is where, when and how. */
const ARGUMENT = /^(?:nsubj|obj|root|nmod|obl|conj|appos)/;
/** Words on which a cue turns: "condemned [the raid]", "praised them for [the rescue]". */
const OF_CUE = /^(?:obj|obl|nsubj:pass|nmod|advcl)/;
/** Events of one statement, at most. */
const MOST = 6;

/**
 * The events that a statement is about: those that its cue is turned to, and in what is said those named by a noun, which
 * is taken as known and judged. What is said with a verb is asserted; the event's vouchers tell that.
 */
export function eventTargets({ say, eventWords }: Pick<Vocabulary, 'say' | 'eventWords'>) {
  const words = eventWordsOf(eventWords);
  return step({
    name: 'event targets',
    needs: ['tokens', 'reading', 'syntax', 'story', 'quotations', 'coreference', 'statements', 'times', 'events'],
    gives: 'targets',
    run({ text }, layers): TargetLayer {
      const view = viewOf(text, layers, words);
      const { syntax, reading, tokens } = view;
      const mentions = layers.events.events.flatMap(({ mentions: told, speechAct }, event) =>
        told.map((span) => ({ event, speechAct, ...span, token: firstAt(tokens, span.start) })),
      );
      const targets = view.statements.flatMap((statement, at): EventTarget[] => {
        const found = new Map<number, EventTarget>();
        for (const { event, speechAct, token, start, end } of mentions) {
          if (speechAct === at || found.has(event) || found.size >= MOST) continue;
          const relation = syntax.relations[token]!;
          const byCue = statement.cue !== null && syntax.heads[token] === statement.cue.head && OF_CUE.test(relation);
          const isNamed =
            /^(?:NOUN|PROPN)$/.test(reading.upos[token]!) && (ARGUMENT.test(relation) || isSingledOut(syntax, token));
          if (!byCue && !(view.saidIn[token] === at && isNamed)) continue;
          const stance = stanceOf(statement, byCue) ?? modelStance(view, { first: token, last: token + 1 });
          const denied = isDenied({ ...view, say }, token, statement.cue);
          found.set(event, { statement: at, event, stance, denied, start, end });
        }
        return [...found.values()];
      });
      return { targets };

      function stanceOf({ cue }: Quotation, byCue: boolean): Stance | null {
        // "blamed [the strike] on the firm": it is the firm that is blamed.
        const stance = byCue && cue && cue.lemma !== 'blame' ? say.get(cue.class)?.stance : null;
        return stance === 'supportive' || stance === 'critical' ? stance : null;
      }
    },
  });
}
