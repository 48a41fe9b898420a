import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Document } from '../../src/document/document.ts';
import { documentOf, documentsOf, rawText } from '../score/treebank.ts';

/** The news of GUM's development set, some 600 words each, where it is at hand, and the plain articles of the demo. */
export function benchArticles(): Document[] {
  const texts: string[] = [];
  const folder = new URL('../../seeds/articles/', import.meta.url);
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (name.endsWith('.txt')) texts.push(readFileSync(new URL(name, folder), 'utf8'));
  }
  const treebank = new URL('../../../shared/data/syntax/gum-dev.conllu', import.meta.url);
  if (existsSync(treebank)) {
    const conllu = readFileSync(treebank, 'utf8');
    const ids = [...conllu.matchAll(/^# newdoc id = (\S+)/gm)].map((match) => match[1] as string);
    for (const id of ids.filter((each) => /_(?:news|interview|bio|speech)_/.test(each)))
      texts.push(rawText(documentsOf(conllu, (each) => each === id)));
  }
  return texts.map(documentOf);
}
