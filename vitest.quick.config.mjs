import { mergeConfig } from 'vitest/config';
import whole from './vitest.config.mjs';

/** `npm run test:quick`, for while one works: a twentieth of the random runs, and of the long lists of cases, and no process is started. */
export default mergeConfig(whole, {
  test: {
    env: { NIANBAO_RUNS: '0.05' },
    // They drive the built command and server.
    exclude: ['test/cli/**', 'test/lsp/**'],
  },
});
