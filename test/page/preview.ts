import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { FromPage, ToPage } from '../../client/src/preview/messages.ts';
import { shellOf } from '../../client/src/preview/shell.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Preview } from '../../server/src/output/preview/model.ts';
import { renderPreview } from '../../server/src/output/preview/preview.ts';
import type { Language } from '../../server/src/report/model.ts';
import { findChromium } from '../vscode/host/install.mjs';
import { type Theme, themes } from './themes.ts';

const ORIGIN = 'https://preview.test';

/** A Chromium without a window. */
export function startChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not on PATH; set CHROMIUM_PATH to it.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** The preview's page, as VS Code would show it. */
export interface Opened {
  readonly page: Page;
  /** What the page loaded, besides its own files, and what its policy kept it from. */
  readonly strays: readonly string[];
  readonly send: (message: ToPage) => Promise<void>;
  readonly show: (preview: Preview) => Promise<void>;
  /** What the page has said since it was asked last. */
  readonly sent: () => Promise<readonly FromPage[]>;
  readonly setTheme: (theme: Theme) => Promise<void>;
}

/** Opens the page with its own policy, empty. */
export async function openPage(browser: Browser, viewport = { width: 760, height: 900 }): Promise<Opened> {
  const page = await browser.newPage({ viewport });
  const strays: string[] = [];
  const webview = { cspSource: ORIGIN, asWebviewUri: (name: unknown) => `${ORIGIN}/${name}` };
  const shell = Reflect.apply(shellOf, undefined, [webview, 'dist/preview']);
  await page.route('**/*', (route) => {
    const url = route.request().url();
    const body = { '/': shell, '/preview.js': read('preview.js'), '/preview.css': read('preview.css') }[
      url.slice(ORIGIN.length)
    ];
    if (body === undefined || !url.startsWith(ORIGIN)) {
      strays.push(url);
      return route.abort();
    }
    const type = url.endsWith('.js') ? 'text/javascript' : url.endsWith('.css') ? 'text/css' : 'text/html';
    return route.fulfill({ body, contentType: `${type}; charset=utf-8` });
  });
  page.on('dialog', (dialog) => {
    strays.push(`dialog ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('pageerror', (error) => strays.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') strays.push(message.text());
  });
  await page.addInitScript(`
    window.sent = [];
    window.acquireVsCodeApi = () => ({
      postMessage: (message) => window.sent.push(message),
      getState: () => window.kept,
      setState: (state) => { window.kept = state; },
    });
  `);
  await page.goto(`${ORIGIN}/`);
  const send = async (message: ToPage): Promise<void> => {
    await page.evaluate((data) => {
      Reflect.get(globalThis, 'dispatchEvent')(new (Reflect.get(globalThis, 'MessageEvent'))('message', { data }));
    }, message);
    await settle(page);
  };
  let version = 0;
  return {
    page,
    strays,
    send,
    show: (preview) => send({ type: 'content', uri: 'file:///report.md', content: { ...preview, version: ++version } }),
    sent: () => page.evaluate('window.sent.splice(0)'),
    setTheme: async (theme) => {
      const { kind, colors } = themes[theme];
      await page.evaluate(`document.body.className = ${JSON.stringify(kind)}`);
      for (const [name, color] of Object.entries(colors)) {
        await page.evaluate(`document.documentElement.style.setProperty('--vscode-${name}', '${color}')`);
      }
    },
  };
}

/** Waits until the page has been painted after what was done to it. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
}

function read(name: string): string {
  return readFileSync(`dist/preview/${name}`, 'utf8');
}

/** The preview of a draft. */
export function previewOf(text: string, language: Language = 'markdown'): Preview {
  const analysis = analyze(text, language);
  if (analysis.kind !== 'report') throw new Error('not taken for a report');
  return renderPreview(analysis.report, analysis.findings);
}
