"""Scores of a story model on the dev sets, word by word; `npm run score` has the product's own figures."""
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import torch

import story_chains
import story_sets
from story_data import ACTS, PARTS, ROOTS, windows
from story_losses import inputs_of


def onnx_reader(path):
    """Reads one window a run, as the product does."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=['CPUExecutionProvider'])
    names = [o.name for o in session.get_outputs()]

    def read(window):
        feeds = {name: getattr(window, name)[None].astype(np.int32) for name in ('pieces', 'shapes', 'first', 'last')}
        return {name: value[0] for name, value in zip(names, session.run(None, feeds))}
    return read


def torch_reader(model, device):
    model.eval()

    def read(window):
        with torch.no_grad():
            found = model.heads(model.vectors(*inputs_of([window], device)))
        return {name: value[0].float().cpu().numpy() for name, value in found.items()}
    return read


def f1(right, given, wanted):
    return round(200 * right / max(1, given + wanted), 2)


def macro(pairs, classes):
    """Macro-F1 over the classes that occur, of (right, given) pairs."""
    each = []
    for kind in classes:
        right = sum(a == b == kind for a, b in pairs)
        each.append(2 * right / max(1, sum(a == kind for a, _ in pairs) + sum(b == kind for _, b in pairs)))
    return round(100 * sum(each) / len(each), 2)


def conll(pairs, folder):
    """CoNLL F1 by the reference scorer's definitions of (gold, given) chains a document."""
    sys.path.insert(0, str(folder.parent / 'scorers'))
    import score_coref as s
    sums = np.zeros((3, 4))
    for gold, given in pairs:
        gold, given = ([frozenset(json.dumps(m) for m in c) for c in side] for side in (gold, given))
        for row, measure in enumerate((s.muc, s.b3)):
            sums[row] += [*measure(gold, given), *measure(given, gold)]
        same, wanted, found = s.ceafe(gold, given)
        sums[2] += [same, wanted, same, found]
    recall, precision = sums[:, 0] / np.maximum(sums[:, 1], 1e-9), sums[:, 2] / np.maximum(sums[:, 3], 1e-9)
    return round(100 * float(np.mean(2 * recall * precision / np.maximum(recall + precision, 1e-9))), 2)


def scores(read, near, wordpiece, options):
    folder = Path(options.data)
    cut = lambda story: windows(story, wordpiece)
    figures = quotations(read, story_sets.attributions(folder, options.words, 'polnear-dev'), cut)
    figures['newsmtsc held-out macro-F1'] = stance(read, story_sets.polarities(folder, options.words)[1], cut)
    figures.update(chains(read, near, list(story_sets.gum(folder / 'syntax/gum-dev.conllu', skip=('-',))), cut, folder, 'gum-dev'))
    figures['wikievents-dev trigger words F1'] = triggers(read, story_sets.triggers(folder / 'events/wikievents-dev.jsonl'), cut)
    figures['uds-dev happened or not'] = facts(read, story_sets.factuality(folder / 'factuality/uds-dev.jsonl'), cut)
    return figures


def quotations(read, stories, cut):
    found, linked = {part: np.zeros(3) for part in PARTS}, [0, 0]
    for story in stories:
        for window in cut(story):
            out = read(window)
            for part in PARTS:
                given, wanted = out[part].argmax(-1) > 0, window.labels[part] > 0
                found[part] += ((given & wanted).sum(), given.sum(), wanted.sum())
            for content, source in window.said:
                score = np.append((out['says'][content] @ out['speaks'].T).mean(0), 0.0)
                linked[0] += int(score.argmax()) in (source or [len(window.first)])
                linked[1] += 1
    figures = {f'polnear-dev {part} words F1': f1(*count) for part, count in found.items()}
    figures['polnear-dev source of a gold content'] = round(100 * linked[0] / linked[1], 2)
    return figures


def stance(read, stories, cut):
    pairs = []
    for story in stories:
        for window in cut(story):
            out = read(window)
            pairs.extend((right, int(np.exp(out['stance'][words]).mean(0).argmax())) for words, right in window.stances)
    return macro(pairs, range(3))


def chains(read, near, stories, cut, folder, name):
    every, named, counts = [], [], np.zeros(3)
    for story in stories:
        document = cut(story)
        given = story_chains.chains_of(document, [read(window) for window in document], near)
        every.append(story_chains.as_scored(story, given))
        spans, gold = {m[:2] for c in given for m in c}, {m[:2] for c in story.gold.values() for m in c}
        counts += (len(spans & gold), len(spans), len(gold))
        if '_news_' in story.id or '_interview_' in story.id:
            named.append(story_chains.as_scored(story, given, named=True))
    return {f'{name} mentions F1': f1(*counts), f'{name} CoNLL F1, model alone': conll(every, folder),
            f'{name} CoNLL F1, news and interview, named': conll(named, folder)}


def triggers(read, stories, cut):
    counts = np.zeros(3)
    for story in stories:
        for window in cut(story):
            allowed = np.array(window.acts)
            given = read(window)['act'].argmax(-1)
            kinds = [i for i in range(1, len(ACTS) - 1)]
            wanted = np.isin(allowed, [1 << i for i in kinds])
            found = np.isin(given, kinds) & ((allowed & 1) > 0) & ((allowed >> given & 1) == 0) | (np.isin(given, kinds) & wanted)
            counts += ((wanted & ((1 << given) == allowed)).sum(), found.sum(), wanted.sum())
    return f1(*counts)


def facts(read, stories, cut):
    right = total = 0
    for story in stories:
        for window in cut(story):
            out = read(window)['fact'][:, 0]
            for word, value in window.facts:
                if abs(value) >= 1:
                    right += (out[word] > 0) == (value > 0)
                    total += 1
    return round(100 * right / total, 2)


def roots(model, read, stories, cut):
    """(root, by the pair of sides, by the words alone) of each of PLOVER's sentences, by name."""
    found = []
    for story in stories:
        for window in cut(story):
            if not window.deeds:
                continue
            out = read(window)
            source, target, right = window.deeds[0]
            with torch.no_grad():
                side = lambda name, words: torch.tensor(out[name][words].mean(0), device=model.deed.weight.device)
                pair = model.deeds(side('does', source), side('done', target)).cpu().numpy()
            words = window.roots[0][0] if window.roots else []
            alone = np.logaddexp.reduce(out['act'][words][:, 1:1 + len(ROOTS)], 0)
            alone = alone - np.logaddexp.reduce(alone)
            found.append([ROOTS[right], ROOTS[int(pair.argmax())], ROOTS[int(alone.argmax())], ROOTS[int((pair + alone).argmax())]])
    return found
