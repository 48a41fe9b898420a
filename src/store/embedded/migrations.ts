import { shapeSql } from './shape.ts';

/** Shapes before this one were of no release; a file of theirs is refused. */
export const FIRST_SHAPE = 11;

/**
 * The shape of the embedded store, one step a release that changed it. A step is never edited once released:
 * a file remembers in `user_version` its shape, which is FIRST_SHAPE after the first step.
 */
export const MIGRATIONS: readonly string[] = [shapeSql()];
