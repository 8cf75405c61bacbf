import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../checks/check.ts';
import type { Report } from '../report/model.ts';
import { type Analyses, type Checked, createAnalyses } from './analyses.ts';
import { createLog, type Log } from './guard.ts';
import { createSettings, type Settings, type SettingsStore } from './settings.ts';
import type { ClientSupport } from './support.ts';

/** One client and what the server knows of its documents. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly support: ClientSupport;
  readonly settings: SettingsStore;
  readonly analyses: Analyses;
  readonly log: Log;
}

/** A session without any analysis; the documents must be those that listen to the connection. */
export function createSession(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  support: ClientSupport,
): Session {
  const log = createLog(connection);
  const settings = createSettings(connection, log, support.configuration);
  return { connection, documents, support, settings, analyses: createAnalyses(), log };
}

/** An open document with what was found in its present version. */
export interface CheckedDocument extends Checked {
  readonly document: TextDocument;
}

/** An open document that is a report, with what was found in it. */
export interface ReadDocument {
  readonly document: TextDocument;
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly settings: Settings;
}

/** The report of a document; undefined where it is none, not open, or the extension is off for it. */
export async function read(session: Session, uri: string): Promise<ReadDocument | undefined> {
  const settings = await session.settings.get(uri);
  const checked = await check(session, uri);
  if (checked?.analysis.kind !== 'report') return undefined;
  return { document: checked.document, report: checked.analysis.report, findings: checked.findings, settings };
}

/** Checks a document; undefined where it is not open or the extension is off for it. */
export async function check(session: Session, uri: string): Promise<CheckedDocument | undefined> {
  const { enable, options } = await session.settings.get(uri);
  // Looked up only now: the document may have changed while the settings were asked for.
  const document = enable ? session.documents.get(uri) : undefined;
  return document === undefined ? undefined : { document, ...session.analyses.get(document, options) };
}
