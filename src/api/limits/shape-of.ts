import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How deep and wide an operation is. */
export interface Shape {
  /** Fields nested in each other; introspection is not counted. */
  readonly depth: number;
  /** Path of the deepest field. */
  readonly deepest: string;
  readonly aliases: number;
  readonly rootFields: number;
}

/** Measures a valid operation: its fragments have no cycles. */
export function shapeOf(document: DocumentNode, operation: OperationDefinitionNode): Shape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<string, Sub>();
  const subOfFragment = (name: string): Sub => {
    const found = known.get(name);
    if (found) return found;
    const fragment = fragments.get(name);
    const sub = fragment ? subOf(fragment.selectionSet) : EMPTY;
    known.set(name, sub);
    return sub;
  };
  const subOf = (set: SelectionSetNode): Sub =>
    set.selections
      .map((selection) => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) return subOfFragment(selection.name.value);
        if (selection.kind === Kind.INLINE_FRAGMENT) return subOf(selection.selectionSet);
        return subOfField(selection);
      })
      .reduce(joined, EMPTY);
  const subOfField = ({ name, alias, selectionSet }: FieldNode): Sub => {
    const own = { depth: 1, path: name.value, aliases: alias ? 1 : 0, fields: 1 };
    if (name.value.startsWith('__')) return { ...own, depth: 0 };
    if (!selectionSet) return own;
    const inner = subOf(selectionSet);
    const path = inner.path ? `${name.value}.${inner.path}` : name.value;
    return { depth: inner.depth + 1, path, aliases: own.aliases + inner.aliases, fields: 1 };
  };
  const { depth, path, aliases, fields } = subOf(operation.selectionSet);
  return { depth, deepest: path, aliases, rootFields: fields };
}

interface Sub {
  readonly depth: number;
  readonly path: string;
  readonly aliases: number;
  readonly fields: number;
}

const EMPTY: Sub = { depth: 0, path: '', aliases: 0, fields: 0 };

function joined(a: Sub, b: Sub): Sub {
  const deeper = b.depth > a.depth ? b : a;
  return { depth: deeper.depth, path: deeper.path, aliases: a.aliases + b.aliases, fields: a.fields + b.fields };
}
