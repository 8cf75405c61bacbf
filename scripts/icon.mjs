/** Draws `images/icon.png`, which VS Code wants as a picture of dots, from `images/icon.svg`: `node scripts/icon.mjs`. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium, projectRoot } from '../test/vscode/host/install.mjs';

const SIZE = 256;

const executablePath = findChromium();
if (!executablePath) throw new Error('Chromium is not on PATH; set CHROMIUM_PATH to it.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
const drawing = readFileSync(join(projectRoot, 'images', 'icon.svg'), 'utf8');
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
writeFileSync(join(projectRoot, 'images', 'icon.png'), await page.screenshot({ omitBackground: true }));
await browser.close();
