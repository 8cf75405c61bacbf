import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostVersion, installHost, projectRoot } from '../vscode/host/install.mjs';
import { temporaryFolder } from '../vscode/host/process.mjs';
import { startServer, workbenchUrl } from '../vscode/host/serve.mjs';
import { openWindow } from '../vscode/host/window.mjs';

const sample = readFileSync('samples/001-办公厅-2019.md', 'utf8');
const hostile = [
  '<img src="https://evil.test/a.png" onerror="fetch(\'https://evil.test/b\')">',
  '![图](https://evil.test/c.png)，[链接](https://evil.test/d)，<script>fetch("https://evil.test/e")</script>',
].join('\n\n');
const draft = sample.replace('| 92 |', '| 29 |').replace('## 二、', `${hostile}\n\n## 二、`);
const lineOf = (words: string): number => draft.slice(0, draft.indexOf(words)).split('\n').length;

/** A VS Code in a browser, with the draft and its preview beside it. */
describe('the preview in VS Code', () => {
  const workspace = temporaryFolder('workspace');
  const requests: string[] = [];
  let page: Page;
  let restored: string;
  let report: FrameLocator;
  let end: () => Promise<void>;

  beforeAll(async () => {
    const file = join(workspace.path, 'report.md');
    writeFileSync(file, draft);
    const host = await installHost(hostVersion('newest'));
    const server = await startServer(host, { settings: { 'workbench.colorTheme': 'Default Dark Modern' } });
    const url = workbenchUrl(server, { folder: workspace.path, extension: projectRoot, openFile: file, line: 1 });
    restored = workbenchUrl(server, { folder: workspace.path, extension: projectRoot });
    const window = await openWindow(url);
    page = window.page;
    page.on('request', (request) => requests.push(request.url()));
    end = async () => {
      await window.close();
      await server.stop();
    };
    // The button is there once the draft is known to be a report.
    await page.getByRole('button', { name: /Preview Report to the Side/ }).click({ timeout: 60_000 });
    report = page.frameLocator('iframe.webview').frameLocator('iframe');
    await report.locator('h1').waitFor();
  });
  afterAll(async () => {
    await end?.();
    workspace.remove();
  });

  /** Where the preview is scrolled to, once it has come to rest. */
  async function rest(): Promise<number> {
    let before = -1;
    for (;;) {
      const now = await report.locator('.scroller').evaluate((each) => each.scrollTop);
      if (now === before) return now;
      before = now;
      await page.waitForTimeout(500);
    }
  }

  /** Numbers of the lines that the editor shows, those that stick at its top left out. */
  function visibleLines(): Promise<number[]> {
    return page.evaluate(`[...document.querySelectorAll('.monaco-editor .margin .line-numbers')]
      .filter((each) => !each.closest('.sticky-widget')).map((each) => Number(each.textContent)).filter((line) => line > 0)
      .sort((a, b) => a - b)`);
  }

  it('is dark where VS Code is, and lets the draft ask for nothing', async () => {
    const color = await report
      .locator('body')
      .evaluate((body) => Reflect.get(globalThis, 'getComputedStyle')(body).backgroundColor);
    expect(color).toBe('rgb(31, 31, 31)');
    expect(await report.locator('.report').textContent()).toContain('<script>fetch(');
    expect(requests.filter((url) => url.includes('evil.test'))).toEqual([]);
  });

  it('leads from a cell to its place in the editor, which shows in the preview', async () => {
    await report.locator('td', { hasText: /^39$/ }).click();
    await page.getByText(`Ln ${lineOf('| 39 |')}, Col`).waitFor();
    expect(await page.getByText(/\(2 selected\)/).count()).toBeGreaterThan(0);
    expect(await report.locator('tr[aria-current]').textContent()).toContain('1.本机关不掌握');
  });

  it('scrolls with the editor and the editor with it, without an echo', async () => {
    await page.keyboard.press('Control+Home');
    expect(await rest()).toBe(0);
    await page.keyboard.press('Control+End');
    const bottom = await rest();
    expect(bottom).toBeGreaterThan(500);
    for (const label of ['规范性文件', '（四）无法提供', '2.没有现成信息']) {
      const row = report.locator('tr', { hasText: label });
      await row.evaluate((each) => each.scrollIntoView({ block: 'start' }));
      const wanted = await report.locator('.scroller').evaluate((each) => each.scrollTop);
      expect(await rest()).toBe(wanted);
      const lines = await visibleLines();
      expect(lines.indexOf(lineOf(`${label}`))).toBeGreaterThanOrEqual(0);
      expect(lines.indexOf(lineOf(`${label}`))).toBeLessThanOrEqual(7);
    }
  });

  it('fixes a finding by its button', async () => {
    await report.getByRole('button', { name: /92$/ }).first().click();
    await report.locator('td', { hasText: /^92$/ }).waitFor();
    expect(await report.locator('li.error').count()).toBe(0);
  });

  it('tells what a figure would break, and leaves the draft alone', async () => {
    await report.getByRole('button', { name: 'What if' }).click();
    await report.locator('td', { hasText: /^39$/ }).click();
    await report.locator('.trial input').fill('40');
    await report.locator('.trial .broken').waitFor();
    expect(await report.locator('.trial').textContent()).toMatch(/各项办理结果之和91，（七）总计90/);
    await page.keyboard.press('Escape');
    expect(await report.locator('td', { hasText: /^39$/ }).count()).toBe(1);
  });

  it('is there again after the window was reloaded', async () => {
    await report.getByRole('button', { name: 'A4 pages' }).click();
    await report.locator('.paper').first().waitFor();
    // What is not saved yet keeps the window from going; and VS Code in a browser writes its state every five seconds.
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    await page.waitForTimeout(11_000);
    // A file in the address would be opened instead of what was open.
    await page.goto(restored);
    await report.locator('.paper').first().waitFor({ timeout: 60_000 });
    expect(await report.locator('h1').textContent()).toContain('2019年政府信息公开工作年度报告');
    expect(requests.filter((url) => url.includes('evil.test'))).toEqual([]);
  });
});
