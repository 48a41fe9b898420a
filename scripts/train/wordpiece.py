"""Uncased WordPiece over words that are given, and the shape class that brings their case back.

The runtime in Node does the same, so every rule here is also written out in models/reader.json."""
import unicodedata
from functools import lru_cache

SHAPES = ['special', 'lower', 'title', 'upper', 'initial', 'mixed', 'number', 'alphanumeric', 'symbol']
MAX_WORD_PIECES = 8
PAD, UNK, CLS, SEP = '[PAD]', '[UNK]', '[CLS]', '[SEP]'


def shape_of(word):
    """Index into SHAPES: `Ardakov` title, `NATO` upper, `J` initial, `iPhone` mixed, `1,000` number, `G7` alphanumeric."""
    letters = digits = upper = 0
    first = None
    for char in word:
        kind = unicodedata.category(char)
        if kind[0] == 'L':
            letters += 1
            is_upper = kind in ('Lu', 'Lt')
            upper += is_upper
            if first is None:
                first = is_upper
        elif kind == 'Nd':
            digits += 1
    if letters and digits:
        return SHAPES.index('alphanumeric')
    if digits:
        return SHAPES.index('number')
    if not letters:
        return SHAPES.index('symbol')
    if not upper:
        return SHAPES.index('lower')
    if letters == 1:
        return SHAPES.index('initial')
    if upper == letters:
        return SHAPES.index('upper')
    return SHAPES.index('title' if first and upper == 1 else 'mixed')


def is_punctuation(char):
    code = ord(char)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(char)[0] == 'P'


def is_ideograph(char):
    code = ord(char)
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF
            or 0x20000 <= code <= 0x2CEAF or 0x2F800 <= code <= 0x2FA1F)


def chunks_of(word):
    """Normalised stretches of a word, cut at white space and around every punctuation mark: `Côte-d'or` -> cote - d ' or."""
    chunks, current = [], ''
    for char in unicodedata.normalize('NFD', word):
        kind = unicodedata.category(char)
        if char in '\t\n\r' or kind == 'Zs':
            if current:
                chunks.append(current)
            current = ''
        elif kind == 'Mn' or kind[0] == 'C' or char == '\ufffd':
            continue
        elif is_punctuation(char) or is_ideograph(char):
            if current:
                chunks.append(current)
            chunks.append(char)
            current = ''
        else:
            current += char.lower()
    if current:
        chunks.append(current)
    return chunks


class WordPiece:
    def __init__(self, vocabulary_path):
        with open(vocabulary_path, encoding='utf8') as lines:
            self.pieces = [line.rstrip('\n') for line in lines]
        self.ids = {piece: index for index, piece in enumerate(self.pieces)}
        self.pad, self.unk, self.cls, self.sep = (self.ids[p] for p in (PAD, UNK, CLS, SEP))
        self.word = lru_cache(maxsize=200_000)(self._word)

    def _word(self, word):
        """Piece ids of one word: longest match first, at least one, at most MAX_WORD_PIECES."""
        found = []
        for chunk in chunks_of(word):
            found.extend(self._chunk(chunk))
        return tuple(found[:MAX_WORD_PIECES]) or (self.unk,)

    def _chunk(self, chunk):
        if len(chunk) > 100:
            return [self.unk]
        found, start = [], 0
        while start < len(chunk):
            end = len(chunk)
            while end > start:
                piece = ('##' if start else '') + chunk[start:end]
                if piece in self.ids:
                    break
                end -= 1
            if end == start:
                return [self.unk]
            found.append(self.ids[piece])
            start = end
        return found

    def sentence(self, words):
        """pieces, shapes, first, last: [CLS] … [SEP]; first and last give each word's piece positions (from 1)."""
        pieces, shapes, first, last = [self.cls], [0], [], []
        for word in words:
            ids = self.word(word)
            first.append(len(pieces))
            pieces.extend(ids)
            shapes.extend([shape_of(word)] * len(ids))
            last.append(len(pieces) - 1)
        return pieces + [self.sep], shapes + [0], first, last
