import { extractElement, jsonArray } from './jsonReport.ts';
import type { Output } from './output.ts';
import { analyzeEach, type ExitCode, exitCodes } from './run.ts';

/** Prints the reports as data, one JSON array with an element for each file; on demand with the places of the values. */
export async function extractAll(paths: readonly string[], withLocations: boolean, output: Output): Promise<ExitCode> {
  const array = jsonArray(output.write);
  const failed = await analyzeEach(paths, output, (file, analysis) => {
    array.add(extractElement(file, analysis, withLocations));
  });
  array.end();
  return failed > 0 ? exitCodes.failed : exitCodes.clean;
}
