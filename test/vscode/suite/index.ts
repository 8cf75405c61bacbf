/** The tests that need an editor. VS Code's extension host calls `run()`. */

import * as vscode from 'vscode';

/** Each file registers its tests when it is loaded; that is after mocha has put `describe` and `it` in place. */
const testFiles = [
  () => import('./activation.test.ts'),
  () => import('./findings.test.ts'),
  () => import('./preview.test.ts'),
  () => import('./exchange.test.ts'),
  () => import('./suppression.test.ts'),
  () => import('./drafting.test.ts'),
  () => import('./fixing.test.ts'),
  () => import('./grid.test.ts'),
  () => import('./review.test.ts'),
];

/** Runs every test; rejects when one failed or none ran. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const grep = process.env.NIANBAO_GREP;
  const options = { forbidOnly: true, timeout: 20_000, ...(grep && { grep: new RegExp(grep) }) };
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, ...options });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const load of testFiles) await load();
  // When an extension registers code actions while VS Code is asking for some, VS Code answers that there are none.
  // So the built-in one that would do that to Markdown files starts before the tests.
  await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();

  const stats = { passed: 0, failed: 0 };
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', () => stats.passed++);
    runner.on('fail', () => stats.failed++);
  });
  console.log(`${stats.passed} passed, ${stats.failed} failed`);
  if (stats.failed > 0) throw new Error(`${stats.failed} tests failed`);
  if (stats.passed === 0) throw new Error('no test ran');
}
