"""What the story model learns from: documents in windows of whole sentences, with what is known about their words."""
from dataclasses import dataclass, field

import numpy as np

from wordpiece import shape_of

LONGEST = 512  # pieces of a window, marks among them
PARTS = ('content', 'cue', 'source')
UNKNOWN = -100
MENTIONS = ('none', 'person', 'place', 'organization', 'thing', 'event', 'abstract', 'time')  # what the head of a mention mentions (GUM's types)
ROOTS = ('ACCUSE', 'AGREE', 'AID', 'ASSAULT', 'COERCE', 'CONSULT', 'COOPERATE', 'MOBILIZE', 'PROTEST', 'REJECT', 'REQUEST', 'SANCTION', 'SUPPORT',
         'THREATEN', 'YIELD')  # PLOVER's, CONCEDE and RETREAT as YIELD
ACTS = ('none', *ROOTS, 'OTHER')


@dataclass
class Story:
    """One document; every index counts words."""
    words: list
    sentences: list  # [first, last, segment]
    id: str = ''
    labels: dict = field(default_factory=dict)  # part -> per word 0 O, 1 B, 2 I; 'mention' -> per word an index into MENTIONS
    said: list = field(default_factory=list)  # (words of the content, words of the source; empty where nobody is named)
    chains: list = field(default_factory=list)  # per entity the head words of its mentions
    gold: dict = field(default_factory=dict)  # entity -> (first, last, type) of its mentions, as the set has them
    unsure: set = field(default_factory=set)  # heads of which nobody knows whether they have an antecedent that is not marked
    spans: list = field(default_factory=list)  # (head, first, last) of mentions, last included
    stances: list = field(default_factory=list)  # (words of the target, class)
    acts: list = None  # per word the kinds of event that it may tell, bits over ACTS; 0 where nothing is known
    roots: list = field(default_factory=list)  # (words, index into ROOTS): one of them tells such an event
    deeds: list = field(default_factory=list)  # (words of who does, words of whom it is done to, index into ROOTS)
    facts: list = field(default_factory=list)  # (word, how surely it happened: -3 to 3)


class Window:
    """Sentences of a document that are read in one go, as integers; word 0 is the first word of the window."""

    def __init__(self, story, sentences, wordpiece):
        pieces, shapes, first, last, at = [101], [0], [], [], {}
        self.sentence = []
        for number, (start, end, segment) in enumerate(sentences):
            for word in range(start, end):
                at[word] = len(first)
                ids, shape = wordpiece.word(story.words[word]), shape_of(story.words[word])
                first.append(len(pieces))
                pieces.extend(ids)
                shapes.extend([shape] * len(ids))
                last.append(len(pieces) - 1)
                self.sentence.append(number)
            if number + 1 == len(sentences) or sentences[number + 1][2] != segment:
                pieces.append(102)
                shapes.append(0)
        self.pieces, self.shapes, self.first, self.last = (np.array(x, dtype=np.int32) for x in (pieces, shapes, first, last))
        self.words = list(at)
        inside = lambda words: [at[w] for w in words if w in at]
        self.labels = {part: np.array([values[w] for w in at]) for part, values in story.labels.items()}
        self.acts = None if story.acts is None else [story.acts[w] for w in at]
        said = [(inside(content), inside(source), bool(source)) for content, source in story.said]
        self.said = [(content, source) for content, source, named in said if content and (source or not named)]
        chains = [(number, sorted(set(inside(chain)))) for number, chain in enumerate(story.chains)]
        self.chains = [(number, chain) for number, chain in chains if chain]
        self.unsure = set(inside(story.unsure))
        self.spans = [tuple(at[w] for w in span) for span in story.spans if all(w in at for w in span)]
        self.stances = [(inside(words), stance) for words, stance in story.stances if inside(words)]
        self.roots = [(inside(words), root) for words, root in story.roots if inside(words)]
        self.deeds = [(inside(a), inside(b), root) for a, b, root in story.deeds if inside(a) and inside(b)]
        self.facts = [(at[w], value) for w, value in story.facts if w in at]


def windows(story, wordpiece, rng=None):
    """The document in windows of at most LONGEST pieces; `rng` draws how long they are, and so where they are cut."""
    sizes = [sum(len(wordpiece.word(story.words[w])) for w in range(a, b)) + 1 for a, b, _ in story.sentences]
    longest = LONGEST - 1 if rng is None else rng.choice((LONGEST - 1, LONGEST - 1, 2 * LONGEST // 3, LONGEST // 2))
    found, current, room = [], [], longest if rng is None else rng.randint(longest // 3, longest)
    for sentence, size in zip(story.sentences, sizes):
        if current and size > room:
            found.append(current)
            current, room = [], longest
        if size < LONGEST:
            current.append(sentence)
            room -= size
    return [window for window in (Window(story, sentences, wordpiece) for sentences in found + ([current] if current else [])) if len(window.first)]
