const SEED = 20240131;

function numberOf(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`${name} must be a number, not ${text}`);
  return value;
}

/** Seed of all property tests: fixed, or what NIANBAO_SEED says. */
export const seed = Math.trunc(numberOf('NIANBAO_SEED') ?? SEED);

/** How many times as many runs as usual are wanted: 1, or what NIANBAO_RUNS says. */
export const scale = numberOf('NIANBAO_RUNS') ?? 1;

/** Of how many cases of a long list, all of which are tried by default, one is where fewer runs are wanted. */
export const oneOf = Math.max(1, Math.round(1 / scale));

/** Parameters of a property test; NIANBAO_RUNS multiplies the number of runs. */
export function runs(count: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: Math.max(1, Math.round(count * scale)), seed };
}
