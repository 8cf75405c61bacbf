/** Opens the workbench of a VS Code server in a headless Chromium. */

import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from './install.mjs';
import { temporaryFolder } from './process.mjs';

/**
 * Opens a workbench window of 1400 by 900 pixels.
 *
 * @param {string} url
 * @param {object} [options]
 * @param {(type: string, text: string) => void} [options.onLog] called with what the extension host logs
 * @param {(code: number) => void} [options.onExit] called with the result of the tests
 */
export async function openWindow(url, { onLog, onExit } = {}) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is not on PATH; set CHROMIUM_PATH to it.');
  const home = temporaryFolder('chromium');
  const browser = await chromium.launch({
    executablePath,
    // Sockets and crash reports, which it leaves behind, go where they are removed.
    env: { ...process.env, TMPDIR: home.path, XDG_CONFIG_HOME: home.path, XDG_CACHE_HOME: home.path },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    // The program ends on signals by process.exit, upon which Playwright ends Chromium.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });

  /** What ended the window without being asked to. @type {Promise<string>} */
  const died = new Promise((resolve) => {
    page.once('crash', () => resolve('The page crashed.'));
    browser.once('disconnected', () => resolve('Chromium ended by itself.'));
  });
  // Names that the workbench looks for in its window.
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
    onLog?.(type, format(...args));
  });
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => onExit?.(code));
  await page.goto(url);
  const close = async () => {
    await browser.close();
    home.remove();
  };
  return { page, died, close };
}

/**
 * Pastes into what has the focus, as the browser does when a user presses the keys for it.
 *
 * @param {import('playwright-core').Page} page
 * @param {Record<string, string>} contents by MIME type
 */
export async function paste(page, contents) {
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(${JSON.stringify(contents)})) clipboardData.setData(type, text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true });
    document.activeElement?.dispatchEvent(event);
  }`);
}

/** Milliseconds between two keys: those of a quick typist. */
const BETWEEN_KEYS = 120;

/**
 * Presses keys in what has the focus, one after another.
 *
 * @param {import('playwright-core').Page} page
 * @param {readonly string[]} keys as Playwright names them: `Tab`, `Shift+Tab`, `5`
 */
export async function press(page, keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(BETWEEN_KEYS);
  }
}

/**
 * A picture of the window once it has stopped changing.
 *
 * @param {import('playwright-core').Page} page
 * @param {number} quietMs for how long nothing may change
 * @param {number} [timeoutMs] after that, the picture is taken as it is
 */
export async function stillPicture(page, quietMs, timeoutMs = 60_000) {
  const deadline = Date.now() + timeoutMs;
  let picture = await page.screenshot();
  let since = Date.now();
  while (Date.now() - since < quietMs && Date.now() < deadline) {
    await page.waitForTimeout(100);
    const next = await page.screenshot();
    if (!next.equals(picture)) since = Date.now();
    picture = next;
  }
  return picture;
}
