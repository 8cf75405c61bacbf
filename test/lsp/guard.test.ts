import { expect, it } from 'vitest';
import { CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { guarded, type Log } from '../../server/src/lsp/guard.ts';

function handler(run: (params: string) => Promise<string>) {
  const logged: string[] = [];
  const log: Log = {
    done: (name, count) => logged.push(`${name} ${count}`),
    failure: (name, error) => logged.push(`${name} ${error}`),
  };
  const handle = guarded<string, string>(log, { name: 'test', run, empty: '', count: ({ length }) => length });
  return { handle, logged };
}

it('hands on the result', async () => {
  const { handle, logged } = handler(async (params) => params + params);
  expect(await handle('ab', CancellationToken.None)).toBe('abab');
  expect(logged).toEqual(['test 4']);
});

it('does no work for a cancelled request', async () => {
  const { handle, logged } = handler(() => Promise.reject(new Error('worked')));
  const answer = await handle('', CancellationToken.Cancelled);
  expect(answer).toBeInstanceOf(ResponseError);
  expect(answer).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(logged).toEqual([]);
});

it('answers emptily and logs when the work fails', async () => {
  const { handle, logged } = handler(() => Promise.reject(new RangeError('broken')));
  expect(await handle('', CancellationToken.None)).toBe('');
  expect(logged).toEqual(['test RangeError: broken']);
});
