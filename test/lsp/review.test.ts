import { afterAll, beforeAll, expect, it } from 'vitest';
import { requests } from '../../server/src/lsp/protocol.ts';
import { sheetDocx } from '../../server/src/output/forms.ts';
import { numbersPage } from '../../server/src/output/review/charts.ts';
import { sheetHtml } from '../../server/src/output/review/page.ts';
import { reviewOf } from '../../server/src/output/review/sheet.ts';
import { checked } from '../support/check.ts';
import { rightReport } from '../support/rightReports.ts';
import { type Client, pullClient, startClient } from './client.ts';

const uri = 'file:///drafts/report.md';
const notes = 'file:///drafts/notes.md';
const text = rightReport('department', 'markdown');
let client: Client;

beforeAll(async () => {
  client = await startClient(['dist/cli.js', 'lsp', '--stdio'], pullClient);
  await client.open(uri, 'markdown', text);
  await client.open(notes, 'markdown', '# 会议记录\n');
});

afterAll(async () => {
  client.hangUp();
  await client.exited;
});

it('gives the review sheet and the pictures of a report', async () => {
  const { report, findings } = checked(text);
  expect(await client.ask(requests.reviewSheet, { uri })).toEqual({ html: sheetHtml(reviewOf(report, findings)) });
  expect(await client.ask(requests.numbers, { uri })).toEqual({ html: numbersPage(report) });
});

it('gives an editor pages that may load their own style sheet and nothing else', async () => {
  const { report, findings } = checked(text);
  const nonce = '0123456789abcdef';
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">\n`;
  const sheet = await client.ask(requests.reviewSheet, { uri, nonce });
  const numbers = await client.ask(requests.numbers, { uri, nonce });
  for (const [page, without] of [
    [sheet, sheetHtml(reviewOf(report, findings))],
    [numbers, numbersPage(report)],
  ] as const) {
    const html = page !== null && 'html' in page ? page.html : '';
    // Before anything that the page could load.
    expect(html.indexOf(policy)).toBe(html.indexOf('<meta charset="utf-8">\n') + '<meta charset="utf-8">\n'.length);
    const plain = html.replace(/<a href="command:nianbao\.showLine\?[^"]*">(.*?)<\/a>/g, '$1');
    expect(plain.replace(policy, '').replace(`<style nonce="${nonce}">`, '<style>')).toBe(without);
  }
});

it('gives an editor a sheet whose lines lead into the draft, and a file none', async () => {
  const pageOf = async (nonce?: string): Promise<string> => {
    const page = await client.ask(requests.reviewSheet, { uri, nonce });
    return page !== null && 'html' in page ? page.html : '';
  };
  const link = (line: number): string => `command:nianbao.showLine?${encodeURIComponent(JSON.stringify([uri, line]))}`;
  const line = text.split('\n').findIndex((each) => each.includes('六、其他需要报告的事项')) + 1;
  expect(await pageOf('0123456789abcdef')).toContain(`<a href="${link(line)}">第${line}行</a>`);
  expect(await pageOf()).not.toContain('<a ');
});

it('gives null for what is no report or not open', async () => {
  for (const other of [notes, 'file:///drafts/closed.md']) {
    expect(await client.ask(requests.reviewSheet, { uri: other })).toBeNull();
    expect(await client.ask(requests.numbers, { uri: other })).toBeNull();
  }
});

it('gives the review sheet as a Word file', async () => {
  const { report, findings } = checked(text);
  const sheet = await client.ask(requests.reviewSheet, { uri, to: 'docx' });
  const bytes = await sheetDocx(reviewOf(report, findings));
  expect(sheet).toEqual({ base64: Buffer.from(bytes).toString('base64') });
});

it('draws the pictures beside those of last year, if that report is among the others', async () => {
  const lastYear = text.replace(/20(2[3-6])/g, (_, year: string) => `20${Number(year) - 1}`);
  const others = [
    { name: 'notes.md', text: '# 会议记录\n' },
    { name: 'last.md', text: lastYear },
  ];
  expect(await client.ask(requests.numbers, { uri, others })).toEqual({
    html: numbersPage(checked(text).report, checked(lastYear).report),
    beside: 'last.md',
  });
  expect(await client.ask(requests.numbers, { uri, others: others.slice(0, 1) })).toEqual({
    html: numbersPage(checked(text).report),
  });
});
