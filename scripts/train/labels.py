"""The label maps of every task, learned from the training sentences and written into models/reader.json."""
from collections import Counter
from dataclasses import dataclass

import lemma
from data import NER
from model import Sizes
from wordpiece import SHAPES


@dataclass
class Labels:
    upos: list
    xpos: list
    feats: list
    deprel: list
    lemma: list
    exceptions: dict

    @classmethod
    def learn(cls, sentences):
        def frequent(key, least):
            counts = Counter(value for s in sentences for value in getattr(s, key))
            return [value for value, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if n >= least]
        scripts, exceptions = lemma.learn(sentences)
        return cls(frequent('upos', 1), frequent('xpos', 1), frequent('feats', 5), frequent('rels', 2), scripts, exceptions)

    @property
    def maps(self):
        return {key: {v: i for i, v in enumerate(getattr(self, key))} for key in ('upos', 'xpos', 'feats', 'deprel', 'lemma')}

    def sizes(self, pieces):
        return Sizes(pieces, len(SHAPES), len(self.upos), len(self.xpos), len(self.feats), len(self.lemma), len(NER), len(self.deprel))

    def as_json(self):
        return dict(vars(self))
