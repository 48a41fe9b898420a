"""Who is who by the model alone: mentions, their spans and their chains as its heads have them, for choosing a model."""
import numpy as np

from story_data import MENTIONS
from story_model import NEAR

NAMED = {'person', 'organization', 'place'}


def chains_of(document, outs, near):
    """Chains of (first, last, type), last excluded, of a document read window by window."""
    heads, spans, types, at = [], [], [], 0
    for window, out in zip(document, outs):
        sentence = np.array(window.sentence)
        for w in np.flatnonzero(out['mention'][:, 0] < np.log(0.5)):
            same = np.flatnonzero(sentence == sentence[w])
            before, after = same[same <= w], same[same >= w]
            first = before[(out['opens'][before] @ out['frames'][w]).argmax()]
            last = after[(out['closes'][after] @ out['frames'][w]).argmax()]
            heads.append(at + w)
            spans.append((window.words[first], window.words[last] + 1))
            types.append(MENTIONS[1 + out['mention'][w, 1:].argmax()])
        at += len(window.first)
    if not heads:
        return []
    refers, means = (np.concatenate([out[name] for out in outs])[heads] for name in ('refers', 'means'))
    gaps = np.subtract.outer(heads, heads)
    scores = refers @ means.T + near[np.clip(np.log2(np.maximum(gaps, 1)).astype(int) + 1, 0, NEAR - 1)]
    chain, found = {}, {}
    for i in range(len(heads)):
        best = int(scores[i, :i].argmax()) if i else None
        chain[i] = chain[best] if best is not None and scores[i, best] > 0 else i
        found.setdefault(chain[i], []).append((*spans[i], types[i]))
    return list(found.values())


def as_scored(story, chains, named=False):
    """Gold and given chains of spans; `named`: as `npm run score` has it, only of persons, bodies and places."""
    gold = list(story.gold.values())
    if named:
        others = {m[:2] for c in gold for m in c if m[2] not in NAMED} - {m[:2] for c in gold for m in c if m[2] in NAMED}
        gold = [[m for m in c if m[2] in NAMED] for c in gold]
        chains = [[m for m in c if m[:2] not in others] for c in chains if any(m[2] in NAMED for m in c)]
    return unique(gold), unique(chains)


def unique(chains):
    seen, found = set(), []
    for chain in chains:
        kept = []
        for first, last, _ in chain:
            if (first, last) not in seen:
                seen.add((first, last))
                kept.append([first, last])
        if len(kept) > 1:
            found.append(kept)
    return found
