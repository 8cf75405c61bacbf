import { afterAll, beforeAll, expect, it } from 'vitest';
import { numbersPage } from '../../server/src/review/charts.ts';
import { reviewSheet } from '../../server/src/review/sheet.ts';
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
