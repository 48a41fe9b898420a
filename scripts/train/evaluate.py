"""Scores of an exported model on the dev sets, with gold words. usage: evaluate.py MODEL.onnx [--data DIR] [--models DIR]"""
import argparse
import json
import time
from pathlib import Path

import numpy as np
import onnxruntime

import data
import decode
import lemma
from wordpiece import WordPiece

LONGEST = 510  # word pieces beside [CLS] and [SEP]; a longer sentence is read in stretches


class Model:
    """An exported model, read one sentence at a time."""

    def __init__(self, onnx, folder, threads=1):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(onnx), options, providers=['CPUExecutionProvider'])
        self.labels = json.loads((Path(folder) / 'reader.json').read_text(encoding='utf8'))['labels']
        self.exceptions = json.loads((Path(folder) / 'lemmas.json').read_text(encoding='utf8'))
        self.wordpiece = WordPiece(Path(folder) / 'wordpiece.txt')
        self.outputs = [o.name for o in self.session.get_outputs()]

    def raw(self, words):
        """Outputs by name for one sentence, without the batch dimension."""
        pieces, shapes, first, last = (np.array([row], dtype=np.int32) for row in self.wordpiece.sentence(words))
        out = self.session.run(None, {'pieces': pieces, 'shapes': shapes, 'first': first, 'last': last})
        return {name: value[0] for name, value in zip(self.outputs, out)}

    def read(self, words):
        parts, start, size = [], 0, 0
        for i, word in enumerate(words):
            count = len(self.wordpiece.word(word))
            if size + count > LONGEST:
                parts.append((start, i))
                start, size = i, 0
            size += count
        whole, root = {}, None
        for a, b in parts + [(start, len(words))]:
            one = self.read_short(words[a:b])
            here = one['heads'].index(0) + 1 + a
            one['heads'] = [(h + a) if h else (root or 0) for h in one['heads']]
            if root:
                one['rels'][here - 1 - a] = 'parataxis'
            root = root or here
            for key, value in one.items():
                whole.setdefault(key, []).extend(value)
        return whole

    def read_short(self, words):
        out, names = self.raw(words), self.labels
        heads = decode.tree(out['arcs'])
        upos = [names['upos'][i] for i in out['upos']]
        rels = ['root' if h == 0 else names['deprel'][out['rels'][d, h]] for d, h in enumerate(heads)]
        scripts = [names['lemma'][i] for i in out['lemma']]
        return {'upos': upos, 'xpos': [names['xpos'][i] for i in out['xpos']], 'feats': [names['feats'][i] for i in out['feats']],
                'lemmas': [lemma.lemma_of(w, u, s, self.exceptions) for w, u, s in zip(words, upos, scripts)],
                'heads': heads, 'rels': rels, 'ner': decode.names(out['ner'], names['ner'])}


def plain(rel):
    return rel.split(':')[0]


def syntax_scores(gold, found):
    hits, total = dict.fromkeys(('UPOS', 'XPOS', 'FEATS', 'Lemma', 'UAS', 'LAS', 'LAS with subtypes'), 0), 0
    for g, f in zip(gold, found):
        for i in range(len(g.words)):
            head = g.heads[i] == f['heads'][i]
            total += 1
            hits['UPOS'] += g.upos[i] == f['upos'][i]
            hits['XPOS'] += g.xpos[i] == f['xpos'][i]
            hits['FEATS'] += g.feats[i] == f['feats'][i]
            hits['Lemma'] += g.lemmas[i] == f['lemmas'][i]
            hits['UAS'] += head
            hits['LAS'] += head and plain(g.rels[i]) == plain(f['rels'][i])
            hits['LAS with subtypes'] += head and g.rels[i] == f['rels'][i]
    return {name: round(100 * n / total, 2) for name, n in hits.items()}


def name_scores(gold, found, types, rename):
    """F1 of exact spans with types, over `types` after `rename`; with one figure a type."""
    counts = {}
    for g, f in zip(gold, found):
        want, have = ({(a, b, rename.get(k, k)) for a, b, k in decode.spans(labels)} for labels in ([next(iter(l)) for l in g.ner], f['ner']))
        for kind in types:
            one, two = ({s for s in side if s[2] == kind} for side in (want, have))
            row = counts.setdefault(kind, [0, 0, 0])
            row[0] += len(one & two)
            row[1] += len(one)
            row[2] += len(two)
    f1 = lambda row: round(200 * row[0] / max(1, row[1] + row[2]), 2)
    total = np.sum(list(counts.values()), 0)
    return {'F1': f1(total), 'precision': round(100 * total[0] / max(1, total[2]), 2), 'recall': round(100 * total[0] / max(1, total[1]), 2),
            **{f'F1 {kind}': f1(row) for kind, row in counts.items()}}


PLACE = {'Facility': 'Location'}


def scores(model, sets):
    """Every figure of the card: set -> name -> figure, and words a second on one thread (decoding included)."""
    out, began, words = {}, time.time(), 0
    for name, gold in sets.items():
        found = [model.read(s.words) for s in gold]
        words += sum(len(s.words) for s in gold)
        if name == 'worldwide-dev':
            out[name] = name_scores(gold, found, ('Person', 'Organization', 'Location', 'NORP', 'Date'), PLACE)
            rest = name_scores(gold, found, ('Money', 'Product', 'Misc'), PLACE)
            out[name].update({k: v for k, v in rest.items() if k.startswith('F1 ')})
        elif name == 'uner-ewt-dev':
            out[name] = name_scores(gold, found, ('Person', 'Organization', 'Location'), PLACE)
        else:
            out[name] = syntax_scores(gold, found)
    out['words a second'] = round(words / (time.time() - began))
    return out


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('onnx')
    parser.add_argument('--data', default='../shared/data')
    parser.add_argument('--models', default='models')
    parser.add_argument('--only', nargs='*')
    given = parser.parse_args()
    found = {k: v for k, v in data.dev_sets(Path(given.data)).items() if not given.only or k in given.only}
    print(json.dumps(scores(Model(given.onnx, given.models), found), indent=1))
