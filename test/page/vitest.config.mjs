import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests that need Chromium, but no editor: `npx vitest run --config test/page/vitest.config.mjs`. */
export default defineConfig({
  resolve: { alias: { vscode: fileURLToPath(new URL('vscode.ts', import.meta.url)) } },
  test: { include: ['test/page/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
