import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import { fixAll, quickFixes } from './actions.ts';
import { fixAllKind, toCodeAction, toSpan } from './convert.ts';
import { guarded } from './guard.ts';
import { check, type Session } from './session.ts';

/** Offers the fixes of the findings at a place, and on request that of all safe ones of the document. */
export function serveCodeActions(session: Session): void {
  const { connection, support, log } = session;

  const find = async ({ textDocument, range, context }: CodeActionParams) => {
    const checked = await check(session, textDocument.uri);
    if (checked === undefined) return [];
    const { document, findings } = checked;
    const actions = wantsQuickFixes(context) ? [...quickFixes(findings, toSpan(document, range))] : [];
    const all = wantsFixAll(context) ? fixAll(findings) : undefined;
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
