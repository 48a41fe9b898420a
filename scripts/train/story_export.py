"""Write models/story.onnx (int8), story.json and the story model's part of the card."""
import argparse
import json
import tempfile
from pathlib import Path

import torch
from torch import nn

import export
import reader_weights
import story_data
import story_evaluate
from story_model import LABELS, SIZES, Story
from train import minilm
from wordpiece import SHAPES, WordPiece

FORMAT = 2
VECTORS = [name for name in SIZES if name not in ('does', 'done')]  # those two only teach the encoder who does what to whom
OUTPUTS = [*LABELS, 'fact', *VECTORS]
WIDTHS = {**LABELS, 'fact': 1, **SIZES}


class Graph(nn.Module):
    """What runs in Node: int32 in, float32 out, in the order of OUTPUTS."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, pieces, shapes, first, last):
        found = self.model.heads(self.model.vectors(*(x.to(torch.int64) for x in (pieces, shapes, first, last))))
        return tuple(found[name] for name in OUTPUTS)


def write_graph(model, path):
    example = tuple(torch.tensor(x, dtype=torch.int32) for x in ([[101, 2023, 2003, 2307, 102]], [[0, 2, 1, 1, 0]], [[1, 2, 3]], [[1, 2, 3]]))
    axes = {name: dict(enumerate(shape)) for name, shape in export.INPUTS.items()}
    axes.update({name: {0: 'batch', 1: 'words'} for name in OUTPUTS})
    torch.onnx.export(Graph(model).eval(), example, str(path), input_names=list(export.INPUTS), output_names=OUTPUTS, dynamic_axes=axes,
                      opset_version=17, dynamo=False)


def description(out, near):
    path = out / 'story.onnx'
    return {
        'format': FORMAT,
        'files': {'story.onnx': {'sha256': export.digest(path), 'bytes': path.stat().st_size}},
        'pieces': {'cls': 101, 'sep': 102, 'as': 'reader.json'},
        'window': story_data.LONGEST,
        'outputs': {name: {'dtype': 'float32', 'last': WIDTHS[name]} for name in OUTPUTS},
        'labels': {'mention': list(story_data.MENTIONS), 'act': list(story_data.ACTS)},
        'near': [round(float(x), 4) for x in near],
        'notes': {'window': 'Whole consecutive sentences: [CLS], their pieces, [SEP] after the last sentence of each paragraph; `window` pieces at most. '
                            'One window a run, because activations are quantised over the whole input.',
                  'content, cue, source': 'Log-probabilities of O, B, I.', 'stance': 'Log-probabilities of supportive, critical, neutral.',
                  'mention, act': 'Log-probabilities over `labels`: what a word mentions as the head of a mention ("and" heads "A and B"); the kind of event '
                                  'that it tells.',
                  'fact': 'How surely what the word tells happened, about -3 to 3.',
                  'says, speaks': 'The product of a word of a content and a word of a source: how likely the second says the first; 0 is nobody.',
                  'refers, means': 'The product of the head of a mention and the head of an earlier one, and `near` of their distance in words (0, else 1 + the '
                                   'whole part of its binary logarithm): how likely both mean one entity; 0 is nobody before.',
                  'frames, opens, closes': 'The products of the head of a mention and the words of its sentence: which is its first, which its last.'},
    }


def trained(options):
    """The model as story.py left it; what it does not train is the reader's."""
    state = torch.load(Path(options.work) / (getattr(options, 'checkpoint', None) or 'trained.pt'), weights_only=False)
    model = Story(len(WordPiece(minilm() / 'vocab.txt').pieces), len(SHAPES))
    model.encoder.load_state_dict(reader_weights.encoder_of(options.reader))
    model.load_state_dict({name: value.float() for name, value in state['model'].items()}, strict=False)
    return model.eval()


def run(options):
    torch.set_num_threads(1)
    out, work = Path(options.out), Path(options.work)
    model = trained(options)
    near = model.near.detach().numpy()
    model.encoder.padded = False  # one window a run: to add a mask of nothing takes a fifteenth of its time
    out.mkdir(exist_ok=True)
    full = work / 'story-fp32.onnx'
    with tempfile.TemporaryDirectory() as folder:
        write_graph(model, full)
        model.encoder.word = export.ByteTable(model.encoder.word)
        write_graph(model, Path(folder) / 'table.onnx')
        export.quantise(Path(folder) / 'table.onnx', out / 'story.onnx')
    export.write_json(out / 'story.json', description(out, near), indent=1)
    if not getattr(options, 'unscored', False):
        wordpiece = WordPiece(minilm() / 'vocab.txt')
        figures = {kind: story_evaluate.scores(story_evaluate.onnx_reader(path), near, wordpiece, options)
                   for kind, path in (('fp32', full), ('int8', out / 'story.onnx'))}
        export.write_json(work / 'scores.json', figures, indent=1)
        print(json.dumps(figures, indent=1))


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--data', default='../shared/data')
    parser.add_argument('--words', default='.dateline/words')
    parser.add_argument('--reader', default='models/reader.onnx')
    parser.add_argument('--out', default='models')
    parser.add_argument('--work', default='.dateline/story')
    parser.add_argument('--checkpoint', help='a file in --work; trained.pt if not given')
    parser.add_argument('--unscored', action='store_true', help='without the scores')
    run(parser.parse_args())
