import { Session } from 'node:inspector';

/** How often each part of a function ran. */
interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

const OURS = /\/server\/src\//;

/** From here on all is counted: what was run before would be counted by its calls alone. */
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/**
 * The work that something takes, as the number of times that blocks of this program's own code run: nearly the same on
 * every machine at every time. What the engine does inside one call, as in a pattern, is not counted.
 */
export function workOf(run: () => void): number {
  taken();
  run();
  return taken();
}

/** What was counted since the last time. */
function taken(): number {
  let work = 0;
  session.post('Profiler.takePreciseCoverage', (error, coverage: Coverage) => {
    if (error !== null) throw error;
    for (const { url, functions } of coverage.result) {
      if (!OURS.test(url)) continue;
      for (const { ranges } of functions) for (const { count } of ranges) work += count;
    }
  });
  return work;
}
