"""From scores to a tree with one root and to legal names. The runtime in Node decodes in the same way."""
import numpy as np

ROOT_FEE = 1e6  # each arc from the root costs this: the best tree then has exactly one


def tree(scores):
    """Heads (0 = root, words from 1) of the best tree with one root; scores[d][h] for dependent word d + 1 and head h."""
    words = len(scores)
    full = np.full((words + 1, words + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    heads = np.argmax(full[1:], 1)
    if (heads == 0).sum() == 1 and not cycle_in(np.concatenate([[-1], heads])):
        return heads.tolist()
    full[1:, 0] -= ROOT_FEE
    return [int(h) for h in spanning(full)[1:]]


def cycle_in(heads):
    """The nodes of some cycle of `heads` (heads[0] = -1), or an empty list."""
    done = np.zeros(len(heads), dtype=bool)
    done[0] = True
    for start in range(1, len(heads)):
        path, node = [], start
        while not done[node] and node not in path:
            path.append(node)
            node = int(heads[node])
        if not done[node]:
            return path[path.index(node):]
        done[path] = True
    return []


def spanning(scores):
    """Chu-Liu-Edmonds, maximum, rooted at 0: scores[d][h]; returns the head of every node, -1 for the root."""
    heads = np.argmax(scores, 1)
    heads[0] = -1
    cycle = cycle_in(heads)
    if not cycle:
        return heads
    rest = [n for n in range(len(scores)) if n not in cycle]
    joined = len(rest)
    smaller = np.full((joined + 1, joined + 1), -np.inf)
    smaller[:joined, :joined] = scores[np.ix_(rest, rest)]
    inside = sum(scores[n, heads[n]] for n in cycle)
    enter, leave = {}, {}
    for i, node in enumerate(rest):
        gains = [scores[n, node] - scores[n, heads[n]] for n in cycle]
        enter[i] = cycle[int(np.argmax(gains))]
        smaller[joined, i] = inside + max(gains)
        leave[i] = cycle[int(np.argmax(scores[node, cycle]))]
        smaller[i, joined] = scores[node, leave[i]]
    smaller[0] = -np.inf
    found = spanning(smaller)
    full = heads.copy()
    for i, node in enumerate(rest):
        if i:
            full[node] = leave[i] if found[i] == joined else rest[found[i]]
    full[enter[int(found[joined])]] = rest[found[joined]]
    return full


def names(scores, labels):
    """The best legal label sequence: I-X follows B-X or I-X only. scores[word][label], log-probabilities."""
    legal = np.array([[not b.startswith('I-') or a[2:] == b[2:] for b in labels] for a in labels])
    step = np.where(legal, 0.0, -np.inf)
    best = np.where([l.startswith('I-') for l in labels], -np.inf, scores[0].astype(np.float64))
    back = []
    for row in scores[1:]:
        total = best[:, None] + step
        back.append(total.argmax(0))
        best = total.max(0) + row
    at = [int(best.argmax())]
    for row in reversed(back):
        at.append(int(row[at[-1]]))
    return [labels[i] for i in reversed(at)]


def spans(labels):
    """(start, end, type) of the names in a BIO sequence."""
    found, start = [], None
    for i, label in enumerate(list(labels) + ['O']):
        if start is not None and not (label.startswith('I-') and label[2:] == labels[start][2:]):
            found.append((start, i, labels[start][2:]))
            start = None
        if label != 'O' and start is None:
            start = i
    return found
