import picomatch from 'picomatch/posix';
import type { Code } from '../../checks/check.ts';
import { once } from '../../text/memo.ts';
import type { Config, Ignored, Level, Rules } from './config.ts';

/** What holds for one draft. */
export interface Options {
  readonly severities: Readonly<Partial<Record<Code, Level>>>;
  readonly ignored: readonly Ignored[];
  /** Whether the draft is not to be checked at all. */
  readonly excluded: boolean;
}

/** A configuration with the folder that it is in. */
export interface PlacedConfig {
  /** Absolute path or URI with `/` between names and at the end. */
  readonly folder: string;
  readonly config: Config;
}

/** What holds where nothing is set. */
export const defaultOptions: Options = { severities: {}, ignored: [], excluded: false };

/**
 * What holds for a file: the editor's or default levels, then the configurations of the folders around it from the
 * outermost to the nearest, then what was said on the command line. Of each code the last level holds; in one
 * configuration an override goes before the rules, and a later override before an earlier one. A file that any of them
 * excludes is excluded; what any of them ignores is ignored.
 * @param configs in any order; those of other folders do not matter
 * @param file absolute path or URI, as the folders
 */
export function resolveOptions(
  configs: readonly PlacedConfig[],
  file: string,
  { below = {}, above = {} }: { readonly below?: Rules; readonly above?: Rules } = {},
): Options {
  const around = configs
    .filter(({ folder }) => file.startsWith(folder))
    .sort((a, b) => a.folder.length - b.folder.length)
    .map(({ folder, config }) => ({ config, path: file.slice(folder.length) }));
  const layers = around.flatMap(({ config, path }) => [
    config.rules,
    ...config.overrides.filter(({ files }) => matches(files, path)).map(({ rules }) => rules),
  ]);
  return {
    severities: Object.assign({}, below, ...layers, above),
    ignored: around.flatMap(({ config, path }) =>
      config.ignore.filter(({ file = path }) => file === path || file === path.slice(path.lastIndexOf('/') + 1)),
    ),
    excluded: around.some(({ config, path }) => matches(config.exclude, path)),
  };
}

/**
 * Whether one of the globs names a path or a folder that it is in. As in `.gitignore`: a glob without a slash inside
 * names a file or folder at any depth.
 */
function matches(globs: readonly string[], path: string): boolean {
  return globs.length > 0 && matcher(globs)(path);
}

const matcher = once((globs: readonly string[]): ((path: string) => boolean) => {
  const patterns = globs.flatMap((glob) => {
    const plain = glob.trim().replace(/^\.\//, '').replace(/\/$/, '');
    if (plain === '') return [];
    const anchored = plain.includes('/') ? plain.replace(/^\//, '') : `**/${plain}`;
    return [anchored, `${anchored}/**`];
  });
  if (patterns.length === 0) return () => false;
  // Without extended globs no pattern takes long to match.
  return picomatch(patterns, { dot: true, nonegate: true, noextglob: true });
});
