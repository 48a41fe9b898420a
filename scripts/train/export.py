"""Write models/: the ONNX graph in int8, vocabulary, label maps, lemma exceptions, parity fixture and card."""
import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

import card
import data
import evaluate
import parity
from labels import Labels
from model import Reader
from train import minilm
from wordpiece import MAX_WORD_PIECES, SHAPES, WordPiece

FORMAT = 1
CAUTION = 1.5  # added to the score of O: the treebanks say little of capitalised words that are no names; chosen on the dev sets


class ByteTable(nn.Module):
    """An embedding table in int8 with one scale a row: a quarter of the size, and rows do not share a range."""

    def __init__(self, embedding):
        super().__init__()
        weight = embedding.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-9) / 127
        self.register_buffer('rows', (weight / scale).round().to(torch.int8))
        self.register_buffer('scale', scale)

    def forward(self, ids):
        return self.rows[ids].to(torch.float32) * self.scale[ids]


class Graph(nn.Module):
    """What runs in Node: int32 in; best classes as int32, arc and name scores as log-probabilities, and the word vectors out."""

    def __init__(self, model, root):
        super().__init__()
        self.model, self.root = model, root

    def forward(self, pieces, shapes, first, last):
        pieces, shapes, first, last = (x.to(torch.int64) for x in (pieces, shapes, first, last))
        stacked = self.model.vectors(pieces, shapes, first, last)
        found = self.model.scores(stacked)
        absent = torch.cat([torch.zeros_like(first[:, :1]), (first == 0).to(torch.int64)], 1).to(torch.float32)
        best = [found[task].argmax(-1).to(torch.int32) for task in ('upos', 'xpos', 'feats', 'lemma')]
        arcs = torch.log_softmax(found['arcs'] - 1e9 * absent[:, None], -1)
        rels = self.model.labels_of_all(found['label_dependent'], found['label_head'], self.root).to(torch.int32)
        return (*best, arcs, rels, torch.log_softmax(found['ner'], -1), stacked[-1][:, 1:])


INPUTS = {'pieces': ['batch', 'pieces'], 'shapes': ['batch', 'pieces'], 'first': ['batch', 'words'], 'last': ['batch', 'words']}
OUTPUTS = {'upos': ['batch', 'words'], 'xpos': ['batch', 'words'], 'feats': ['batch', 'words'], 'lemma': ['batch', 'words'],
           'arcs': ['batch', 'words', 'heads'], 'rels': ['batch', 'words', 'heads'], 'ner': ['batch', 'words', 'labels'],
           'vectors': ['batch', 'words', 'width']}
FLOATS = ('arcs', 'ner', 'vectors')


def write_graph(model, root, path):
    example = tuple(torch.tensor(x, dtype=torch.int32) for x in (
        [[101, 2023, 2003, 2307, 102], [101, 2023, 2003, 102, 0]], [[0, 2, 1, 1, 0], [0, 2, 1, 0, 0]], [[1, 2, 3], [1, 2, 0]], [[1, 2, 3], [1, 2, 0]]))
    axes = {name: dict(enumerate(shape)) for name, shape in INPUTS.items()}
    axes.update({name: {i: f'{name}_{axis}' if axis in ('heads',) else axis for i, axis in enumerate(shape) if axis not in ('labels', 'width')}
                 for name, shape in OUTPUTS.items()})
    torch.onnx.export(Graph(model, root).eval(), example, str(path), input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes,
                      opset_version=17, dynamo=False)


def quantise(source, target):
    """Encoder products in int8, per channel, in a reduced range (safe on processors that saturate); the heads stay in float32."""
    graph = onnx.load(str(source)).graph
    heads = [n.name for n in graph.node if n.op_type in ('MatMul', 'Gemm') and '/encoder/' not in n.name]
    quantize_dynamic(str(source), str(target), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                     op_types_to_quantize=['MatMul'], nodes_to_exclude=heads)


def digest(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def description(labels, folder):
    """models/reader.json: everything the runtime must know."""
    shape = lambda name, axes: {'dtype': 'float32' if name in FLOATS else 'int32', 'shape': axes}
    return {
        'format': FORMAT,
        'files': {name: {'sha256': digest(folder / name), 'bytes': (folder / name).stat().st_size}
                  for name in ('reader.onnx', 'wordpiece.txt', 'lemmas.json')},
        'pieces': {'lowercase': True, 'stripAccents': True, 'continuation': '##', 'pad': 0, 'unk': 100, 'cls': 101, 'sep': 102,
                   'maxPerWord': MAX_WORD_PIECES, 'maxChunkCharacters': 100, 'maxPerSentence': 512,
                   'rules': ['Words are given; each is normalised on its own: NFD; drop code points of category Mn, C* and U+FFFD; cut at tab, newline, '
                             'carriage return and category Zs; lower-case each code point on its own.',
                             'Every punctuation mark (ASCII 33-47, 58-64, 91-96, 123-126, or category P*) and every CJK ideograph is a chunk of its own.',
                             'Chunks longer than maxChunkCharacters code points are unk; else longest match first in wordpiece.txt (line number = id, '
                             'from 0), later pieces with ## before them; a chunk with an unmatched rest is one unk.',
                             'A word keeps its first maxPerWord pieces; a word without any (say, one lone zero-width space) is one unk.']},
        'shapes': {'classes': SHAPES,
                   'rules': ['One class for a word, given to all its pieces; [CLS], [SEP] and padding have special. Letters are category L*, capitals Lu or '
                             'Lt, digits Nd, counted in the word as it stands.',
                             'letters and digits: alphanumeric; digits only: number; neither: symbol; letters without a capital: lower; one letter, a '
                             'capital: initial; all capitals: upper; only the first letter a capital: title; else mixed.']},
        'inputs': {name: shape(name, axes) for name, axes in INPUTS.items()},
        'outputs': {name: shape(name, axes) for name, axes in OUTPUTS.items()},
        'notes': {'pieces': '[CLS] pieces [SEP], padded with 0.', 'first': "Position in `pieces` of each word's first piece (from 1); 0 pads.",
                  'last': "The same for its last piece; equal to first for a word of one piece.",
                  'arcs': 'Log-probability that word d (row, from 0) has head h (column): column 0 is the root, column h is word h - 1. heads = words + 1.',
                  'rels': 'Best deprel of word d if its head is h; index into labels.deprel. A word whose head is the root is always root, no other ever.',
                  'ner': 'Log-probabilities over labels.ner.', 'vectors': "The encoder's last layer, mean of a word's first and last piece; for further heads.",
                  'lemma': 'Index into labels.lemma: casing|cut|append. Casing l lower, k keep, t first letter upper and rest lower; cut that many code points '
                           'from the end, append the rest. An entry `lower-cased form|UPOS` of lemmas.json comes first; an empty result is the form itself.',
                  'tree': 'Heads: per word the best column (not itself; first of equals); if that has one root and no cycle it is the tree, else the maximum '
                          'spanning tree (Chu-Liu-Edmonds) after taking 1e6 from column 0, which leaves one root.',
                  'names': 'Viterbi over log-probabilities; I-X only after B-X or I-X, not at the start; first of equals.',
                  'batch': 'Activations are quantised over the whole input of a product, so a sentence reads the same only in the same company: read one sentence '
                           'a run (as the scores of the card and parity.json were), or make batches a function of one article alone.'},
        'labels': {'upos': labels.upos, 'xpos': labels.xpos, 'feats': labels.feats, 'deprel': labels.deprel, 'ner': data.NER, 'lemma': labels.lemma},
    }


def write_json(path, value, **kwargs):
    path.write_text(json.dumps(value, ensure_ascii=False, **kwargs) + '\n', encoding='utf8')


def run(options):
    torch.set_num_threads(1)
    out, work = Path(options.out), Path(options.work)
    source = work / (getattr(options, 'checkpoint', None) or 'trained.pt')
    state, labels = torch.load(source), Labels(**json.loads((work / 'labels.json').read_text(encoding='utf8')))
    vocabulary, root = minilm() / 'vocab.txt', labels.deprel.index('root')
    model = Reader(labels.sizes(len(WordPiece(vocabulary).pieces)))
    model.load_state_dict(state['model'])
    if not getattr(options, 'last', False):
        model.load_state_dict(state['average'], strict=False)
    with torch.no_grad():
        model.ner.bias[0] += CAUTION
    model.eval()
    out.mkdir(exist_ok=True)
    shutil.copyfile(vocabulary, out / 'wordpiece.txt')
    write_json(out / 'lemmas.json', labels.exceptions, indent=0)
    with tempfile.TemporaryDirectory() as folder:
        full = work / 'reader-fp32.onnx'
        write_graph(model, root, full)
        model.encoder.word = ByteTable(model.encoder.word)
        write_graph(model, root, Path(folder) / 'table.onnx')
        quantise(Path(folder) / 'table.onnx', out / 'reader.onnx')
    write_json(out / 'reader.json', description(labels, out), indent=1)
    parity.write(evaluate.Model(out / 'reader.onnx', out), out / 'parity.json')
    if not getattr(options, 'unscored', False):
        sets = data.dev_sets(Path(options.data))
        figures = {kind: evaluate.scores(evaluate.Model(path, out), sets) for kind, path in (('fp32', full), ('int8', out / 'reader.onnx'))}
        write_json(work / 'scores.json', figures, indent=1)
        card.write(out, state, figures)


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--data', default='../shared/data')
    parser.add_argument('--out', default='models')
    parser.add_argument('--work', default='.dateline/train')
    parser.add_argument('--checkpoint', help='a file in --work; trained.pt if not given')
    parser.add_argument('--last', action='store_true', help='the last weights, not their running average')
    parser.add_argument('--unscored', action='store_true', help='without the scores and the card')
    run(parser.parse_args())
