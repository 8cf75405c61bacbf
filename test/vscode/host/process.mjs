/**
 * What a program leaves behind when it ends: nothing. Every child process and temporary folder made here is gone
 * when the program is, however it ends: normally, by Ctrl-C, by a time limit or by an exception.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<() => void>} */
const undo = new Set();

process.on('exit', () => {
  for (const step of [...undo].reverse()) step();
});

/**
 * Runs `step` when the program ends. It must be synchronous: nothing else runs in an `exit` handler.
 *
 * @param {() => void} step
 * @returns {() => void} runs the step now instead; a second call does nothing
 */
export function atExit(step) {
  undo.add(step);
  return () => {
    if (undo.delete(step)) step();
  };
}

/** Makes Ctrl-C, `kill` and a closed terminal end the program by `process.exit`, so that what is left is undone. */
export function exitOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => process.exit(128 + constants.signals[signal]));
  }
}

/**
 * Makes a temporary folder that is removed when the program ends.
 *
 * @param {string} purpose part of its name
 */
export function temporaryFolder(purpose) {
  const path = mkdtempSync(join(tmpdir(), `nianbao-${purpose}-`));
  const remove = atExit(() => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  return { path, remove };
}

/**
 * Starts a program in a process group of its own, so that whatever it starts in turn can be ended with it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startProgram(command, args, options) {
  const child = spawn(command, args, { ...options, detached: true });
  /** Rejects when the program cannot be started at all. @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
  /** @param {NodeJS.Signals} signal */
  const signalGroup = (signal) => {
    try {
      if (child.pid) process.kill(-child.pid, signal);
    } catch {
      // The whole group has ended already.
    }
  };
  const kill = atExit(() => signalGroup('SIGKILL'));
  ended.then(kill, kill);

  /** Ends the program and all its children: politely, and after five seconds in any case. */
  const stop = async () => {
    const deadline = setTimeout(kill, 5_000);
    signalGroup('SIGTERM');
    await ended.catch(() => {});
    clearTimeout(deadline);
  };
  return { child, ended, stop };
}
