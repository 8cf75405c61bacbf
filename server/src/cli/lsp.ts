/** Runs the language server in this process until its client ends it. Loaded only now: other commands start faster. */
export async function runServer(): Promise<void> {
  await import('../lsp/node.ts');
}
