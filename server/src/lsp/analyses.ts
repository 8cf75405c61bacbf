import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyze } from '../analysis/analyze.ts';
import type { Options } from '../analysis/settings/resolve.ts';
import type { Finding } from '../checks/check.ts';
import { languageOf } from './convert.ts';

/** What was found in one version of a document. */
export interface Checked {
  /** Differs between any two analyses, also those of another server process. */
  readonly id: string;
  readonly version: number;
  /** What holds for the document. */
  readonly options: Options;
  readonly analysis: Analysis;
  /** In the order of the text; none in a document that is no report. */
  readonly findings: readonly Finding[];
}

/** The analyses of open documents, one for each. */
export interface Analyses {
  /** What was found in the document's present version; analyses it unless that was done before, with these options. */
  readonly get: (document: TextDocument, options: Options) => Checked;
  readonly drop: (uri: string) => void;
}

/** A store without any analysis. */
export function createAnalyses(): Analyses {
  const cache = new Map<string, Checked>();
  /** Of this process alone. */
  const prefix = Date.now().toString(36);
  let count = 0;
  return {
    get: (document, options) => {
      const known = cache.get(document.uri);
      if (known?.version === document.version && known.options === options) return known;
      const analysis = analyze(document.getText(), languageOf(document), options);
      const findings = analysis.kind === 'report' ? analysis.findings : [];
      count++;
      const checked = { id: `${prefix}.${count}`, version: document.version, options, analysis, findings };
      cache.set(document.uri, checked);
      return checked;
    },
    drop: (uri) => cache.delete(uri),
  };
}
