"""Train the story model: python scripts/train/story.py --data ../shared/data --reader models/reader.onnx --out models

First `npx tsx scripts/train/story-data.ts ../shared/data .dateline/words`. On a GPU (--device cuda) it takes minutes, on two
cores hours. Leaves trained.pt in --work, then exports, quantises, scores and writes its card."""
import argparse
import random
import time
from pathlib import Path

import torch

import reader_weights
import story_losses
import story_sets
from model import Linear
from story_data import windows
from story_model import Story
from train import minilm
from wordpiece import SHAPES, WordPiece


def sets_of(options):
    """Name -> (documents, passes). With --fold, what `fold_of` puts into that fold of PLOVER and of GUM's news is left out."""
    folder = Path(options.data)
    kept = lambda name: options.fold is None or story_sets.fold_of(name) != options.fold
    return {
        'said': (list(story_sets.attributions(folder, options.words, 'polnear-train')), options.said_passes),
        'gum': ([s for s in story_sets.gum(folder / 'syntax/gum-train.conllu') if kept(s.id) or '_news_' not in s.id], options.chain_passes),
        'novels': (list(story_sets.litbank(folder / 'coreference/litbank.conll')), options.novel_passes),
        'happenings': (list(story_sets.happenings(folder / 'crossdoc/ecbplus-train.jsonl')), options.happening_passes),
        'stance': (story_sets.polarities(folder, options.words)[0], options.stance_passes),
        'triggers': (list(story_sets.triggers(folder / 'events/wikievents-train.jsonl')), options.trigger_passes),
        'sides': ([s for s in story_sets.sides(folder, options.words) if kept(s.id)], options.side_passes),
        'facts': (list(story_sets.factuality(folder / 'factuality/uds-train.jsonl')), options.fact_passes),
    }


class Batches(torch.utils.data.Dataset):
    """The whole training in order: item n is the documents of step n, cut into windows at places of their own."""

    def __init__(self, sets, wordpiece, options):
        self.sets, self.wordpiece, self.seed, self.order = sets, wordpiece, options.seed, []
        placed = []
        for name, (stories, passes) in sets.items():
            found = [batch for one in range(passes) for batch in self.shuffled(stories, random.Random(f'{options.seed}/{name}/{one}'), options.batch)]
            placed.extend(((i + 0.5) / len(found), name, batch) for i, batch in enumerate(found))
            print(name, len(stories), 'documents', passes, 'passes', len(found), 'batches', flush=True)
        self.order = [(name, batch) for _, name, batch in sorted(placed, key=lambda p: p[:2])]

    def shuffled(self, stories, rng, size):
        order = list(range(len(stories)))
        rng.shuffle(order)
        found, current, room = [], [], 0
        for number in order:
            pieces = 1.25 * len(stories[number].words) + 8
            if current and pieces > room:
                found.append(current)
                current, room = [], size
            room = (room if current else size) - pieces
            current.append(number)
        return found + [current]

    def __len__(self):
        return len(self.order)

    def __getitem__(self, step):
        name, numbers = self.order[step]
        rng = random.Random(f'{self.seed}/{step}')
        documents = [windows(self.sets[name][0][number], self.wordpiece, rng) for number in numbers]
        return [document for document in documents if document]


def train(model, batches, options):
    """One batch a step; the running average of the weights is what counts."""
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith('encoder.')]
    optimizer = torch.optim.AdamW([{'params': encoder, 'lr': options.encoder_rate}, {'params': heads, 'lr': options.head_rate}],
                                  betas=(0.9, 0.99), weight_decay=0.01, fused=True)
    steps, began, seen = min(options.steps or len(batches), len(batches)), time.time(), {}
    clock = lambda: (time.time() - began) / (60 * options.minutes) if options.minutes else 0.0
    rate = lambda step: max(0.0, min((step + 1) / steps / options.warm_up, (1 - max(step / steps, clock())) / (1 - options.warm_up)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    average = {n: p.detach().clone() for n, p in model.named_parameters() if p.requires_grad}
    model.train()
    loader = torch.utils.data.DataLoader(batches, batch_size=None, num_workers=options.loaders, prefetch_factor=4 if options.loaders else None)
    for step, documents in enumerate(loader):
        Linear.rounded = max(step / steps, clock()) >= options.round_from
        loss, losses = story_losses.loss_of(model, documents, options.device)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(encoder + heads, 1.0)
        optimizer.step()
        schedule.step()
        keep = min(0.998, (step + 1) / (step + 10))
        with torch.no_grad():
            torch._foreach_lerp_(list(average.values()), [p for p in model.parameters() if p.requires_grad], 1 - keep)
        for task, value in losses.items():
            seen[task] = value.detach() if task not in seen else seen[task] * 0.98 + 0.02 * value.detach()
        if step % 50 == 49:
            print(step + 1, f'of {steps}, {time.time() - began:.0f} s', ' '.join(f'{t} {v.item():.3f}' for t, v in seen.items()), flush=True)
        if step + 1 == steps or clock() >= 1:
            break
    Linear.rounded = False
    model.load_state_dict(average, strict=False)
    return {'steps': step + 1, 'seconds': time.time() - began}


def run(options):
    torch.manual_seed(options.seed)
    torch.set_float32_matmul_precision('high')
    Linear.fast = options.fast
    work = Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    wordpiece = WordPiece(options.vocabulary or minilm() / 'vocab.txt')
    model = Story(len(wordpiece.pieces), len(SHAPES))
    model.encoder.load_state_dict(reader_weights.encoder_of(options.reader))
    model.to(options.device)
    told = train(model, Batches(sets_of(options), wordpiece, options), options)
    torch.save({'model': {n: v.cpu().half() for n, v in model.state_dict().items() if n not in ('encoder.word.weight', 'encoder.position.weight')},
                **told, 'options': vars(options)}, work / 'trained.pt')
    return model, wordpiece


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--data', default='../shared/data')
    parser.add_argument('--words', default='.dateline/words', help='what story-data.ts wrote')
    parser.add_argument('--reader', default='models/reader.onnx', help='the reader whose encoder is the start')
    parser.add_argument('--vocabulary', help="the pieces' file; the base weights' own if not given")
    parser.add_argument('--out', default='models')
    parser.add_argument('--work', default='.dateline/story', help='what was trained; ignored by git')
    parser.add_argument('--device', default='cpu')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--fold', type=int, help='leave this fold of PLOVER and of GUM’s news out')
    parser.add_argument('--said-passes', type=int, default=8)
    parser.add_argument('--chain-passes', type=int, default=14)
    parser.add_argument('--novel-passes', type=int, default=6)
    parser.add_argument('--happening-passes', type=int, default=3)
    parser.add_argument('--stance-passes', type=int, default=6)
    parser.add_argument('--trigger-passes', type=int, default=8)
    parser.add_argument('--side-passes', type=int, default=20)
    parser.add_argument('--fact-passes', type=int, default=4)
    parser.add_argument('--encoder-rate', type=float, default=2e-4)
    parser.add_argument('--head-rate', type=float, default=1.5e-3)
    parser.add_argument('--warm-up', type=float, default=0.08)
    parser.add_argument('--batch', type=int, default=6000, help='word pieces in a batch, about')
    parser.add_argument('--round-from', type=float, default=0.5, help='share of the schedule after which the encoder sees numbers as they ship, in int8')
    parser.add_argument('--steps', type=int, default=0, help='end the schedule here (0: when the passes are done)')
    parser.add_argument('--minutes', type=float, default=0, help='let the rates fall by the clock if it runs ahead of the steps, and end then')
    parser.add_argument('--loaders', type=int, default=1, help='processes that cut documents')
    parser.add_argument('--no-fast', dest='fast', action='store_false', help='float32 products in the encoder while training')
    parser.add_argument('--no-export', dest='export', action='store_false')
    return parser.parse_args()


if __name__ == '__main__':
    given = arguments()
    if not (Path(given.work) / 'trained.pt').exists():
        run(given)
    if given.export:
        import story_export
        story_export.run(given)
