import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { exportForms } from '../../client/src/exchange/forms.ts';
import { severities } from '../../client/src/preview/messages.ts';
import manifest from '../../package.json';
import * as check from '../../server/src/checks/check.ts';
import { commands } from '../../server/src/lsp/protocol.ts';
import { endings, forms } from '../../server/src/output/forms.ts';

const registered: string[] = [];

vi.mock('vscode', () => {
  const register = (command: string): unknown => {
    registered.push(command);
    return anything();
  };
  return withAnything({
    commands: withAnything({ registerCommand: register, registerTextEditorCommand: register }),
  });
});
vi.mock('vscode-languageclient/node', () => withAnything({}));

/** An editor in which everything is there and nothing happens. */
function withAnything(own: Readonly<Record<string, unknown>>): object {
  return new Proxy(own, {
    has: () => true,
    get: (_, key) => (key === 'then' ? undefined : (own[`${String(key)}`] ?? anything())),
  });
}

function anything(): unknown {
  const nothing: readonly unknown[] = [];
  return new Proxy(class {}, {
    get: (target, key) => {
      if (key === Symbol.iterator) return () => nothing.values();
      if (key === 'then') return undefined;
      return key === 'prototype' ? target.prototype : anything();
    },
    set: () => true,
    apply: anything,
    construct: () => Object(anything()),
  });
}

beforeAll(async () => {
  const { activate } = await import('../../client/src/main.ts');
  // Everything is registered before the server is waited for, which never comes.
  activate(Object(anything())).catch(() => undefined);
});

const contributed = manifest.contributes.commands.map(({ command }) => command);
/** Called by what the server makes alone, with arguments that no user has. */
const hidden = [
  commands.suppress,
  commands.suppressFile,
  commands.suppressWorkspace,
  commands.showRule,
  commands.showLine,
].map(({ command }) => command);

describe('the commands', () => {
  it('of the manifest and of the server are registered, each once, and no others', () => {
    expect([...registered].sort()).toEqual([...contributed, ...hidden].sort());
    for (const { command } of Object.values(commands)) expect(registered).toContain(command);
  });

  it('that menus, keys, walkthroughs and the client itself name are there', () => {
    const { menus, keybindings, walkthroughs } = manifest.contributes;
    const named = JSON.stringify([menus, keybindings, walkthroughs]).matchAll(
      /"(?:command|alt)":"([^"]+)"|command:([\w.]+)/g,
    );
    const executed = sources().matchAll(/executeCommand\('(nianbao\.\w+)'|command: '(nianbao\.\w+)'/g);
    const all = [...named, ...executed].map(([, one, other]) => one ?? other);
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((command) => command === undefined || !contributed.includes(command))).toEqual([]);
  });

  it('in submenus have their submenu', () => {
    const { menus, submenus } = manifest.contributes;
    const used = Object.values(menus).flatMap((items) =>
      items.flatMap((item) => ('submenu' in item ? [item.submenu] : [])),
    );
    expect([...new Set(used)]).toEqual(submenus.map(({ id }) => id));
  });
});

describe('the forms of export', () => {
  it('are those of the server, each with a command of its own', () => {
    expect(Object.keys(exportForms).sort()).toEqual([...forms].sort());
    for (const [form, { to }] of Object.entries(exportForms)) expect(to).toBe(form);
    expect(new Set(Object.values(exportForms).map(({ command }) => command)).size).toBe(forms.length);
    expect(new Set(Object.values(endings)).size).toBe(forms.length);
  });

  it('stand in the submenu for them, and in the palette where the document is a report', () => {
    const { menus } = manifest.contributes;
    const expected = Object.values(exportForms)
      .map(({ command }) => command)
      .sort();
    expect(menus['nianbao.export'].map(({ command }) => command).sort()).toEqual(expected);
    const palette = menus.commandPalette.filter(({ command }) => command.startsWith('nianbao.export'));
    expect(palette.map(({ command }) => command).sort()).toEqual(expected);
    expect(new Set(palette.map(({ when }) => when))).toEqual(new Set(['nianbao.isReport']));
  });
});

it('the page of the preview filters by all severities, gravest first', () => {
  expect(severities).toEqual(check.severities);
});

function sources(): string {
  const names = readdirSync('client/src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return names.map((name) => readFileSync(`client/src/${name}`, 'utf8')).join('\n');
}
