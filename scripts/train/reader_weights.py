"""The encoder of a reader as it ships: models/reader.onnx in int8, unpacked to float32."""
import numpy as np
import onnx
import torch
from onnx import numpy_helper

KINDS = ('qkv', 'out', 'up', 'down')


def encoder_of(path):
    """The state of model.Encoder by name, from the graph that export.py wrote."""
    graph = onnx.load(str(path)).graph
    held = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    state = {name.removeprefix('model.encoder.'): value for name, value in held.items() if name.startswith('model.encoder.')}
    state['word.weight'] = state.pop('word.rows').astype(np.float32) * state.pop('word.scale')
    for node in graph.node:
        if node.op_type != 'MatMulInteger' or '/encoder/layers.' not in node.name:
            continue
        _, layer, kind, _ = node.name.removeprefix('/encoder').split('/')
        weight = node.input[1].removesuffix('_quantized')
        state[f'{layer}.{kind}.weight'] = (held[f'{weight}_quantized'].astype(np.float32) * held[f'{weight}_scale']).T
    return {name: torch.tensor(np.ascontiguousarray(value), dtype=torch.float32) for name, value in state.items()}
