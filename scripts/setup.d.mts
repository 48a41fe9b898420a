/** Compiles `src/` to `dist/` where it changed since the last time. */
export function build(): void;
