"""Lemmas as edit scripts: a casing rule, how many characters to cut from the end, what to append.

`l|3|y` turns `Studied` into `study`. A table, keyed by lower-cased form and UPOS, comes first: lemmas that no frequent
script reaches, and inflected forms whose lemma was nearly always the same in training."""
from collections import Counter, defaultdict

INFLECTED = ('VERB', 'AUX', 'NOUN', 'ADJ', 'ADV', 'PRON')
CASINGS = ('l', 'k', 't')  # lower, keep, title (first letter upper, rest lower)


def cased(form, rule):
    if rule == 'k':
        return form
    lower = form.lower()
    return lower[:1].upper() + lower[1:] if rule == 't' else lower


def script_of(form, lemma):
    """The shortest script, lower case before kept before title; None when form and lemma share no beginning."""
    best = None
    for rule in CASINGS:
        base, same = cased(form, rule), 0
        while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
            same += 1
        cost = len(base) - same + len(lemma) - same
        if same and (best is None or cost < best[0]):
            best = (cost, f'{rule}|{len(base) - same}|{lemma[same:]}')
    return best[1] if best else None


def apply_script(script, form):
    rule, cut, suffix = script.split('|', 2)
    base = cased(form, rule)
    return base[:len(base) - int(cut)] + suffix


def learn(sentences, least=4):
    """Frequent scripts, most frequent first, and the exceptions {form|UPOS: lemma} that they do not cover."""
    scripts, pairs = Counter(), defaultdict(Counter)
    for sentence in sentences:
        for form, lemma, upos in zip(sentence.words, sentence.lemmas, sentence.upos):
            scripts[script_of(form, lemma)] += 1
            pairs[f'{form.lower()}|{upos}'][lemma] += 1
    kept = [s for s, n in scripts.most_common() if s is not None and n >= least]
    known, exceptions = set(kept), {}
    for key, lemmas in pairs.items():
        (lemma, count), (form, upos), total = lemmas.most_common(1)[0], key.rsplit('|', 1), sum(lemmas.values())
        reached = script_of(form, lemma) in known or script_of(form.title(), lemma) in known
        inflected = upos in INFLECTED and lemma != form and count >= 2 and count >= 0.9 * total
        odd = not reached and count > total / 2 and (count >= 2 or upos in INFLECTED)
        if inflected or odd:
            exceptions[key] = lemma
    return kept, dict(sorted(exceptions.items()))


def lemma_of(form, upos, script, exceptions):
    return exceptions.get(f'{form.lower()}|{upos}') or apply_script(script, form) or form
