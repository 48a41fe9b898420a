/** Whether an answer has, anywhere in it, an object with all that `part` has; texts may be given as patterns. */
export function holds(answer: unknown, part: object): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  return fits(answer, part) || Object.values(answer).some((value) => holds(value, part));
}

function fits(value: unknown, part: unknown): boolean {
  if (part instanceof RegExp) return typeof value === 'string' && part.test(value);
  if (Array.isArray(part)) return Array.isArray(value) && part.every((one) => value.some((other) => fits(other, one)));
  if (typeof part !== 'object' || part === null) return Object.is(value, part);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(part).every(([key, one]) => fits((value as Record<string, unknown>)[key], one));
}
