// Shows which golden articles are extracted otherwise than expected; --accept <slug> takes today's extraction of one.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expectedPath, extractGolden, slugs } from '../test/support/golden.ts';

const [flag, slug] = process.argv.slice(2);
if (flag === '--accept' && slug && slugs.includes(slug)) {
  if (process.env.CI) throw new Error('golden articles are accepted by a person, not in CI');
  writeFileSync(expectedPath(slug), await printed(slug));
  console.log(`${slug}: accepted. Read it in git diff before you commit.`);
} else if (flag === undefined) {
  for (const each of slugs) {
    const path = expectedPath(each);
    const isSame = existsSync(path) && readFileSync(path, 'utf8') === (await printed(each));
    console.log(`${isSame ? 'same   ' : 'differs'} ${each}`);
  }
} else {
  console.error(`usage: npm run golden [-- --accept SLUG]\nslugs: ${slugs.join(', ')}`);
  process.exitCode = 2;
}

async function printed(name: string): Promise<string> {
  return `${JSON.stringify(await extractGolden(name), null, 2)}\n`;
}
