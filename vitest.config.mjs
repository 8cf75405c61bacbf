import { defineConfig } from 'vitest/config';

/** Those put other modules in the place of ours, or count how often they run, and need them for themselves. */
const apart = [
  'test/format/*.test.ts',
  'test/client/*.test.ts',
  'test/lsp/protocol.test.ts',
  'test/report/reading/growth.test.ts',
];

export default defineConfig({
  test: {
    // Those run inside an editor, or need a browser.
    exclude: ['test/vscode/**', 'test/page/**'],
    // For a machine that is busy: no test is about time.
    testTimeout: 120_000,
    // Vitest would leave one core to itself, though it has next to nothing to do.
    maxWorkers: '100%',
    projects: [
      // The core has no state that a test could leave behind: it is loaded once for all of their files.
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: apart, isolate: false } },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
});
