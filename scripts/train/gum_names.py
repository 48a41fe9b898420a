"""Names in the treebanks, as far as they are certain.

GUM marks every noun phrase with a type (person, place, organization, …), names and others alike. A mention teaches a name
only where it is a run of proper nouns; every other proper noun, and whatever might be a date, a sum or an adjective of
nationality, stays unknown. Plain lower-case words outside such runs are no names: EWT, which has no types, teaches that alone."""
import re

TITLES = {'mr', 'mr.', 'mrs', 'mrs.', 'ms', 'ms.', 'dr', 'dr.', 'sir', 'president', 'professor', 'prof.', 'judge', 'justice',
          'senator', 'sen.', 'minister', 'prime', 'king', 'queen', 'prince', 'princess', 'pope', 'captain', 'general',
          'colonel', 'lord', 'lady', 'saint', 'governor', 'mayor', 'congressman', 'secretary', 'chief', 'miss', 'uncle',
          'aunt', 'father', 'sister', 'brother', 'representative', 'rep.', 'chairman', 'director', 'former', 'us', 'u.s.'}
INSIDE = {'of', 'the', 'and', 'for', 'de', 'la', 'al', '-', '.', "'s", '’s', '&', 'von', 'van', 'del', 'du', "'"}
PLAIN = {'VERB', 'AUX', 'PRON', 'ADP', 'DET', 'CCONJ', 'SCONJ', 'PART', 'ADV', 'PUNCT', 'INTJ', 'NOUN', 'ADJ'}
FUNCTION = PLAIN - {'NOUN', 'ADJ', 'PUNCT', 'INTJ'}
KINDS = {'person': ('Person',), 'organization': ('Organization',), 'place': ('Location', 'Facility')}
OTHER = {'object', 'abstract', 'event', 'substance'}  # `Adobe Reader`, `Sociology`: whatever they are, none of the above
NEITHER = {'O', 'B-Misc', 'I-Misc', 'B-Product', 'I-Product'}


def outside(sentence):
    """Per word {'O'} where it is surely no part of a name, NEITHER where it is at most a title or product, else None."""
    known, words, upos = [], sentence.words, sentence.upos
    for i, word in enumerate(words):
        near = [j for j in range(max(0, i - 2), min(len(words), i + 3)) if j != i]
        beside = [j for j in near if abs(j - i) == 1]
        digits = any(c.isdigit() for c in word)
        beside_number = any(upos[j] in ('NUM', 'SYM') for j in beside)
        between = any(upos[j] == 'PROPN' for j in near if j < i) and any(upos[j] == 'PROPN' for j in near if j > i)
        if upos[i] not in PLAIN or digits or between or beside_number and upos[i] != 'PUNCT':
            known.append(None)
        elif word == word.lower() or i == 0 and upos[i] in FUNCTION and word[1:] == word[1:].lower():
            known.append({'O'})
        elif upos[i] == 'ADJ' or any(upos[j] in ('PROPN', 'X', 'ADJ') and words[j] != words[j].lower() for j in beside):
            known.append(None)
        else:
            known.append(NEITHER if any(words[j] != words[j].lower() for j in beside) and upos[i] not in ('PRON', 'AUX', 'DET') else {'O'})
    return known


def mentions_of(misc):
    """(start, end, type) of the closed mentions of one sentence, from the Entity= notation: `(1-person-…`, `1)`, `(2-place-…)`."""
    found, open_ = [], {}
    for i, cell in enumerate(misc):
        entity = next((part[7:] for part in cell.split('|') if part.startswith('Entity=')), '')
        for opening, closing in re.findall(r'\(([^()]*)(?=[()]|$)|([^()]+)?\)', entity):
            if opening:
                parts = opening.split('-')
                open_.setdefault(parts[0], []).append((i, parts[1] if len(parts) > 1 else ''))
                last = parts[0]
            else:
                key = (closing or '').split('-')[0] or last
                if open_.get(key):
                    start, kind = open_[key].pop()
                    found.append((start, i + 1, kind))
    return found


def name_in(sentence, start, end, is_person):
    """The name a mention is, without `the` and titles, up to the first word that cannot belong to it; None if it is none."""
    words, upos = sentence.words, sentence.upos
    while start < end and (is_person and words[start].lower() in TITLES or upos[start] == 'DET'):
        start += 1
    stop = start
    while stop < end and (upos[stop] in ('PROPN', 'NUM') or words[stop].lower() in INSIDE):
        stop += 1
    while stop > start and upos[stop - 1] != 'PROPN':
        stop -= 1
    heads = [i for i in range(start, stop) if not start <= sentence.heads[i] - 1 < stop]
    if is_person and any(tag == 'NNPS' for tag in sentence.xpos[start:stop]):
        return None  # `Americans`, `Members of Congress`
    if stop <= start or upos[start] != 'PROPN' or len(heads) != 1:
        return None
    rest_is_apart = stop == end or words[stop] in (',', '(', '-', '–', '—', ':') or upos[stop] in ('ADP', 'PUNCT', 'SCONJ', 'PRON')
    return (start, stop) if rest_is_apart else None


def add_names(sentences):
    for sentence in sentences:
        labels = outside(sentence)
        spans = []
        for start, end, kind in mentions_of(sentence.misc):
            span = name_in(sentence, start, end, kind == 'person') if kind in KINDS or kind in OTHER else None
            if span:
                spans.append((*span, KINDS.get(kind)))
        taken = set()
        for start, stop, kinds in sorted(spans, key=lambda s: s[0] - s[1]):  # the longest first: names inside names are left
            if taken.isdisjoint(range(start, stop)):
                taken.update(range(start, stop))
                for i in range(start, stop):
                    labels[i] = {f'{"B" if i == start else "I"}-{kind}' for kind in kinds} if kinds else NEITHER
        sentence.ner = labels
