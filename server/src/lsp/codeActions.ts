import {
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  CodeActionTriggerKind,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { type Action, fixAllAction, fixesToo, quickFixes, rewrites, touched } from './actions.ts';
import { fixAllKind, languageOf, toCodeAction, toSpan } from './convert.ts';
import { serve } from './serve.ts';
import { type CheckedDocument, check, type Session } from './session.ts';
import { explanations, suppressionActions } from './suppression.ts';

/** Offers the fixes of the findings at a place, and on request that of all safe ones of the document. */
export function serveCodeActions(session: Session): ServerCapabilities {
  const { support } = session;
  serve(session, CodeActionRequest.type, {
    run: async (params) => {
      const checked = await check(session, params.textDocument.uri);
      if (checked === undefined) return [];
      const actions = actionsAt(checked, params, support.silenceCommands);
      return actions.map((action) => toCodeAction(checked.document, action, support));
    },
    empty: [],
  });
  if (!support.codeActions) return {};
  const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind];
  return { codeActionProvider: { codeActionKinds } };
}

/** What is offered at a range, of the kinds that are asked for. */
function actionsAt(
  checked: CheckedDocument,
  { range, context }: CodeActionParams,
  withSuppressions: boolean,
): readonly Action[] {
  const { document, analysis, findings, options } = checked;
  const span = toSpan(document, range);
  const actions: Action[] = [];
  if (wantsQuickFixes(context)) {
    actions.push(...quickFixes(findings, span));
    if (withSuppressions) actions.push(...explanations(findings, span));
    const more =
      touched(findings, span).length === 0 ? undefined : fixesToo(document.getText(), languageOf(document), options);
    if (more !== undefined) actions.push(more);
    if (withSuppressions) actions.push(...suppressionActions(checked, span));
  }
  if (wantsRewrites(context) && analysis.kind === 'report') actions.push(...rewrites(analysis.report, span));
  const all = wantsFixAll(context) ? fixAllAction(document.getText(), languageOf(document), options) : undefined;
  return all === undefined ? actions : [...actions, all];
}

type Context = CodeActionParams['context'];

function wantsQuickFixes({ only }: Context): boolean {
  return only === undefined || only.some((kind) => includes(kind, CodeActionKind.QuickFix));
}

/** Rewrites are for those who ask by hand or by kind: no light bulb for each move of the caret. */
function wantsRewrites({ only, triggerKind }: Context): boolean {
  if (only === undefined) return triggerKind === CodeActionTriggerKind.Invoked;
  return only.some((kind) => includes(kind, CodeActionKind.RefactorRewrite));
}

/**
 * Fix-all is for those who ask for it by kind, or by hand for whatever there is. Each move of the caret asks as well,
 * for a light bulb: that is no occasion to compute the fixes of the whole document.
 */
function wantsFixAll({ only, triggerKind }: Context): boolean {
  if (only === undefined) return triggerKind === CodeActionTriggerKind.Invoked;
  return only.some((kind) => includes(kind, fixAllKind));
}

/** Whether a kind of action is another or one of its sub-kinds: `source` includes `source.fixAll.nianbao`. */
function includes(kind: string, other: string): boolean {
  return kind === '' || kind === other || other.startsWith(`${kind}.`);
}
