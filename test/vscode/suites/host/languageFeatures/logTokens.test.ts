import * as vscode from 'vscode';
import { expectEqual, expectTrue } from '../../../expect.ts';
import { extensionId, readFile } from '../../support.ts';

interface Theme {
  readonly include?: string;
  readonly tokenColors?: readonly { readonly scope?: string | readonly string[] }[];
}

interface Manifest {
  readonly contributes: {
    readonly themes: readonly { readonly id: string; readonly path: string }[];
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
  };
}

async function manifestOf(id: string): Promise<Manifest & { readonly folder: vscode.Uri }> {
  const extension = vscode.extensions.getExtension(id);
  expectTrue(extension !== undefined, `${id} is there`);
  return { ...(extension.packageJSON as Manifest), folder: extension.extensionUri };
}

/** The scopes that a theme colours, those of the theme that it builds on included. */
async function scopesOf(theme: vscode.Uri): Promise<readonly string[]> {
  const { include, tokenColors = [] } = JSON.parse(await readFile(theme)) as Theme;
  const own = tokenColors.flatMap(({ scope = [] }) => (typeof scope === 'string' ? scope.split(',') : scope)).map((one) => one.trim());
  return include === undefined ? own : [...own, ...(await scopesOf(vscode.Uri.joinPath(theme, '..', include)))];
}

describe('semantic tokens', () => {
  it('have scopes that every theme of VS Code colours', async () => {
    const own = (await manifestOf(extensionId)).contributes;
    const scopes = Object.assign({}, ...own.semanticTokenScopes.map((one) => one.scopes)) as Readonly<Record<string, readonly string[]>>;
    const { contributes, folder } = await manifestOf('vscode.theme-defaults');
    const without: string[] = [];
    for (const { id, path } of contributes.themes) {
      const coloured = await scopesOf(vscode.Uri.joinPath(folder, path));
      const isColoured = (scope: string): boolean => coloured.some((one) => scope === one || scope.startsWith(`${one}.`));
      without.push(...own.semanticTokenTypes.filter((type) => !scopes[type.id]?.some(isColoured)).map((type) => `${type.id} in ${id}`));
    }
    expectTrue(contributes.themes.length > 5, 'the themes of VS Code are found');
    expectEqual(without, []);
  });
});
