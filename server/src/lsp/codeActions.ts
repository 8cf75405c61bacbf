import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import { type Action, fixAllAction, quickFixes, rewrites } from './actions.ts';
import { fixAllKind, languageOf, toCodeAction, toSpan } from './convert.ts';
import { guarded } from './guard.ts';
import { check, type Session } from './session.ts';
import { silenceActions } from './silence.ts';

/** Offers the fixes of the findings at a place, and on request that of all safe ones of the document. */
export function serveCodeActions(session: Session): void {
  const { connection, support, log } = session;

  const find = async ({ textDocument, range, context }: CodeActionParams) => {
    const checked = await check(session, textDocument.uri);
    if (checked === undefined) return [];
    const { document, findings, options } = checked;
    const actions: Action[] = [];
    if (wantsQuickFixes(context)) {
      const span = toSpan(document, range);
      actions.push(...quickFixes(findings, span), ...(support.silenceCommands ? silenceActions(checked, span) : []));
    }
    const { analysis } = checked;
    if (wantsRewrites(context) && analysis.kind === 'report') {
      actions.push(...rewrites(analysis.report, toSpan(document, range)));
    }
    const all = wantsFixAll(context) ? fixAllAction(document.getText(), languageOf(document), options) : undefined;
    if (all !== undefined) actions.push(all);
    return actions.map((action) => toCodeAction(document, action, support));
  };

  connection.onCodeAction(
    guarded<CodeActionParams, CodeAction[]>(log, {
      name: 'textDocument/codeAction',
      run: find,
      empty: () => [],
      count: (actions) => actions.length,
    }),
  );
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
