import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fonts, generic, page as paper, sizes } from '../../server/src/output/officialType.ts';
import { rightReport } from '../support/rightReports.ts';
import { type Opened, openPage, previewOf, settle, startChromium } from './preview.ts';
import { type Theme, themes } from './themes.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const sample = readFileSync('samples/001-办公厅-2019.md', 'utf8');
const faulty = sample.replace('| 92 |', '| 29 |').replace('## 六、', '## 七、');

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

async function shown(text: string): Promise<Opened> {
  const opened = await openPage(browser);
  await opened.show(previewOf(text));
  return opened;
}

/** The offset and the zero-based line of a place in the draft. */
function placeIn(text: string, words: string): { readonly start: number; readonly line: number } {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`no ${words}`);
  return { start, line: text.slice(0, start).split('\n').length - 1 };
}

describe('the preview page', () => {
  it.each(Object.keys(themes).flatMap((theme) => ['网页', 'A4 页面'].map((view) => ({ theme: theme as Theme, view }))))(
    'is open to everyone: $theme, $view',
    async ({ theme, view }) => {
      const opened = await shown(faulty);
      await opened.setTheme(theme);
      await opened.page.getByRole('button', { name: view }).click();
      await opened.page.evaluate(axe);
      const violations = await opened.page.evaluate(
        `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html.slice(0, 200) + failureSummary).slice(0, 3).join(' ')))`,
      );
      expect(violations).toEqual([]);
      expect(opened.strays).toEqual([]);
      await opened.page.close();
    },
  );

  it('runs nothing and asks for nothing that a draft holds', async () => {
    const hostile = [
      '<script>alert(1)</script><img src="https://evil.test/a.png" onerror="alert(2)">',
      '![图](https://evil.test/b.png)[链接](javascript:alert(3))<iframe src="https://evil.test/c"></iframe>',
      '<style>@import "https://evil.test/d.css"</style><svg onload=alert(4)><a href="https://evil.test/e">x</a>',
    ];
    const text = rightReport('department', 'markdown');
    const opened = await shown(text.replace('## 二、', `${hostile.join('\n\n')}\n\n## 二、`));
    expect(await opened.page.locator('.report').textContent()).toContain('<script>alert(1)</script>');
    expect(await opened.page.locator('.report :is(a, img, script, iframe, svg, style)').count()).toBe(0);
    expect(opened.strays).toEqual([]);
    await opened.page.close();
  });

  it('keeps its policy: no script and no style but its own', async () => {
    const opened = await shown(rightReport('department', 'markdown'));
    await opened.page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = 1">')`);
    await opened.page.evaluate(
      `(() => { const script = document.createElement('script'); script.textContent = 'window.ran = 2'; document.body.append(script); })()`,
    );
    await settle(opened.page);
    expect(await opened.page.evaluate('window.ran')).toBeUndefined();
    expect(opened.strays.every((stray) => stray.includes('Content Security Policy'))).toBe(true);
    expect(opened.strays.length).toBeGreaterThan(0);
    await opened.page.close();
  });

  it('puts the row of a table at its top when the editor does, and does not answer', async () => {
    const opened = await shown(sample);
    const { line } = placeIn(sample, '（四）无法提供');
    await opened.sent();
    await opened.send({ type: 'scroll', line });
    const row = opened.page.locator('tr', { hasText: '1.本机关不掌握' });
    const [top, edge] = await Promise.all([
      row.evaluate((each) => each.getBoundingClientRect().top),
      opened.page.locator('.scroller').evaluate((each) => each.getBoundingClientRect().top),
    ]);
    expect(Math.abs(top - edge)).toBeLessThan(2);
    await settle(opened.page);
    expect((await opened.sent()).filter(({ type }) => type === 'scrolled')).toEqual([]);
    await opened.page.close();
  });

  it.each(['网页', 'A4 页面'])('tells the editor the row that was scrolled to the top: %s', async (view) => {
    const opened = await shown(sample);
    await opened.page.getByRole('button', { name: view }).click();
    for (const label of ['规范性文件', '（四）无法提供', '2.没有现成信息', '四、结转下年度']) {
      await opened.sent();
      const row = opened.page.locator('tr', { hasText: label });
      await row.evaluate((each) => each.scrollIntoView({ block: 'start' }));
      await settle(opened.page);
      const lines = (await opened.sent()).flatMap((each) => (each.type === 'scrolled' ? [each.line] : []));
      expect(Math.floor(lines.at(-1) ?? -1)).toBe(placeIn(sample, label).line);
    }
    await opened.page.close();
  });

  it('keeps the elements and the place while another paragraph is edited', async () => {
    const opened = await shown(sample);
    await opened.send({ type: 'scroll', line: placeIn(sample, '（四）无法提供').line });
    const table = opened.page.locator('.table', { hasText: '予以公开' });
    await table.evaluate((each) => each.setAttribute('data-mine', 'yes'));
    const before = await table.boundingBox();
    await opened.show(previewOf(sample.replace('## 二、', '新写的一段话，写明有关情况，写得长一些。\n\n## 二、')));
    expect(await table.getAttribute('data-mine')).toBe('yes');
    expect(Math.abs(((await table.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
    await opened.page.close();
  });

  it('goes to the very cell on a click, and to a finding with the keyboard', async () => {
    const opened = await shown(faulty);
    await opened.sent();
    const { start } = placeIn(faulty, '| 39 |');
    await opened.page.locator('td', { hasText: /^39$/ }).click();
    expect(await opened.sent()).toContainEqual({ type: 'reveal', start: start + 2, end: start + 4 });
    const mark = opened.page.locator('mark', { hasText: '29' });
    await mark.focus();
    await opened.page.keyboard.press('Enter');
    const wrong = placeIn(faulty, '| 29 |').start;
    expect(await opened.sent()).toContainEqual({ type: 'reveal', start: wrong + 2, end: wrong + 4 });
    expect(await opened.page.locator('li.chosen').textContent()).toContain('29');
    await opened.page.close();
  });

  it('shows the message of a mark on hover and on focus', async () => {
    const opened = await shown(faulty);
    await opened.page.locator('mark', { hasText: '29' }).hover();
    const tip = opened.page.getByRole('tooltip');
    expect(await tip.textContent()).toMatch(/^错误 .*应为92/);
    await opened.page.mouse.move(1, 1);
    expect(await tip.isVisible()).toBe(false);
    await opened.page.locator('.report').focus();
    for (let i = 0; i < 30 && !(await tip.isVisible()); i++) await opened.page.keyboard.press('Tab');
    expect(await tip.isVisible()).toBe(true);
    await opened.page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
    await opened.page.close();
  });

  it('walks through blocks and cells with the arrow keys', async () => {
    const opened = await shown(sample);
    await opened.page.locator('.report').focus();
    await opened.page.keyboard.press('ArrowDown');
    expect(await opened.page.evaluate('document.activeElement.tagName')).toBe('H1');
    await opened.page.locator('td', { hasText: /^39$/ }).evaluate((cell) => {
      cell.setAttribute('tabindex', '-1');
      Reflect.apply(Reflect.get(cell, 'focus'), cell, []);
    });
    await opened.page.keyboard.press('ArrowRight');
    expect(await opened.page.evaluate('document.activeElement.textContent')).toBe('1');
    await opened.sent();
    await opened.page.keyboard.press('Enter');
    const start = placeIn(sample, '| 39 | 1 |').start + 7;
    expect(await opened.sent()).toContainEqual({ type: 'reveal', start, end: start + 1 });
    await opened.page.close();
  });

  it('tries a figure in a cell, tells what it would break, and writes it when asked to', async () => {
    const opened = await shown(sample);
    await opened.page.getByRole('button', { name: '试填' }).click();
    await opened.page.locator('td', { hasText: /^39$/ }).click();
    const field = opened.page.getByRole('textbox', { name: '试填' });
    expect(await field.inputValue()).toBe('39');
    await opened.sent();
    await field.fill('40');
    const start = placeIn(sample, '| 39 |').start + 2;
    const asked = await expect
      .poll(async () => (await opened.sent()).find(({ type }) => type === 'whatIf'))
      .toEqual(expect.objectContaining({ start, end: start + 2, text: '40' }))
      .then(() => opened.page.evaluate('window.kept'));
    expect(asked).toMatchObject({ trying: true });
    const answer = { version: 1, broken: ['甲'], fixed: ['乙'], edit: { start, end: start + 2, text: '40' } };
    await opened.send({ type: 'whatIf', turn: 999, answer });
    expect(await opened.page.locator('.trial').textContent()).not.toContain('甲');
    for (let turn = 0; turn < 6; turn++) await opened.send({ type: 'whatIf', turn, answer });
    expect(await opened.page.locator('.trial').textContent()).toMatch(/将打破.*甲.*将补正.*乙/);
    await opened.page.keyboard.press('Enter');
    expect(await opened.sent()).toEqual([{ type: 'write', answer }]);
    expect(await field.isVisible()).toBe(false);
    await opened.page.keyboard.press('F2');
    await opened.page.keyboard.press('Escape');
    expect(await opened.sent()).toEqual([]);
    await opened.page.close();
  });

  it('sets off the row of the caret', async () => {
    const opened = await shown(sample);
    const { start, line } = placeIn(sample, '1.本机关不掌握');
    const row = opened.page.locator('tr[aria-current]');
    // On the label, and at the beginning of the line.
    for (const offset of [start, sample.lastIndexOf('\n', start) + 1]) {
      await opened.send({ type: 'cursor', offset, line, show: true });
      expect(await row.textContent()).toContain('1.本机关不掌握');
    }
    await expect.poll(() => row.evaluate((each) => each.getBoundingClientRect().top > 0)).toBe(true);
    await opened.page.close();
  });

  it('lists and filters findings, asks for a fix, and says what is new', async () => {
    const opened = await shown(sample);
    expect(await opened.page.getByRole('status').textContent()).toBe('');
    await opened.show(previewOf(faulty));
    expect(await opened.page.getByRole('status').textContent()).toMatch(/^新出现\d+处问题：/);
    const errors = opened.page.locator('.findings li.error');
    expect(await errors.count()).toBe(previewOf(faulty).counts.error);
    await opened.page.getByRole('button', { name: /^错误 \d/ }).click();
    expect(await errors.first().isVisible()).toBe(false);
    await opened.page.getByRole('button', { name: /^错误 \d/ }).click();
    await opened.sent();
    const finding = previewOf(faulty).findings.find(({ code }) => code === 'applications-unbalanced');
    await opened.page.getByRole('button', { name: `修正：${finding?.fixes[0]}` }).click();
    const { code, start, end } = finding ?? {};
    expect(await opened.sent()).toContainEqual({ type: 'fix', code, start, end, title: finding?.fixes[0] });
    await opened.page.close();
  });

  it('keeps every line inside the text of its sheet', async () => {
    const long = sample.replace('## 二、', `${'写明有关情况，写得长一些。'.repeat(120)}\n\n## 二、`);
    const opened = await shown(long);
    await opened.page.getByRole('button', { name: 'A4 页面' }).click();
    await opened.page.setViewportSize({ width: 1000, height: 900 });
    await settle(opened.page);
    const outside = await opened.page.evaluate(
      `(() => {
        const papers = [...document.querySelectorAll('.paper')].map((paper) => paper.getBoundingClientRect());
        const mm = papers[0].width / 210;
        const range = document.createRange();
        const boxes = [...document.querySelectorAll('.report .block')].flatMap((block) => {
          range.selectNodeContents(block);
          return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0 && height < 30 * mm);
        });
        return boxes.filter(({ top, bottom }) => !papers.some((paper) => top >= paper.top + ${paper.top - 2} * mm && bottom <= paper.bottom - ${paper.bottom - 2} * mm)).length + ' of ' + (boxes.length > 100) + ' on ' + (papers.length > 4);
      })()`,
    );
    expect(outside).toBe('0 of true on true');
    await opened.page.getByRole('button', { name: '网页' }).click();
    expect(await opened.page.locator('.break').count()).toBe(0);
    await opened.page.close();
  });
});

it('is set in the official type', () => {
  const css = readFileSync('client/src/preview/page/preview.css', 'utf8').replace(/\s+/g, ' ');
  for (const of of ['title', 'heading', 'subheading', 'text', 'table'] as const) {
    expect(css).toContain(`--${of}: ${[...fonts[of].map((name) => `"${name}"`), generic[of]].join(', ')};`);
  }
  for (const side of ['top', 'right', 'bottom', 'left'] as const) expect(css).toContain(`--${side}: ${paper[side]};`);
  for (const size of Object.values(sizes)) expect(css).toContain(`calc(${size} * var(--pt))`);
});
