"""Write models/story.onnx (int8), story.json and the story model's part of the card."""
import argparse
import json
import tempfile
from pathlib import Path

import torch
from torch import nn

import export
import story_data
import story_evaluate
from story_model import VECTORS, Story
from train import minilm
from wordpiece import SHAPES, WordPiece

FORMAT = 1
OUTPUTS = (*story_data.PARTS, 'stance', *VECTORS)


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
    torch.onnx.export(Graph(model).eval(), example, str(path), input_names=list(export.INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes,
                      opset_version=17, dynamo=False)


def description(out):
    path = out / 'story.onnx'
    return {
        'format': FORMAT,
        'files': {'story.onnx': {'sha256': export.digest(path), 'bytes': path.stat().st_size}},
        'pieces': {'cls': 101, 'sep': 102, 'as': 'reader.json'},
        'window': story_data.LONGEST,
        'outputs': {name: {'dtype': 'float32', 'last': 3 if name in (*story_data.PARTS, 'stance') else 64} for name in OUTPUTS},
        'notes': {'window': 'Whole consecutive sentences: [CLS], their pieces, [SEP] after the last sentence of each paragraph; `window` pieces at most. '
                            'One window a run, because activations are quantised over the whole input.',
                  'content, cue, source': 'Log-probabilities of O, B, I.', 'stance': 'Log-probabilities of supportive, critical, neutral.',
                  'says, speaks': 'The product of a word of a content and a word of a source: how likely the second says the first; 0 is nobody.',
                  'refers, means': 'The product of the head of a mention and the head of an earlier one: how likely both mean one entity; 0 is nobody before.'},
    }


def run(options):
    torch.set_num_threads(1)
    out, work = Path(options.out), Path(options.work)
    state = torch.load(work / (getattr(options, 'checkpoint', None) or 'trained.pt'))
    model = Story(len(WordPiece(minilm() / 'vocab.txt').pieces), len(SHAPES))
    model.load_state_dict(state['model'])
    model.load_state_dict(state['average'], strict=False)
    model.eval()
    out.mkdir(exist_ok=True)
    full = work / 'story-fp32.onnx'
    with tempfile.TemporaryDirectory() as folder:
        write_graph(model, full)
        model.encoder.word = export.ByteTable(model.encoder.word)
        write_graph(model, Path(folder) / 'table.onnx')
        export.quantise(Path(folder) / 'table.onnx', out / 'story.onnx')
    export.write_json(out / 'story.json', description(out), indent=1)
    if not getattr(options, 'unscored', False):
        figures = {kind: story_evaluate.scores(path, options) for kind, path in (('fp32', full), ('int8', out / 'story.onnx'))}
        export.write_json(work / 'scores.json', figures, indent=1)
        print(json.dumps(figures, indent=1))


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--data', default='../shared/data')
    parser.add_argument('--words', default='.dateline/words')
    parser.add_argument('--out', default='models')
    parser.add_argument('--work', default='.dateline/story')
    parser.add_argument('--checkpoint', help='a file in --work; trained.pt if not given')
    parser.add_argument('--unscored', action='store_true', help='without the scores')
    run(parser.parse_args())
