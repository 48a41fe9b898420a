// Part of `npm run build`: checks schema/ and keeps the result in dist/, so that a command starts without doing so.
import { compileVocabulary } from '../dist/vocabulary/compiled.js';

await compileVocabulary(new URL('../', import.meta.url));
