"""Scores of an exported story model on the dev sets, word by word; `npm run score` has the product's own figures."""
from pathlib import Path

import numpy as np
import onnxruntime

import story_data
from train import minilm
from wordpiece import WordPiece


def reader_of(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=['CPUExecutionProvider'])
    names = [o.name for o in session.get_outputs()]

    def read(window):
        feeds = {name: getattr(window, name)[None].astype(np.int32) for name in ('pieces', 'shapes', 'first', 'last')}
        return {name: value[0] for name, value in zip(names, session.run(None, feeds))}
    return read


def f1(right, given, wanted):
    return round(200 * right / max(1, given + wanted), 2)


def scores(path, options):
    folder, read, wordpiece = Path(options.data), reader_of(path), WordPiece(minilm() / 'vocab.txt')
    figures = {}
    found = {part: [0, 0, 0] for part in story_data.PARTS}
    linked = [0, 0]
    for story in story_data.attributions(folder, options.words, 'polnear-dev'):
        for window in story_data.windows(story, wordpiece):
            out = read(window)
            for part in story_data.PARTS:
                given, wanted = out[part].argmax(-1) > 0, window.labels[part] > 0
                found[part] = [a + int(b) for a, b in zip(found[part], ((given & wanted).sum(), given.sum(), wanted.sum()))]
            for content, source in window.said:
                score = np.append((out['says'][content] @ out['speaks'].T).mean(0), 0.0)
                linked[0] += int(score.argmax()) in (source or [len(window.first)])
                linked[1] += 1
    figures.update({f'polnear-dev {part} words F1': f1(*count) for part, count in found.items()})
    figures['polnear-dev source of a gold content'] = round(100 * linked[0] / linked[1], 2)
    figures['newsmtsc held-out macro-F1'] = stance(read, story_data.polarities(folder, options.words)[1], wordpiece)
    figures['gum-dev antecedent of a gold mention'] = chains(read, story_data.gum(folder / 'syntax/gum-dev.conllu'), wordpiece)
    return figures


def stance(read, stories, wordpiece):
    table = np.zeros((3, 3), dtype=int)
    for story in stories:
        for window in story_data.windows(story, wordpiece):
            out = read(window)
            for words, right in window.stances:
                table[right, np.exp(out['stance'][words]).mean(0).argmax()] += 1
    each = [200 * table[i, i] / max(1, table[i].sum() + table[:, i].sum()) for i in range(3)]
    return round(sum(each) / 3, 2)


def chains(read, stories, wordpiece):
    right = total = 0
    for story in stories:
        for window in story_data.windows(story, wordpiece):
            out = read(window)
            chain_of = {w: n for n, chain in enumerate(window.chains) for w in chain}
            heads = sorted(chain_of)
            for i, word in enumerate(heads):
                if chain_of[word] in [chain_of[w] for w in heads[:i]]:
                    score = out['refers'][word] @ out['means'][heads[:i]].T
                    right += chain_of[heads[int(score.argmax())]] == chain_of[word]
                    total += 1
    return round(100 * right / total, 2)
