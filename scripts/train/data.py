"""Readers of the training and tuning data: treebanks (CoNLL-U) and names (token TAB BIO)."""
import re
from dataclasses import dataclass, field
from pathlib import Path

import gum_names

TYPES = ['Person', 'Organization', 'Location', 'Facility', 'NORP', 'Date', 'Money', 'Product', 'Misc']
NER = ['O'] + [f'{side}-{kind}' for kind in TYPES for side in 'BI']
FEATURES = {'Tense', 'Mood', 'VerbForm', 'Voice', 'Number', 'Person', 'PronType', 'Degree', 'Polarity', 'Gender', 'Case',
            'NumType', 'Poss', 'Reflex', 'Definite'}
NON_COMMERCIAL = ('GUM_whow', 'GUM_fiction')  # texts under a non-commercial clause: weights that ship never see them


@dataclass
class Sentence:
    """Words with what is known about them; an empty list means that nothing is."""
    words: list
    upos: list = field(default_factory=list)
    xpos: list = field(default_factory=list)
    feats: list = field(default_factory=list)
    lemmas: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    rels: list = field(default_factory=list)
    ner: list = field(default_factory=list)  # per word the set of labels it may have; None where unknown
    misc: list = field(default_factory=list)


def features_of(column):
    kept = [f for f in column.split('|') if f.split('=')[0] in FEATURES]
    return '|'.join(kept) or '_'


def read_conllu(path, skip=()):
    """Sentences of a treebank, words only (no multiword tokens, no empty nodes), without documents whose id starts like `skip`."""
    sentences, rows, dropped = [], [], False
    for line in Path(path).read_text(encoding='utf8').split('\n'):
        if line.startswith('# newdoc'):
            dropped = line.split('= ')[-1].startswith(tuple(skip)) if skip else False
        elif line and line[0] != '#':
            columns = line.split('\t')
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            if not dropped:
                sentences.append(Sentence(
                    words=[r[1] for r in rows], upos=[r[3] for r in rows], xpos=[r[4] for r in rows],
                    feats=[features_of(r[5]) for r in rows], lemmas=[r[2] if r[2] != '_' or r[1] == '_' else r[1] for r in rows],
                    heads=[int(r[6]) for r in rows], rels=[r[7] for r in rows], misc=[r[9] for r in rows]))
            rows = []
    return sentences


def read_bio(path, column=1, word=0, rename=None):
    """Sentences of a BIO file, blank line between them; `rename` maps types."""
    sentences, words, labels = [], [], []
    for line in Path(path).read_text(encoding='utf8').split('\n') + ['']:
        cells = line.split('\t')
        if line.strip() and len(cells) > column and not re.match(r'# \w+ ?=', line):
            label = cells[column].strip() or 'O'
            if rename and label != 'O':
                side, kind = label.split('-', 1)
                label = f'{side}-{rename.get(kind, kind)}'
            words.append(cells[word].strip())
            labels.append(label)
        elif not line.strip() and words:
            sentences.append(Sentence(words=words, ner=[{label} for label in repaired(labels)]))
            words, labels = [], []
    return sentences


def repaired(labels):
    """Legal BIO: an I- that continues nothing becomes B-."""
    fixed = []
    for label in labels:
        before = fixed[-1] if fixed else 'O'
        if label.startswith('I-') and before[2:] != label[2:]:
            label = 'B-' + label[2:]
        fixed.append(label)
    return fixed


SUFFIXES = {'s', 'S', 't', 'm', 're', 've', 'll', 'd'}


def as_treebank(sentence):
    """Join `’ s` and part `couldn't`, as the treebanks and the runtime cut words; the label of the first part stays."""
    words, labels = [], []
    for word, label in zip(sentence.words, sentence.ner):
        cut = re.fullmatch(r"(\w+)(n['’]t|['’](?:s|re|ve|ll|d|m))", word, re.I) if len(word) > 3 else None
        if words and word in SUFFIXES and words[-1] in ("'", '’') and labels[-1] == {'O'} and label == {'O'}:
            words[-1] += word
        elif cut and label == {'O'}:
            words += [cut[1], cut[2]]
            labels += [label, label]
        else:
            words.append(word)
            labels.append(label)
    return Sentence(words=words, ner=labels)


def parts(sentence):
    """The newswire set keeps paragraphs whole: its sentences one by one, where there is more than one."""
    cuts = [0]
    for i, word in enumerate(sentence.words[:-1]):
        closed = word in ('.', '?', '!') and sentence.words[i + 1] not in ('"', '”', "''", '’', ')')
        closed = closed or word in ('"', '”', "''") and i and sentence.words[i - 1] in ('.', '?', '!')
        if closed and i + 1 - cuts[-1] >= 4 and sentence.words[i + 1][:1].lower() != sentence.words[i + 1][:1]:
            cuts.append(i + 1)
    cuts.append(len(sentence.words))
    return [Sentence(words=sentence.words[a:b], ner=sentence.ner[a:b]) for a, b in zip(cuts, cuts[1:])]


def treebanks(folder):
    ewt = read_conllu(folder / 'syntax/ewt-train.conllu')
    gum = read_conllu(folder / 'syntax/gum-train.conllu', skip=NON_COMMERCIAL)
    gum_names.add_names(gum)
    for sentence in ewt:
        sentence.ner = gum_names.outside(sentence)
    return ewt + gum


def newswire(folder):
    return [as_treebank(s) for s in read_bio(folder / 'entities/worldwide-train.tsv')
            if len(s.words) > 1 or not s.words[0].startswith('http')]


def dev_sets(folder):
    """Everything tuned on: name -> sentences, exactly as the files cut them."""
    uner = {'PER': 'Person', 'LOC': 'Location', 'ORG': 'Organization'}
    return {
        'ewt-dev': read_conllu(folder / 'syntax/ewt-dev.conllu'),
        'gum-dev': read_conllu(folder / 'syntax/gum-dev.conllu'),
        'worldwide-dev': read_bio(folder / 'entities/worldwide-dev.tsv'),
        'uner-ewt-dev': read_bio(folder / 'entities/uner-ewt-dev.iob2', column=2, word=1, rename=uner),
    }
