import { afterAll, beforeAll, expect, it } from 'vitest';
import { numbersPage } from '../../server/src/output/review/charts.ts';
import { reviewOf, reviewSheet } from '../../server/src/output/review/sheet.ts';
import { sheetDocx } from '../../server/src/output/sheet.ts';
import { read } from '../review/page.ts';
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
  const { report, findings } = read(text);
  expect(await client.request('nianbao/reviewSheet', { uri })).toEqual({ html: reviewSheet(report, findings) });
  expect(await client.request('nianbao/numbers', { uri })).toEqual({ html: numbersPage(report) });
});

it('gives null for what is no report or not open', async () => {
  for (const other of [notes, 'file:///drafts/closed.md']) {
    expect(await client.request('nianbao/reviewSheet', { uri: other })).toBeNull();
    expect(await client.request('nianbao/numbers', { uri: other })).toBeNull();
  }
});

it('gives the review sheet as a Word file', async () => {
  const { report, findings } = read(text);
  const sheet = (await client.request('nianbao/reviewSheet', { uri, to: 'docx' })) as { base64: string };
  const bytes = await sheetDocx(reviewOf(report, findings));
  expect(Buffer.compare(Buffer.from(sheet.base64, 'base64'), bytes)).toBe(0);
});

it('draws the pictures beside those of last year, if that report is among the others', async () => {
  const lastYear = text.replace(/20(2[3-6])/g, (_, year: string) => `20${Number(year) - 1}`);
  const others = [
    { name: 'notes.md', text: '# 会议记录\n' },
    { name: 'last.md', text: lastYear },
  ];
  expect(await client.request('nianbao/numbers', { uri, others })).toEqual({
    html: numbersPage(read(text).report, read(lastYear).report),
    beside: 'last.md',
  });
  expect(await client.request('nianbao/numbers', { uri, others: others.slice(0, 1) })).toEqual({
    html: numbersPage(read(text).report),
  });
});
