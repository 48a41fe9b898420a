/** Milliseconds since 1970 of an ISO 8601 day or date-time with offset; a day counts from its midnight in UTC. */
export function instantOf(iso: string): number {
  return Date.parse(iso);
}
