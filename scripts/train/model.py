"""One encoder (BERT layout, MiniLM weights, plus a shape embedding), word vectors, and light heads on them."""
import math
from dataclasses import dataclass

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

LAYERS, WIDTH, HEADS, INNER = 6, 384, 12, 1536


@dataclass
class Sizes:
    pieces: int
    shapes: int
    upos: int
    xpos: int
    feats: int
    lemma: int
    ner: int
    deprel: int


class Linear(nn.Linear):
    """A linear layer that multiplies in bfloat16 while training (accumulating in float32) where `fast` is set.

    Where `rounded` is set it sees weights and inputs as they ship, in int8, and the gradients pass as if they were not
    (quantisation-aware training: Jacob et al., 2018)."""
    fast = False
    rounded = False

    def forward(self, x):
        weight = self.weight
        if Linear.rounded:
            x, weight = as_bytes(x), as_short_bytes(weight)
        if Linear.fast and self.training:
            return F.linear(x.bfloat16(), weight.bfloat16(), self.bias.bfloat16()).float()
        return F.linear(x, weight, self.bias)


def as_bytes(x):
    """Rounded as the runtime rounds a product's input: 256 steps between its least and its greatest value, here of each window."""
    least, most = x.detach().amin((1, 2)).clamp_max(0), x.detach().amax((1, 2)).clamp_min(0)
    step = (most - least).clamp_min(1e-6) / 255
    return torch.fake_quantize_per_channel_affine(x, step, (-least / step).round().int(), 0, 0, 255)


def as_short_bytes(weight):
    """Rounded as weights ship: per channel, seven bits (`reduce_range`)."""
    step = weight.detach().abs().amax(1).clamp_min(1e-9) / 64
    return torch.fake_quantize_per_channel_affine(weight, step, torch.zeros_like(step, dtype=torch.int32), 0, -64, 64)


class Dropout(nn.Module):
    """Dropout whose masks are stretches of one random pool, at seeded places: drawing fresh ones takes a ninth of a step."""
    pools = {}

    def __init__(self, chance):
        super().__init__()
        self.chance = chance

    def forward(self, x):
        if not self.training or not self.chance:
            return x
        if x.is_cuda:
            return F.dropout(x, self.chance)
        if self.chance not in Dropout.pools:
            drawn = torch.rand(1 << 24, generator=torch.Generator().manual_seed(0))
            Dropout.pools[self.chance] = (drawn >= self.chance).float() / (1 - self.chance)
        pool = Dropout.pools[self.chance]
        if x.numel() > len(pool):
            return F.dropout(x, self.chance)
        start = int(torch.randint(len(pool) - x.numel() + 1, ()))
        return x * pool[start:start + x.numel()].view(x.shape)


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv = Linear(WIDTH, 3 * WIDTH)
        self.out = Linear(WIDTH, WIDTH)
        self.up = Linear(WIDTH, INNER)
        self.down = Linear(INNER, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Dropout(dropout)

    def forward(self, x, mask):
        """mask: [B, 1, 1, P], 0 for pieces and a large negative number for padding; none where nothing is padded."""
        batch, length, _ = x.shape
        q, k, v = (part.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2) for part in self.qkv(x).split(WIDTH, -1))
        if x.is_cuda and Linear.fast and self.training:
            mixed = F.scaled_dot_product_attention(q.bfloat16(), k.bfloat16(), v.bfloat16(), mask.bfloat16()).float()
        else:
            scores = q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS)
            mixed = torch.softmax(scores if mask is None else scores + mask, -1) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    padded = True  # whether a run may hold sequences of several lengths

    def __init__(self, pieces, shapes, dropout=0.1):
        super().__init__()
        self.word = nn.Embedding(pieces, WIDTH)
        self.position = nn.Embedding(512, WIDTH)
        self.shape = nn.Embedding(shapes, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = Dropout(dropout)
        nn.init.zeros_(self.shape.weight)
        self.word.weight.requires_grad_(False)
        self.position.weight.requires_grad_(False)

    def forward(self, pieces, shapes):
        """All hidden states, the embeddings first: LAYERS + 1 tensors [B, P, WIDTH]."""
        mask = (pieces == 0).to(torch.float32)[:, None, None, :] * -1e9 if self.padded else None
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.drop(self.norm(self.word(pieces) + self.position(positions)[None] + self.shape(shapes)))
        states = [x]
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        return states

    def load_minilm(self, path):
        """Take over the weights of MiniLM-L6-H384; its token type 0 goes into the positions."""
        given = load_file(path)
        own = {'word.weight': given['embeddings.word_embeddings.weight'],
               'position.weight': given['embeddings.position_embeddings.weight'] + given['embeddings.token_type_embeddings.weight'][0],
               'shape.weight': self.shape.weight.data,
               'norm.weight': given['embeddings.LayerNorm.weight'], 'norm.bias': given['embeddings.LayerNorm.bias']}
        for i in range(LAYERS):
            for kind in ('weight', 'bias'):
                base = f'encoder.layer.{i}.'
                own[f'layers.{i}.qkv.{kind}'] = torch.cat([given[f'{base}attention.self.{n}.{kind}'] for n in ('query', 'key', 'value')])
                for mine, theirs in (('out', 'attention.output.dense'), ('norm1', 'attention.output.LayerNorm'), ('up', 'intermediate.dense'),
                                     ('down', 'output.dense'), ('norm2', 'output.LayerNorm')):
                    own[f'layers.{i}.{mine}.{kind}'] = given[f'{base}{theirs}.{kind}']
        self.load_state_dict(own)


class Mix(nn.Module):
    """A learned weighted mean of the hidden states (one weight a layer)."""

    def __init__(self):
        super().__init__()
        start = torch.zeros(LAYERS + 1)
        start[-1] = 1.0
        self.weights = nn.Parameter(start)


def mlp(width, dropout):
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), Dropout(dropout))


def biaffine_weight(*shape):
    return nn.Parameter(torch.randn(*shape) * 0.02)


class Reader(nn.Module):
    """Word vectors are the mean of a word's first and last piece; column 0 of `heads` is [CLS], the root."""

    def __init__(self, sizes, dropout=0.1, head_dropout=0.3, arc=384, label=64):
        super().__init__()
        self.encoder = Encoder(sizes.pieces, sizes.shapes, dropout)
        self.drop = Dropout(head_dropout)
        self.tag_mix, self.tree_mix, self.name_mix = Mix(), Mix(), Mix()
        self.upos = nn.Linear(WIDTH, sizes.upos)
        self.xpos = nn.Linear(WIDTH, sizes.xpos)
        self.feats = nn.Linear(WIDTH, sizes.feats)
        self.lemma = nn.Linear(WIDTH, sizes.lemma)
        self.names = mlp(192, head_dropout)
        self.ner = nn.Linear(192, sizes.ner)
        self.arc_dependent, self.arc_head = mlp(arc, head_dropout), mlp(arc, head_dropout)
        self.label_dependent, self.label_head = mlp(label, head_dropout), mlp(label, head_dropout)
        self.arc_weight, self.arc_bias = biaffine_weight(arc, arc), nn.Parameter(torch.zeros(arc))
        self.label_weight = biaffine_weight(label, sizes.deprel * label)
        self.label_side = nn.Linear(label, sizes.deprel)
        self.label_head_side = nn.Linear(label, sizes.deprel, bias=False)

    def vectors(self, pieces, shapes, first, last):
        """Hidden states at [CLS] and the words, [layers, B, 1 + W, WIDTH]."""
        states = self.encoder(pieces, shapes)
        batch, length = pieces.shape
        row = torch.arange(batch, device=pieces.device)[:, None] * length
        at = [(torch.cat([torch.zeros_like(first[:, :1]), index], 1) + row).flatten() for index in (first, last)]
        flat = [s.flatten(0, 1) for s in states]
        return torch.stack([((s[at[0]] + s[at[1]]) * 0.5).view(batch, -1, WIDTH) for s in flat])

    def scores(self, stacked):
        """Logits of every per-word task, the arcs, and the vectors that label an arc."""
        weights = torch.softmax(torch.stack([m.weights for m in (self.tag_mix, self.tree_mix, self.name_mix)]), 1)
        mixed = (weights @ stacked.flatten(1)).view(3, *stacked.shape[1:])
        tags, tree, names = self.drop(mixed[0][:, 1:]), self.drop(mixed[1]), self.drop(mixed[2][:, 1:])
        dependent, head = self.arc_dependent(tree[:, 1:]), self.arc_head(tree)
        arcs = (dependent @ self.arc_weight + self.arc_bias) @ head.transpose(1, 2)
        return {'upos': self.upos(tags), 'xpos': self.xpos(tags), 'feats': self.feats(tags), 'lemma': self.lemma(tags),
                'ner': self.ner(self.names(names)), 'arcs': arcs,
                'label_dependent': self.label_dependent(tree[:, 1:]), 'label_head': self.label_head(tree)}

    def labels_of(self, dependent, head):
        """Label logits of given pairs: both [N, label]."""
        size = head.shape[-1]
        turned = (dependent @ self.label_weight).view(len(dependent), -1, size)
        return (turned @ head[:, :, None])[:, :, 0] + self.label_side(dependent) + self.label_head_side(head)

    def labels_of_all(self, dependent, head, root):
        """Best label of every (dependent, head) pair, [B, W, 1 + W]; below a word never `root`, whose index is given."""
        batch, words, size = dependent.shape
        turned = (dependent @ self.label_weight).view(batch, -1, size)  # [B, W * R, size]
        pairs = (turned @ head.transpose(1, 2)).view(batch, words, -1, head.shape[1])
        below = (torch.arange(head.shape[1], device=head.device) > 0).to(torch.float32)
        barred = F.one_hot(torch.tensor(root), self.label_side.out_features).to(torch.float32) * -1e9
        side = self.label_head_side(head).transpose(1, 2) + barred[:, None] * below
        return (pairs + self.label_side(dependent)[:, :, :, None] + side[:, None]).argmax(2)
