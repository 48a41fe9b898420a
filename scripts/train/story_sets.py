"""Readers of the sets that the story model learns from; see ../shared/data/README.md for what they are."""
import hashlib
import json
import re
from pathlib import Path

import data
from story_data import ACTS, MENTIONS, PARTS, ROOTS, Story

STANCES = {6.0: 0, 2.0: 1, 4.0: 2}  # NewsMTSC's polarity -> supportive, critical, neutral
SKIPPED = data.NON_COMMERCIAL
FOLDS = 5
THINGS = {'object': 'thing', 'animal': 'thing', 'plant': 'thing', 'substance': 'thing'}
EVENTS = Path(__file__).parent.parent / 'score/wikievents-types.tsv'  # WikiEvents' type, kind of event that such a trigger tells, - for none of PLOVER's


def lines_of(path):
    with open(path, encoding='utf8') as lines:
        return [json.loads(line) for line in lines if line.strip()]


def fold_of(text):
    """0 to 4, by hash."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % FOLDS


def overlapping(spans, stretches):
    """Indices of the words (given by their spans) that overlap one of the stretches."""
    return [i for i, (a, b) in enumerate(spans) if any(a < f and b > s for s, f in stretches)]


def attributions(folder, words, name):
    """PolNeAR. Where contents nest, the outermost is marked; each has its own B."""
    cut = {row['id']: row for row in lines_of(Path(words) / f'{name}.jsonl')}
    for row in lines_of(folder / f'attribution/{name}.jsonl'):
        text = cut[row['id']]
        story = Story(text['words'], text['sentences'], row['id'], {part: [0] * len(text['words']) for part in PARTS})
        size = lambda a: sum(e - s for s, e in a['content'])
        for found in sorted(row['attributions'], key=size, reverse=True):
            marked = {part: overlapping(text['spans'], found[part] or []) for part in PARTS}
            for part, indices in marked.items():
                labels = story.labels[part]
                if part == 'content' and any(labels[i] for i in indices):
                    continue
                for before, i in zip([None] + indices, indices):
                    if not labels[i]:
                        labels[i] = 2 if before == i - 1 else 1
            if marked['content']:
                story.said.append((marked['content'], marked['source']))
        yield story


def polarities(folder, words):
    """NewsMTSC; the held-out fifth goes by article, so that no story is on both sides."""
    train, held = [], []
    for text, row in zip(lines_of(Path(words) / 'newsmtsc-train.jsonl'), lines_of(folder / 'stance/newsmtsc-train.jsonl')):
        story = Story(text['words'], text['sentences'])
        for target in row['targets']:
            found = overlapping(text['spans'], [(target['from'], target['to'])])
            if found and target['polarity'] in STANCES:
                story.stances.append((found, STANCES[target['polarity']]))
        (held if fold_of(article_of(row['primary_gid'])) == 0 else train).append(story)
    return train, held


def article_of(gid):
    """`allsides_12_34_5_Oduya_0_5` is sentence 5 of an article, `polusa_v1_67_-1_8_Oduya_0_5` sentence 8 of another."""
    found = re.match(r'allsides_\d+_\d+|polusa_v1_\d+', gid)
    return found[0] if found else gid


def gum(path, skip=SKIPPED):
    """GUM's entities. A mention is known by its head word; "A and B" by its "and", so that it is not taken for A."""
    for part in Path(path).read_text(encoding='utf8').split('# newdoc id = ')[1:]:
        name = part.split('\n', 1)[0].strip()
        if name.startswith(tuple(skip)):
            continue
        story, chains, longest, base, segment = Story([], [], name), {}, {}, 0, -1
        for block in part.split('\n\n'):
            segment += block.count('# newpar\n')
            rows = [row for row in (line.split('\t') for line in block.split('\n') if '\t' in line) if row[0].isdigit()]
            for number, kind, first, last in mentions_of(rows):
                head = base + head_in(rows, first, last)
                chains.setdefault(number, []).append(head)
                story.gold.setdefault(number, []).append((base + first, base + last + 1, kind))
                if last - first >= longest.get(head, (0, 0, 0))[1] - longest.get(head, (0, 0, 0))[0]:
                    longest[head] = (base + first, base + last, MENTIONS.index(THINGS.get(kind, kind)))
            story.words.extend(row[1] for row in rows)
            if rows:
                story.sentences.append([base, base + len(rows), max(segment, 0)])
            base += len(rows)
        story.chains = list(chains.values())
        story.spans = [(head, first, last) for head, (first, last, _) in longest.items()]
        story.labels['mention'] = [longest[w][2] if w in longest else 0 for w in range(base)]
        yield story


def mentions_of(rows):
    """(entity, type, first, last) of a sentence, last included."""
    open_ = {}
    for i, row in enumerate(rows):
        column = dict(p.split('=', 1) for p in row[9].split('|') if '=' in p).get('Entity', '')
        for opening, number, kind, closing in re.findall(r'(\()?(\d+)(?:-([a-z]+))?[^()]*(\))?', column):
            if opening:
                open_.setdefault(number, []).append((i, kind))
            if closing and open_.get(number):
                first, known = open_[number].pop()
                yield number, known, first, i


def head_in(rows, first, last):
    heads = {j: int(rows[j][6]) - 1 for j in range(first, last + 1)}
    head = next((j for j, above in heads.items() if not first <= above <= last), first)
    joined = [j for j, above in heads.items() if above == head and rows[j][7] == 'conj']
    return next((j for j, above in heads.items() if above in joined and rows[j][7] == 'cc'), head)


def litbank(path):
    """LitBank: novels without trees; a mention's head is taken to be the last word before what follows it."""
    for text in Path(path).read_text(encoding='utf8').split('#begin document')[1:]:
        story, chains, open_, base = Story([], []), {}, {}, 0
        for block in re.split(r'\n\s*\n', text.split('#end document')[0].split('\n', 1)[1]):
            rows = [line.split('\t') for line in block.split('\n') if line.count('\t') > 8]
            for i, row in enumerate(rows):
                story.words.append(row[3])
                for opening, number, closing in re.findall(r'(\()?(\d+)(\))?', row[-1] or row[-2]):
                    if opening:
                        open_.setdefault(number, []).append(base + i)
                    if closing and open_.get(number):
                        chains.setdefault(number, []).append(head_of(story.words, open_[number].pop(), base + i + 1))
            if rows:
                story.sentences.append([base, base + len(rows), 0])
            base += len(rows)
        story.chains = list(chains.values())
        yield story


AFTER = {'of', 'in', 'at', 'for', 'from', 'with', 'who', 'whom', 'which', 'that', 'whose', ',', 'on', 'to', '--', ';'}


def head_of(words, start, end):
    for i in range(start + 1, end):
        if words[i].lower() in AFTER:
            return i - 1
    return end - 1


def sides(folder, words):
    """PLOVER's sentences with who does what to whom: the kind is known, the word that tells it is not."""
    for text, row in zip(lines_of(Path(words) / 'plover-train.jsonl'), lines_of(folder / 'events/plover-train.jsonl')):
        story, root = Story(text['words'], text['sentences'], row['marked']), ROOTS.index(row['root'])
        source, target = (overlapping(text['spans'], stretches) for stretches in unmarked(row['marked']))
        story.acts = [sum(1 << i for i in (0, 1 + root, len(ACTS) - 1))] * len(story.words)
        story.roots = [([w for w in range(len(story.words)) if w not in source and w not in target], root)]
        story.deeds = [(source, target, root)]
        yield story


def unmarked(marked):
    """Stretches of source and target, in code points of the text without its marks."""
    at, found, opened = 0, {'s': [], 't': []}, {}
    for part in re.split(r'(</?[st]>)', marked):
        if re.fullmatch(r'<[st]>', part):
            opened[part[1]] = at
        elif re.fullmatch(r'</[st]>', part):
            found[part[2]].append((opened.pop(part[2]), at))
        else:
            at += len(part)
    return found['s'], found['t']


def triggers(path):
    """WikiEvents: of the kinds that it knows every word is marked; of the others nothing is known."""
    rows = [line.split('\t') for line in EVENTS.read_text(encoding='utf8').split('\n') if line and line[0] != '#']
    kinds = {name: {'-': 'OTHER', 'RETREAT': 'YIELD'}.get(kind, kind) for name, kind in rows}
    covered = {ACTS.index(kind) for kind in kinds.values()} - {ACTS.index('OTHER')}
    nothing = sum(1 << i for i in range(len(ACTS)) if i not in covered)
    texts = {}
    for row in lines_of(path):
        texts.setdefault(tuple(row['context']), []).extend(row['events'])
    for context, events in texts.items():
        words, at = joined(context)
        story = Story(words, sentences_of(words))
        story.acts = [nothing] * len(words)
        for event in events:
            kind = kinds.get(event['event_type'], 'OTHER')
            for w in {at[i] for i in range(event['trigger'][0], event['trigger'][1])}:
                story.acts[w] = (1 << ACTS.index(kind)) | (nothing if kind == 'OTHER' else 0)
        yield story


def joined(context):
    """Words as the product cuts them ("’s", one word), and by each given word the one that it is in."""
    words, at = [], []
    for word in context:
        if words and word.lower() in data.SUFFIXES and words[-1] in ("'", '’'):
            words[-1] += word
        else:
            words.append(word)
        at.append(len(words) - 1)
    return words, at


def sentences_of(words):
    cuts = [0] + [i + 1 for i, word in enumerate(words[:-1]) if word in ('.', '?', '!', '”') and words[i - 1 if word == '”' else i] in ('.', '?', '!')
                  and words[i + 1][:1] not in ('”', '"') and not words[i + 1][:1].islower()] + [len(words)]
    return [[a, b, 0] for a, b in zip(cuts, cuts[1:]) if a < b]


def factuality(path):
    """UDS: how surely the marked predicate happened."""
    for row in lines_of(path):
        words = row['text'].split(' ')
        story = Story(words, [[0, len(words), 0]])
        story.facts = [(target['span1'][0], target['label']) for target in row['targets']]
        yield story


def happenings(path):
    """ECB+: participants within one document. Elsewhere mentions are not marked, so a first one may have an antecedent."""
    for row in lines_of(path):
        words, sentences = [word for _, word in row['tokens']], []
        for i, (number, _) in enumerate(row['tokens']):
            if not sentences or sentences[-1][2] != number:
                sentences.append([i, i, number])
            sentences[-1][1] = i + 1
        story, chains = Story(words, [[a, b, 0] for a, b, _ in sentences]), {}
        for mention in row['mentions']:
            if re.match('HUMAN|NON_HUMAN|LOC', mention['type']) and mention.get('chain') is not None:
                head = head_of(words, mention['tokens'][0], mention['tokens'][-1] + 1)
                chains.setdefault(str(mention['chain']), []).append(head)
        story.chains = list(chains.values())
        story.unsure = {head for heads in chains.values() for head in heads}
        if story.chains:
            yield story
