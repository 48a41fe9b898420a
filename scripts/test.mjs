// `npm test`: set-up, then every check and every test. Arguments go to jest: npm test -- test/document
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, say, setUp } from './setup.mjs';

setUp();
const only = process.argv.slice(2);
const results = join(ROOT, '.dateline', 'test-results.json');
mkdirSync(join(ROOT, '.dateline'), { recursive: true });
rmSync(results, { force: true });

let passed = 0;
let failed = 0;
const note = (ok, name) => {
  if (ok) passed++;
  else failed++;
  say(`${name}: ${ok ? 'passed' : 'FAILED'}`);
};

if (only.length === 0) {
  for (const name of ['types', 'lint', 'unused']) note(run('npm', ['run', '--silent', name]) === 0, name);
}

say('running the tests');
const status = run('npm', ['run', '--silent', 'unit', '--', '--json', `--outputFile=${results}`, ...only], {
  // jest prints its report to stderr; its JSON goes to the file, not to the terminal.
  stdio: ['inherit', 'ignore', 'inherit'],
});
if (existsSync(results)) {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, numRuntimeErrorTestSuites } =
    JSON.parse(readFileSync(results, 'utf8'));
  passed += numPassedTests;
  failed += numFailedTests + numRuntimeErrorTestSuites;
  if (numPendingTests > 0) say(`${numPendingTests} tests were SKIPPED: see above which part they miss`);
  if (status !== 0 && numFailedTests + numFailedTestSuites === 0) failed++;
} else {
  note(false, 'jest');
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
