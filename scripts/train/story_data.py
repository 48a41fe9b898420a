"""What the story model learns from: windows of whole sentences with what is known about their words."""
import hashlib
import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

import data
from wordpiece import shape_of

LONGEST = 320  # pieces of a window, marks among them
PARTS = ('content', 'cue', 'source')
UNKNOWN = -100
STANCES = {6.0: 0, 2.0: 1, 4.0: 2}  # NewsMTSC's polarity -> supportive, critical, neutral
SKIPPED = data.NON_COMMERCIAL


@dataclass
class Story:
    """One document; every index counts words."""
    words: list
    sentences: list  # [first, last, segment]
    labels: dict = field(default_factory=dict)  # part -> per word 0 O, 1 B, 2 I
    said: list = field(default_factory=list)  # (words of the content, words of the source; empty where nobody is named)
    chains: list = field(default_factory=list)  # per entity the head words of its mentions
    stances: list = field(default_factory=list)  # (words of the target, class)


class Window:
    """Sentences of a document that are read in one go, as integers; word 0 is the first word of the window."""

    def __init__(self, story, sentences, wordpiece):
        pieces, shapes, first, last, at = [101], [0], [], [], {}
        for number, (start, end, segment) in enumerate(sentences):
            for word in range(start, end):
                at[word] = len(first)
                ids, shape = wordpiece.word(story.words[word]), shape_of(story.words[word])
                first.append(len(pieces))
                pieces.extend(ids)
                shapes.extend([shape] * len(ids))
                last.append(len(pieces) - 1)
            if number + 1 == len(sentences) or sentences[number + 1][2] != segment:
                pieces.append(102)
                shapes.append(0)
        self.pieces, self.shapes, self.first, self.last = (np.array(x) for x in (pieces, shapes, first, last))
        inside = lambda words: [at[w] for w in words if w in at]
        self.labels = {part: np.array([values[w] for w in at]) for part, values in story.labels.items()}
        self.said = [(inside(content), inside(source), bool(source)) for content, source in story.said]
        self.said = [(content, source) for content, source, named in self.said if content and (source or not named)]
        chains = [sorted(set(inside(chain))) for chain in story.chains]
        self.chains = [chain for chain in chains if chain]
        self.stances = [(inside(words), stance) for words, stance in story.stances if inside(words)]


def windows(story, wordpiece, rng=None):
    """The document in windows of at most LONGEST pieces; `rng` shifts where they are cut."""
    sizes = [sum(len(wordpiece.word(story.words[w])) for w in range(a, b)) + 1 for a, b, _ in story.sentences]
    found, current, room = [], [], LONGEST - 1 if rng is None else rng.randint(LONGEST // 3, LONGEST - 1)
    for sentence, size in zip(story.sentences, sizes):
        if current and size > room:
            found.append(current)
            current, room = [], LONGEST - 1
        if size < LONGEST:
            current.append(sentence)
            room -= size
    return [Window(story, sentences, wordpiece) for sentences in found + ([current] if current else [])]


def overlapping(spans, stretches):
    """Indices of the words (given by their spans) that overlap one of the stretches."""
    return [i for i, (a, b) in enumerate(spans) if any(a < f and b > s for s, f in stretches)]


def attributions(folder, words, name):
    """PolNeAR. Where contents nest, the outermost is marked; each has its own B."""
    cut = {row['id']: row for row in map(json.loads, open(Path(words) / f'{name}.jsonl', encoding='utf8'))}
    for row in map(json.loads, open(folder / f'attribution/{name}.jsonl', encoding='utf8')):
        text = cut[row['id']]
        story = Story(text['words'], text['sentences'], {part: [0] * len(text['words']) for part in PARTS})
        size = lambda a: sum(e - s for s, e in a['content'])
        for found in sorted(row['attributions'], key=size, reverse=True):
            marked = {part: overlapping(text['spans'], found[part] or []) for part in PARTS}
            for part, indices in marked.items():
                labels = story.labels[part]
                if part == 'content' and any(labels[i] for i in indices):
                    continue
                for before, i in zip([None] + indices, indices):
                    if not labels[i]:
                        labels[i] = 2 if before == i - 1 else 1
            if marked['content']:
                story.said.append((marked['content'], marked['source']))
        yield story


def polarities(folder, words):
    """NewsMTSC; the held-out fifth goes by article, so that no story is on both sides."""
    cut = [json.loads(line) for line in open(Path(words) / 'newsmtsc-train.jsonl', encoding='utf8')]
    train, held = [], []
    for text, row in zip(cut, map(json.loads, open(folder / 'stance/newsmtsc-train.jsonl', encoding='utf8'))):
        story = Story(text['words'], text['sentences'])
        for target in row['targets']:
            found = overlapping(text['spans'], [(target['from'], target['to'])])
            if found and target['polarity'] in STANCES:
                story.stances.append((found, STANCES[target['polarity']]))
        (held if is_held_out(row['primary_gid']) else train).append(story)
    return train, held


def article_of(gid):
    """`allsides_12_34_5_Oduya_0_5` is sentence 5 of an article, `polusa_v1_67_-1_8_Oduya_0_5` sentence 8 of another."""
    found = re.match(r'allsides_\d+_\d+|polusa_v1_\d+', gid)
    return found[0] if found else gid


def is_held_out(gid):
    return int(hashlib.sha256(article_of(gid).encode()).hexdigest(), 16) % 5 == 0


def gum(path, skip=SKIPPED):
    """GUM's entities: chains of head words, the word of a mention whose own head lies outside it."""
    document, sentence, base, chains, open_, segment = None, [], 0, {}, [], -1
    done = []

    def close_sentence():
        nonlocal base, sentence, open_
        if not sentence:
            return
        stack = {}
        for i, row in enumerate(sentence):
            field_ = dict(p.split('=', 1) for p in row[9].split('|') if '=' in p).get('Entity', '')
            for opening, number, closing in re.findall(r'(\()?(\d+)[^()]*(\))?', field_):
                if opening:
                    stack.setdefault(number, []).append(i)
                if closing and stack.get(number):
                    start = stack[number].pop()
                    inner = [j for j in range(start, i + 1) if not start <= int(sentence[j][6]) - 1 <= i]
                    chains.setdefault(number, []).append(base + (inner[0] if inner else i))
        document.words.extend(row[1] for row in sentence)
        document.sentences.append([base, base + len(sentence), max(segment, 0)])
        base += len(sentence)
        sentence = []

    def close_document():
        close_sentence()
        if document:
            document.chains = list(chains.values())
            done.append(document)

    for line in Path(path).read_text(encoding='utf8').split('\n'):
        if line.startswith('# newdoc'):
            close_document()
            document = None if line.split('= ')[-1].startswith(tuple(skip)) else Story([], [])
            base, chains, segment = 0, {}, -1
        elif line.startswith('# newpar'):
            segment += 1
        elif line and line[0] != '#' and document:
            row = line.split('\t')
            if row[0].isdigit():
                sentence.append(row)
        elif not line and document:
            close_sentence()
    close_document()
    return done


def litbank(path):
    """LitBank: novels without trees; a mention's head is taken to be the last word before what follows it."""
    for text in Path(path).read_text(encoding='utf8').split('#begin document')[1:]:
        story, chains, open_, base = Story([], []), {}, {}, 0
        for block in re.split(r'\n\s*\n', text.split('#end document')[0].split('\n', 1)[1]):
            rows = [line.split('\t') for line in block.split('\n') if line.count('\t') > 8]
            for i, row in enumerate(rows):
                story.words.append(row[3])
                for opening, number, closing in re.findall(r'(\()?(\d+)(\))?', row[-1] or row[-2]):
                    if opening:
                        open_.setdefault(number, []).append(base + i)
                    if closing and open_.get(number):
                        chains.setdefault(number, []).append(head_of(story.words, open_[number].pop(), base + i + 1))
            if rows:
                story.sentences.append([base, base + len(rows), 0])
            base += len(rows)
        story.chains = list(chains.values())
        yield story


AFTER = {'of', 'in', 'at', 'for', 'from', 'with', 'who', 'whom', 'which', 'that', 'whose', ',', 'on', 'to', '--', ';'}


def head_of(words, start, end):
    for i in range(start + 1, end):
        if words[i].lower() in AFTER:
            return i - 1
    return end - 1
