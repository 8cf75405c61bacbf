import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('VS Code', () => {
  it(`is version ${vscode.version}, with a folder open`, () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });
});
