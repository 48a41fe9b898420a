"""The story model: the reader's encoder over windows of sentences, and light heads on its last layer."""
import torch
from torch import nn
from torch.nn import functional as F

from model import WIDTH, Dropout, Encoder
from story_data import PARTS, UNKNOWN

VECTORS = ('says', 'speaks', 'refers', 'means')
SIDE = 64
STANCE = 3


class Story(nn.Module):
    """A further head is a further output of `heads` and a further loss in `loss_of`."""

    def __init__(self, pieces, shapes, dropout=0.1, head_dropout=0.2):
        super().__init__()
        self.encoder = Encoder(pieces, shapes, dropout)
        self.drop = Dropout(head_dropout)
        head = lambda width, size: nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), Dropout(head_dropout), nn.Linear(width, size))
        self.parts = nn.ModuleDict({part: head(192, 3) for part in PARTS})
        self.stance = head(192, STANCE)
        self.sides = nn.ModuleDict({name: head(192, SIDE) for name in VECTORS})

    def vectors(self, pieces, shapes, first, last):
        """A word is the mean of its first and last piece, [B, W, WIDTH]."""
        state = self.encoder(pieces, shapes)[-1]
        batch, length, _ = state.shape
        row = torch.arange(batch, device=pieces.device)[:, None] * length
        flat = state.flatten(0, 1)
        return ((flat[(first + row).flatten()] + flat[(last + row).flatten()]) * 0.5).view(batch, -1, WIDTH)

    def heads(self, words):
        """Everything that ships, by name: log-probabilities of the labels, and vectors whose products are scores."""
        words = self.drop(words)
        found = {part: torch.log_softmax(net(words), -1) for part, net in self.parts.items()}
        found['stance'] = torch.log_softmax(self.stance(words), -1)
        for name, net in self.sides.items():
            found[name] = net(words) * SIDE ** -0.25
        return found

    def start_from(self, reader):
        """The encoder of a trained reader (the `average` of its checkpoint over its last state)."""
        state = {**reader['model'], **reader['average']}
        self.encoder.load_state_dict({name.removeprefix('encoder.'): value for name, value in state.items() if name.startswith('encoder.')})


def loss_of(model, windows, collate):
    """One batch of windows: the sum of the losses of what is known about them, and each apart."""
    batch = collate(windows)
    found = model.heads(model.vectors(batch['pieces'], batch['shapes'], batch['first'], batch['last']))
    losses = {}
    if windows[0].labels:
        for part in PARTS:
            losses[part] = F.nll_loss(found[part].flatten(0, 1), batch[part].flatten(), ignore_index=UNKNOWN)
        losses['link'] = mean([link_loss(found['says'][i], found['speaks'][i], w) for i, w in enumerate(windows) if w.said])
    if any(w.chains for w in windows):
        losses['chain'] = mean([chain_loss(found['refers'][i], found['means'][i], w) for i, w in enumerate(windows) if w.chains])
    if any(w.stances for w in windows):
        rows = [(found['stance'][i, words].mean(0), stance) for i, w in enumerate(windows) for words, stance in w.stances]
        losses['stance'] = F.cross_entropy(torch.stack([r for r, _ in rows]), torch.tensor([s for _, s in rows]))
    weights = {'content': 2.0, 'cue': 1.0, 'source': 1.0, 'link': 0.5, 'chain': 0.5, 'stance': 0.5}
    return sum(weights[name] * value for name, value in losses.items()), losses


def mean(values):
    return torch.stack(values).mean()


def link_loss(says, speaks, window):
    """Each word of a content picks a word of its source, or nobody (a score of 0)."""
    size = len(window.first)
    rows = torch.tensor([w for content, _ in window.said for w in content])
    right = torch.zeros(len(rows), size + 1, dtype=torch.bool)
    at = 0
    for content, source in window.said:
        right[at:at + len(content), source if source else [size]] = True
        at += len(content)
    return picked(F.pad(says[rows] @ speaks[:size].T, (0, 1)), right)


def chain_loss(refers, means, window):
    """The head of each mention picks an earlier one of its chain, or nothing (a score of 0) where it is the first."""
    heads = sorted({w for chain in window.chains for w in chain})
    chain_of = {w: n for n, chain in enumerate(window.chains) for w in chain}
    size = len(window.first)
    scores = refers[heads] @ means[:size].T
    later = torch.arange(size)[None] >= torch.tensor(heads)[:, None]
    right = torch.zeros(len(heads), size + 1, dtype=torch.bool)
    for row, word in enumerate(heads):
        before = [w for w in window.chains[chain_of[word]] if w < word]
        right[row, before if before else [size]] = True
    return picked(F.pad(scores.masked_fill(later, -1e9), (0, 1)), right)


def picked(scores, right):
    chances = F.log_softmax(scores, -1).masked_fill(~right, -1e9)
    return -torch.logsumexp(chances, -1).mean()
