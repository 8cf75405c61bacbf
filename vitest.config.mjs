import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Those run inside an editor, or need a browser.
    exclude: ['test/vscode/**', 'test/page/**'],
    // For a machine that is busy: no test is about time.
    testTimeout: 120_000,
  },
});
