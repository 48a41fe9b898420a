"""Sentences as tensors, cached as integers once, and the seeded order in which training sees them."""
import random

import numpy as np
import torch

from data import NER

ANYTHING = (1 << len(NER)) - 1
MAX_PIECES = 256
KEYS = ('upos', 'xpos', 'feats', 'lemma', 'rels')


class Coded:
    """One sentence as integers. Unknown classes are -100; `ner` is a bit set of allowed labels per word."""
    __slots__ = ('pieces', 'shapes', 'first', 'last', 'heads', 'ner', 'tree', *KEYS)

    def __init__(self, sentence, wordpiece, maps, scripts):
        pieces, shapes, first, last = wordpiece.sentence(sentence.words)
        words = sum(position < MAX_PIECES - 1 for position in last)
        end = last[words - 1] + 1
        self.pieces, self.shapes = np.array(pieces[:end] + pieces[-1:]), np.array(shapes[:end] + [0])
        self.first, self.last = np.array(first[:words]), np.array(last[:words])
        self.tree = bool(sentence.heads)
        unknown = [-100] * words
        lookup = lambda values, table: [table.get(v, -100) for v in values[:words]] or unknown
        self.upos, self.xpos = lookup(sentence.upos, maps['upos']), lookup(sentence.xpos, maps['xpos'])
        self.feats, self.rels = lookup(sentence.feats, maps['feats']), lookup(sentence.rels, maps['deprel'])
        self.lemma = lookup(scripts(sentence), maps['lemma'])
        self.heads = [h if h <= words else -100 for h in sentence.heads[:words]] or unknown
        at = {label: i for i, label in enumerate(NER)}
        self.ner = [sum(1 << at[x] for x in allowed) if allowed else ANYTHING for allowed in sentence.ner[:words]] or [ANYTHING] * words


def padded(rows, fill):
    out = np.full((len(rows), max(map(len, rows))), fill, dtype=np.int64)
    for line, row in zip(out, rows):
        line[:len(row)] = row
    return torch.from_numpy(out)


def collate(items, recase=None):
    """`recase`: a random.Random that now and then makes a whole sentence lower, title or upper case (only shapes change)."""
    shapes = [recased(item.shapes, recase) for item in items]
    batch = {'pieces': padded([i.pieces for i in items], 0), 'shapes': padded([s for s, _ in shapes], 0),
             'first': padded([i.first for i in items], 0), 'last': padded([i.last for i in items], 0),
             'heads': padded([i.heads for i in items], -100), 'ner': padded([i.ner for i in items], ANYTHING),
             'tree': any(i.tree for i in items)}
    for key in KEYS:
        batch[key] = padded([getattr(i, key) for i in items], -100)
    for row, (_, changed) in enumerate(shapes):
        if changed:
            batch['lemma'][row] = -100
    return batch


def recased(shapes, rng):
    draw = rng.random() if rng else 1.0
    if draw >= 0.08:
        return shapes, False
    letters = (shapes >= 1) & (shapes <= 5)
    return np.where(letters, 1 if draw < 0.05 else 3 if draw < 0.07 else 2, shapes), True


def bucketed(items, size, rng):
    """Batches of about `size` pieces, sentences of like length together, in random order."""
    order = sorted(range(len(items)), key=lambda i: (len(items[i].pieces) + rng.random() * 6, rng.random()))
    batches, current, longest = [], [], 0
    for i in order:
        longest = max(longest, len(items[i].pieces))
        if current and longest * (len(current) + 1) > size:
            batches.append(current)
            current, longest = [], len(items[i].pieces)
        current.append(i)
    batches.append(current)
    rng.shuffle(batches)
    return batches


def schedule(streams, size, seed):
    """The whole training as one list of (stream, sentence numbers): `streams` is name -> (sentences, passes), spread evenly."""
    placed = []
    for name, (items, passes) in streams.items():
        batches = []
        for one in range(int(np.ceil(passes))):
            found = bucketed(items, size, random.Random(f'{seed}/{name}/{one}'))
            batches.extend(found[:round(len(found) * min(1.0, passes - one))])
        placed.extend(((i + 0.5) / len(batches), name, batch) for i, batch in enumerate(batches))
    placed.sort(key=lambda p: p[:2])
    return [(name, batch) for _, name, batch in placed]
