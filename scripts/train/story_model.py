"""The story model: the reader's encoder over windows of sentences, and light heads on its last layer."""
import torch
from torch import nn
from torch.nn import functional as F

from model import WIDTH, Dropout, Encoder
from story_data import ACTS, MENTIONS, PARTS, ROOTS

SIZES = {'says': 64, 'speaks': 64, 'refers': 128, 'means': 128, 'frames': 48, 'opens': 48, 'closes': 48, 'does': 64, 'done': 64}
LABELS = {**{part: 3 for part in PARTS}, 'stance': 3, 'mention': len(MENTIONS), 'act': len(ACTS)}
NEAR = 12  # classes of distance between two mentions, by powers of two


class Story(nn.Module):
    """A further head is an entry in LABELS or SIZES and a loss in story_losses.py."""

    def __init__(self, pieces, shapes, dropout=0.1, head_dropout=0.2):
        super().__init__()
        self.encoder = Encoder(pieces, shapes, dropout)
        self.drop = Dropout(head_dropout)
        head = lambda width, size: nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), Dropout(head_dropout), nn.Linear(width, size))
        self.labels = nn.ModuleDict({name: head(192, size) for name, size in LABELS.items()})
        self.sides = nn.ModuleDict({name: head(384 if size > 64 else 192, size) for name, size in SIZES.items()})
        self.fact = head(192, 1)
        self.near = nn.Parameter(torch.zeros(NEAR))
        self.deed = nn.Linear(SIZES['does'], len(ROOTS))

    def vectors(self, pieces, shapes, first, last):
        """A word is the mean of its first and last piece, [B, W, WIDTH]."""
        state = self.encoder(pieces, shapes)[-1].float()
        batch, length, _ = state.shape
        row = torch.arange(batch, device=pieces.device)[:, None] * length
        flat = state.flatten(0, 1)
        return ((flat[(first + row).flatten()] + flat[(last + row).flatten()]) * 0.5).view(batch, -1, WIDTH)

    def heads(self, words):
        """Everything that ships, by name: log-probabilities of the labels, how sure it happened, and vectors whose products are scores."""
        words = self.drop(words)
        found = {name: torch.log_softmax(net(words), -1) for name, net in self.labels.items()}
        found['fact'] = self.fact(words)
        for name, net in self.sides.items():
            found[name] = net(words) * SIZES[name] ** -0.25
        return found

    def deeds(self, does, done):
        """Log-probabilities of ROOTS: what the one (its `does`) does to the other (its `done`)."""
        return torch.log_softmax(self.deed(F.gelu(does + done)), -1)
