"""What the story model is told: one loss for each thing that is known about a batch of documents, each cut into windows."""
import math

import numpy as np
import torch
from torch.nn import functional as F

from story_data import ACTS, PARTS, ROOTS, UNKNOWN
from story_model import NEAR

WEIGHTS = {'content': 2.0, 'cue': 1.0, 'source': 1.0, 'link': 0.5, 'chain': 1.5, 'mention': 1.0, 'span': 0.5, 'stance': 0.5,
           'act': 1.0, 'root': 0.5, 'deed': 0.5, 'fact': 0.5}
LOW = -1e9


def padded(rows, fill):
    out = np.full((len(rows), max(map(len, rows))), fill, dtype=np.int64)
    for line, row in zip(out, rows):
        line[:len(row)] = row
    return torch.from_numpy(out)


def inputs_of(windows, device):
    return [padded([getattr(w, name) for w in windows], 0).to(device) for name in ('pieces', 'shapes', 'first', 'last')]


def loss_of(model, documents, device):
    """The weighted sum of the losses of what is known about the documents (lists of windows), and each apart."""
    windows = [window for document in documents for window in document]
    words = model.vectors(*inputs_of(windows, device))
    found = model.heads(words)
    size = words.shape[1]
    absent = (torch.arange(size)[None] >= torch.tensor([len(w.first) for w in windows])[:, None]).to(device)
    losses = {}
    labelled = [name for name in (*PARTS, 'mention') if name in windows[0].labels]
    for name in labelled:
        right = padded([w.labels[name] for w in windows], UNKNOWN).to(device)
        losses[name] = F.nll_loss(found[name].flatten(0, 1), right.flatten(), ignore_index=UNKNOWN)
    for name, loss in (('link', link_loss), ('chain', chain_loss), ('span', span_loss), ('stance', stance_loss), ('act', act_loss),
                       ('root', root_loss), ('deed', deed_loss), ('fact', fact_loss)):
        value = loss(model, found, documents, windows, absent)
        if value is not None:
            losses[name] = value
    return sum(WEIGHTS[name] * value for name, value in losses.items()), losses


def picked(scores, right):
    """Mean over rows of minus the log of the share of what is right, [rows, columns]."""
    chances = F.log_softmax(scores, -1).masked_fill(~right, LOW)
    return -torch.logsumexp(chances, -1).mean()


def link_loss(model, found, documents, windows, absent):
    """Each word of a content picks a word of its source, or nobody (a score of 0, the last column)."""
    rows = [(b, w, source) for b, window in enumerate(windows) for content, source in window.said for w in content]
    if not rows:
        return None
    size = absent.shape[1]
    right = np.zeros((len(rows), size + 1), dtype=bool)
    for row, (_, _, source) in enumerate(rows):
        right[row, source if source else [size]] = True
    at = torch.tensor([b for b, _, _ in rows], device=absent.device)
    word = torch.tensor([w for _, w, _ in rows], device=absent.device)
    scores = (found['says'] @ found['speaks'].transpose(1, 2))[at, word].masked_fill(absent[at], LOW)
    return picked(F.pad(scores, (0, 1)), torch.from_numpy(right).to(absent.device))


def nearness(gaps):
    """Class of a distance in words: 0 for none, then by powers of two."""
    return torch.log2(gaps.clamp_min(1).float()).long().add(1).clamp(0, NEAR - 1)


def chain_loss(model, found, documents, windows, absent):
    """The head of each mention picks an earlier one of its chain anywhere in its document, or nothing (a score of 0) where it is the first."""
    size, start, losses, count = absent.shape[1], 0, [], 0
    refers, means = found['refers'].flatten(0, 1), found['means'].flatten(0, 1)
    for document in documents:
        flat = np.concatenate([(start + b) * size + np.arange(len(w.first)) for b, w in enumerate(document)])  # words in text order
        offset = np.cumsum([0] + [len(w.first) for w in document])
        start += len(document)
        chains = {}
        for b, window in enumerate(document):
            for number, heads in window.chains:
                chains.setdefault(number, []).extend(int(offset[b]) + w for w in heads)
        skipped = {int(offset[b]) + w for b, window in enumerate(document) for w in window.unsure}
        rows = sorted((w, number) for number, heads in chains.items() for w in set(heads))
        rows = [(w, n) for w, n in rows if w not in skipped or any(x < w for x in chains[n])]
        if not rows:
            continue
        right = np.zeros((len(rows), len(flat) + 1), dtype=bool)
        for row, (word, number) in enumerate(rows):
            before = [w for w in chains[number] if w < word]
            right[row, before if before else [len(flat)]] = True
        device = absent.device
        at = torch.tensor([w for w, _ in rows], device=device)
        order = torch.from_numpy(flat).to(device)
        gaps = at[:, None] - torch.arange(len(flat), device=device)[None]
        scores = refers[order[at]] @ means[order].T + model.near[nearness(gaps)]
        scores = F.pad(scores.masked_fill(gaps <= 0, LOW), (0, 1))
        losses.append(picked(scores, torch.from_numpy(right).to(device)) * len(rows))
        count += len(rows)
    return sum(losses) / count if count else None


def span_loss(model, found, documents, windows, absent):
    """The head of each mention picks its first and its last word within the sentence."""
    rows = [(b, *m) for b, window in enumerate(windows) for m in window.spans]
    if not rows:
        return None
    device, size = absent.device, absent.shape[1]
    at, head, first, last = (torch.tensor(column, device=device) for column in zip(*rows))
    sentence = padded([w.sentence for w in windows], -1).to(device)
    place = torch.arange(size, device=device)[None]
    same = sentence[at] == sentence[at, head][:, None]
    opens = (found['frames'] @ found['opens'].transpose(1, 2))[at, head].masked_fill(~same | (place > head[:, None]), LOW)
    closes = (found['frames'] @ found['closes'].transpose(1, 2))[at, head].masked_fill(~same | (place < head[:, None]), LOW)
    return F.cross_entropy(opens, first) + F.cross_entropy(closes, last)


def stance_loss(model, found, documents, windows, absent):
    rows = [(found['stance'][b, words].mean(0), stance) for b, w in enumerate(windows) for words, stance in w.stances]
    if not rows:
        return None
    return F.cross_entropy(torch.stack([r for r, _ in rows]), torch.tensor([s for _, s in rows], device=absent.device))


def act_loss(model, found, documents, windows, absent):
    """Words whose kind of event is one of a set (bits over ACTS; 0 where nothing is known)."""
    if windows[0].acts is None:
        return None
    allowed = padded([w.acts for w in windows], 0).to(absent.device)
    known = allowed > 0
    bits = (allowed[known][:, None] >> torch.arange(len(ACTS), device=absent.device)) & 1
    return -torch.logsumexp(found['act'][known].masked_fill(bits == 0, LOW), -1).mean()


def root_loss(model, found, documents, windows, absent):
    """Sentences of which one word, nobody knows which, tells an event of a given kind."""
    rows = [(b, words, root) for b, window in enumerate(windows) for words, root in window.roots]
    if not rows:
        return None
    kinds = slice(1, 1 + len(ROOTS))
    scores = torch.stack([torch.logsumexp(found['act'][b, words][:, kinds], 0) for b, words, _ in rows])
    return F.cross_entropy(scores, torch.tensor([r for _, _, r in rows], device=absent.device), label_smoothing=0.05)


def deed_loss(model, found, documents, windows, absent):
    rows = [(b, *deed) for b, window in enumerate(windows) for deed in window.deeds]
    if not rows:
        return None
    does = torch.stack([found['does'][b, source].mean(0) for b, source, _, _ in rows])
    done = torch.stack([found['done'][b, target].mean(0) for b, _, target, _ in rows])
    return F.nll_loss(model.deeds(does, done), torch.tensor([r for _, _, _, r in rows], device=absent.device))


def fact_loss(model, found, documents, windows, absent):
    rows = [(b, w, value) for b, window in enumerate(windows) for w, value in window.facts]
    if not rows:
        return None
    at, word = (torch.tensor([row[i] for row in rows], device=absent.device) for i in (0, 1))
    return F.smooth_l1_loss(found['fact'][at, word, 0], torch.tensor([v for _, _, v in rows], device=absent.device))
