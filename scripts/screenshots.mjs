/**
 * Pictures of the editor, for developers to look at: `node scripts/screenshots.mjs OUT_DIR FILE…`
 * [--theme light|dark] [--version newest|oldest] [--goto LINE] [--problems] [--command TITLE] [--click TEXT]. Every file is opened with the extension
 * loaded; FILE.png shows it once its diagnostics have come. `--problems` opens the Problems panel;
 * `--command` runs a command by its title in the palette, `--click` then presses a button with that text in a webview.
 */

import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { hostVersion, installHost, projectRoot } from '../test/vscode/host/install.mjs';
import { exitOnSignals, temporaryFolder } from '../test/vscode/host/process.mjs';
import { startServer, workbenchUrl } from '../test/vscode/host/serve.mjs';
import { openWindow, stillPicture } from '../test/vscode/host/window.mjs';

const usage =
  'usage: node scripts/screenshots.mjs OUT_DIR FILE… ' +
  '[--theme light|dark] [--version newest|oldest] [--goto LINE] [--problems] [--command TITLE] [--click TEXT]';
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

exitOnSignals();
try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      theme: { type: 'string', default: 'light' },
      version: { type: 'string', default: 'newest' },
      goto: { type: 'string', default: '1' },
      problems: { type: 'boolean', default: false },
      command: { type: 'string' },
      click: { type: 'string' },
    },
  });
  const [outDir, ...files] = positionals;
  const line = Number(values.goto);
  if (!outDir || files.length === 0 || !(line >= 1)) throw new Error(usage);
  if (values.theme !== 'light' && values.theme !== 'dark') throw new Error(usage);
  if (!existsSync(join(projectRoot, 'dist'))) throw new Error('dist/ is not there: build first');

  const workspace = temporaryFolder('workspace').path;
  for (const file of files) cpSync(file, join(workspace, basename(file)), { errorOnExist: true, force: false });
  mkdirSync(outDir, { recursive: true });

  const host = await installHost(hostVersion(values.version));
  const server = await startServer(host, { settings: { 'workbench.colorTheme': themes[values.theme] } });
  for (const file of files) {
    const openFile = join(workspace, basename(file));
    const url = workbenchUrl(server, { folder: workspace, extension: projectRoot, openFile, line });
    const target = join(outDir, `${basename(file)}.png`);
    writeFileSync(target, await photograph(url, values));
    console.log(target);
  }
  await server.stop();
}

/**
 * @param {string} url
 * @param {{ problems: boolean, command?: string, click?: string }} options
 */
async function photograph(url, { problems, command, click }) {
  const { page, close } = await openWindow(url);
  await page.locator('.editor-instance .view-line').first().waitFor();
  // The side bar goes, to leave its room to the editor.
  await page.keyboard.press('Control+b');
  if (problems) await page.keyboard.press('Control+Shift+m');
  if (command !== undefined) await runCommand(page, command);
  if (click !== undefined) {
    const webview = page.frameLocator('iframe.webview').frameLocator('iframe');
    await webview.getByRole('button', { name: click }).first().click();
  }
  // A language server takes a second or two to start, so a shorter rest could be the one before its first answer.
  const picture = await stillPicture(page, 4000);
  await close();
  return picture;
}

/**
 * Runs a command that the palette shows under a title, once it is there.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} title
 */
async function runCommand(page, title) {
  const entry = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  for (let tries = 0; tries < 20; tries++) {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill(`>${title}`);
    await page.waitForTimeout(500);
    if (await entry.isVisible()) return entry.click();
    await page.keyboard.press('Escape');
  }
  throw new Error(`The palette has no ${title}`);
}
