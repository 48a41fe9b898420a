/** Makes a value and all that hangs on it unchangeable; a map refuses to be written to as well. Gives it back. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    for (const part of value.values()) deepFreeze(part);
    for (const method of ['set', 'delete', 'clear']) Object.defineProperty(value, method, { value: refuse });
  } else {
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return Object.freeze(value);
}

function refuse(): never {
  throw new TypeError('the vocabulary cannot be changed');
}
