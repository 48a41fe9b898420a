"""Train the story model: python scripts/train/story.py --data ../shared/data --reader .dateline/train/trained.pt --out models

First `train.py` and `npx tsx scripts/train/story-data.ts ../shared/data .dateline/words`. Resumes from the checkpoint in
--work if there is one, then exports, quantises, scores and writes its card."""
import argparse
import random
from pathlib import Path

import torch

import batches
import story_data
import story_model
import train
from wordpiece import SHAPES, WordPiece


def collate(windows):
    batch = {name: batches.padded([getattr(w, name) for w in windows], 0) for name in ('pieces', 'shapes', 'first', 'last')}
    if windows[0].labels:
        for part in story_data.PARTS:
            batch[part] = batches.padded([w.labels[part] for w in windows], story_data.UNKNOWN)
    return batch


def streams_of(options, wordpiece):
    """Every pass over a set cuts its documents at other places."""
    folder = Path(options.data)
    held = story_data.polarities(folder, options.words)[0]
    sets = {'said': (list(story_data.attributions(folder, options.words, 'polnear-train')), options.said_passes),
            'stance': (held, options.stance_passes),
            'gum': (story_data.gum(folder / 'syntax/gum-train.conllu'), options.chain_passes),
            'novels': (list(story_data.litbank(folder / 'coreference/litbank.conll')), options.novel_passes)}
    found = {}
    for name, (stories, passes) in sets.items():
        rng = random.Random(f'{options.seed}/{name}')
        items = [window for _ in range(passes) for story in stories for window in story_data.windows(story, wordpiece, rng)]
        found[name] = ([window for window in items if len(window.first)], 1)
        print(name, len(stories), 'documents', len(found[name][0]), 'windows', sum(len(w.pieces) for w in found[name][0]), 'pieces', flush=True)
    return found


def run(options):
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    Path(options.work).mkdir(parents=True, exist_ok=True)
    wordpiece = WordPiece(train.minilm() / 'vocab.txt')
    model = story_model.Story(len(wordpiece.pieces), len(SHAPES))
    model.start_from(torch.load(options.reader))
    train.train(model, lambda model, windows, rng: story_model.loss_of(model, windows, collate), streams_of(options, wordpiece), options)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--data', default='../shared/data')
    parser.add_argument('--words', default='.dateline/words', help='what story-data.ts wrote')
    parser.add_argument('--reader', default='.dateline/train/trained.pt', help='the encoder to start from')
    parser.add_argument('--out', default='models')
    parser.add_argument('--work', default='.dateline/story', help='checkpoints; ignored by git')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--said-passes', type=int, default=4)
    parser.add_argument('--stance-passes', type=int, default=3)
    parser.add_argument('--chain-passes', type=int, default=4)
    parser.add_argument('--novel-passes', type=int, default=2)
    parser.add_argument('--minutes', type=float, default=0, help='let the rates fall by the clock if it runs ahead of the steps, and end then')
    parser.add_argument('--encoder-rate', type=float, default=1.5e-4)
    parser.add_argument('--head-rate', type=float, default=1.5e-3)
    parser.add_argument('--warm-up', type=float, default=0.08)
    parser.add_argument('--batch', type=int, default=1300, help='word pieces in a batch')
    parser.add_argument('--workers', type=int, default=2, help='processes, of one thread each; a step is one batch of each')
    parser.add_argument('--steps', type=int, default=0, help='end the schedule here (0: when the passes are done)')
    parser.add_argument('--checkpoint-seconds', type=int, default=300)
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
