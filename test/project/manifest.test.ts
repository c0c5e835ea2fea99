import { describe, expect, it } from 'vitest';
import { placeholderOwner } from '../../scripts/packaging/publishProblems.ts';
import { readRoot, sourceFiles } from './sourceFiles.ts';

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface KeyBinding extends MenuItem {
  readonly key: string;
  /** Replaces `key` on macOS. */
  readonly mac?: string;
}

interface Manifest {
  readonly categories: readonly string[];
  readonly pricing: string;
  readonly repository: { readonly type: string; readonly url: string };
  readonly homepage: string;
  readonly bugs: { readonly url: string };
  readonly qna: string;
  readonly main: string;
  readonly browser: string;
  readonly activationEvents: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: unknown;
  readonly contributes: {
    readonly commands: readonly (MenuItem & { readonly title: string; readonly category?: string; readonly enablement?: string })[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus: readonly { readonly id: string; readonly label: string }[];
    readonly keybindings?: readonly KeyBinding[];
    readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
    readonly customEditors: readonly { readonly viewType: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly viewsWelcome?: readonly MenuItem[];
    readonly walkthroughs?: readonly unknown[];
  };
}

const manifestText = readRoot('package.json');
const manifest = JSON.parse(manifestText) as Manifest;
const { commands, menus, keybindings = [], configuration, viewsWelcome = [] } = manifest.contributes;
const hostText = sourceFiles()
  .filter(({ path }) => path.startsWith('src/host/'))
  .map(({ text }) => text)
  .join('\n');
const productText = sourceFiles()
  .map(({ text }) => text)
  .join('\n');

function sorted(values: Iterable<string>): readonly string[] {
  return [...new Set(values)].toSorted();
}

/** The ids of our own commands and settings that the text holds in quotes. */
function quotedIds(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/['"`](auditLog(?:\.\w+)+)['"`]/g)].map(([, id]) => id ?? ''));
}

describe('commands of the manifest', () => {
  const declared = commands.map(({ command }) => command ?? '');

  it('are named auditLog.noun.verb, and once only', () => {
    expect(declared.filter((id) => !/^auditLog\.[a-z]\w*\.[a-z]\w*$/.test(id))).toEqual([]);
    expect(sorted(declared)).toHaveLength(declared.length);
  });

  it('are implemented in the host', () => {
    const implemented = quotedIds(hostText);
    expect(declared.filter((id) => !implemented.has(id))).toEqual([]);
  });

  it('are all there: what the host registers, the manifest names', () => {
    const registered = [...hostText.matchAll(/registerCommand\(\s*['"`](auditLog\.[\w.]+)['"`]/g)].map(([, id]) => id ?? '');
    expect(registered.filter((id) => !declared.includes(id))).toEqual([]);
  });

  it('have one category', () => {
    expect(sorted(commands.map(({ category }) => category ?? 'none'))).toEqual(['%category%']);
  });

  it('are what menus and keys refer to', () => {
    const used = [
      ...Object.values(menus)
        .flat()
        .filter(({ submenu }) => submenu === undefined),
      ...keybindings,
    ].map(({ command }) => command ?? '');
    expect(used.filter((id) => !declared.includes(id))).toEqual([]);
  });

  it('are in submenus that are declared and used', () => {
    const used = Object.values(menus).flatMap((items) => items.flatMap(({ submenu }) => submenu ?? []));
    expect(sorted(used)).toEqual(sorted(manifest.contributes.submenus.map(({ id }) => id)));
    expect(sorted(used).filter((id) => (menus[id] ?? []).length === 0)).toEqual([]);
  });

  it('are hidden in the palette where they cannot act', () => {
    const palette = new Map(menus['commandPalette']?.map(({ command, when }) => [command ?? '', when]));
    const unguarded = commands.filter(({ command, enablement }) => enablement !== undefined && palette.get(command ?? '') === undefined);
    expect(unguarded.map(({ command }) => command)).toEqual([]);
  });
});

describe('keys of the manifest', () => {
  it('go back and forward as VS Code does, also on macOS, where Option and an arrow move the cursor by words', () => {
    const keys = keybindings.map(({ command, key, mac }) => [command, key, mac]);
    expect(keys).toContainEqual(['auditLog.history.back', 'alt+left', 'ctrl+-']);
    expect(keys).toContainEqual(['auditLog.history.forward', 'alt+right', 'ctrl+shift+-']);
  });

  it('leave Option and the arrows to macOS', () => {
    expect(keybindings.filter(({ key, mac = key }) => /^alt\+(left|right|up|down)$/.test(mac))).toEqual([]);
  });
});

/** The line of the page's source that lists the places on which it opens a menu. */
const contextMenus = /auditLogPlace: .*/.exec(readRoot('webview/base/contextMenu.ts'))![0];

describe('when clauses of the manifest', () => {
  /** VS Code's own context keys that we use; our own are set by the host. */
  const known = new Set([
    'activeCustomEditorId',
    'resourceFilename',
    'resourceScheme',
    'isInDiffEditor',
    'editorLangId',
    'explorerResourceIsFolder',
    'isWeb',
    'view',
    'webviewId',
    // Of a command that is in context menus only, as it needs what they are opened on.
    'false',
    // Of a place that the page says a menu is opened on.
    'auditLogPlace',
    'fieldFilter',
    'isPair',
    'viewItem',
  ]);
  const clauses = [
    ...commands.map(({ enablement }) => enablement),
    ...Object.values(menus)
      .flat()
      .map(({ when }) => when),
  ]
    .concat(keybindings.map(({ when }) => when))
    .concat(viewsWelcome.map(({ when }) => when))
    .filter((clause) => clause !== undefined);

  /** The names that are asked for: what is left without regular expressions, texts and the right sides of comparisons. */
  function keysOf(clause: string): readonly string[] {
    return clause
      .replaceAll(/=~\s*\/(?:\\.|[^/\\])*\/\w*/g, '')
      .replaceAll(/(?:==|!=|<=?|>=?|\bin\b)\s*(?:'[^']*'|[\w.-]+)/g, '')
      .split(/[\s!&|()]+/)
      .filter((word) => word !== '');
  }

  it('ask only for keys that somebody sets', () => {
    const set = new Set([...hostText.matchAll(/setContext['"`],\s*['"`](auditLog\.\w+)['"`]/g)].map(([, key]) => key ?? ''));
    const named = quotedIds(hostText);
    const unknown = clauses
      .flatMap(keysOf)
      .filter((key) => !known.has(key) && !set.has(key) && !(key.startsWith('auditLog.') && named.has(key)));
    expect(sorted(unknown)).toEqual([]);
  });

  it('name each place on which the page opens a menu, and no other', () => {
    const named = (menus['webview/context'] ?? []).map(({ when }) => /auditLogPlace == (\w+)$/.exec(when ?? '')?.[1] ?? '');
    const places = [...contextMenus.matchAll(/'(\w+)'/g)].map(([, place]) => place!);
    expect(sorted(new Set(named))).toEqual(sorted(new Set(places)));
  });

  it('are taken apart rightly', () => {
    expect(keysOf("a =~ /x\\/(y)$/i && !b || (c.d == e.f && g != 'h i')")).toEqual(['a', 'b', 'c.d', 'g']);
  });
});

describe('settings of the manifest', () => {
  it('are read by the host', () => {
    const unread = Object.keys(configuration.properties).filter((id) => {
      const shortId = id.replace(/^auditLog\./, '');
      return !new RegExp(`['"\`](?:auditLog\\.)?${shortId.replaceAll('.', '\\.')}['"\`]`).test(hostText);
    });
    expect(unread).toEqual([]);
  });
});

describe('the manifest', () => {
  it('wakes the extension for logs only', () => {
    const broad = manifest.activationEvents.filter(
      // A link to a view names a log.
      (event) => event !== 'onUri' && !/^(onLanguage|onCommand|onCustomEditor|onView|onWalkthrough|onFileSystem):[\w.-]+$/.test(event),
    );
    expect(broad).toEqual([]);
  });

  it('is for the VS Code whose interface the code is checked against', () => {
    expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}`);
  });

  it('has no dependencies: everything is bundled', () => {
    expect(manifest.dependencies).toBeUndefined();
  });

  it('contributes the editor that the host provides', () => {
    const provided = quotedIds(productText);
    expect(manifest.contributes.customEditors.filter(({ viewType }) => !provided.has(viewType))).toEqual([]);
  });
});

describe('what the Marketplace and Open VSX show of the manifest', () => {
  it('are addresses in one repository, of the form that vsce and ovsx accept', () => {
    const { repository, homepage, bugs, qna } = manifest;
    const [, project] = /^(https:\/\/github\.com\/[^/]+\/[^/]+)\.git$/.exec(repository.url) ?? [];
    expect(project).toBeDefined();
    expect([homepage, bugs.url, qna]).toEqual([`${project}#readme`, `${project}/issues`, `${project}/discussions`]);
  });

  it('are a price and categories', () => {
    expect(manifest.pricing).toBe('Free');
    expect(manifest.categories).toContain('Azure');
    expect(manifest.categories).not.toContain('Other');
  });

  it('name a placeholder, which the README says', () => {
    const isPlaceholder = manifest.repository.url.includes(placeholderOwner);
    expect(readRoot('README.md').includes(placeholderOwner)).toBe(isPlaceholder);
  });
});

it('the schema that checks users’ format files is the one that the program reads them by', () => {
  const [validation, ...others] = manifest.contributes.jsonValidation;
  expect({ ...validation, others }).toEqual({
    fileMatch: '*.audit-format.json',
    url: './src/core/formats/auditFormat.schema.json',
    others: [],
  });
  expect(JSON.parse(readRoot(validation!.url))).toMatchObject({ title: 'Audit format' });
});

describe('strings of the manifest', () => {
  const strings = JSON.parse(readRoot('package.nls.json')) as Readonly<Record<string, string>>;
  const used = sorted([...manifestText.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? ''));

  it('exist, and none is left over', () => {
    expect(Object.keys(strings).toSorted()).toEqual(used);
  });

  it('say something', () => {
    expect(Object.entries(strings).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('are not written into the manifest itself', () => {
    const literal = commands.filter(({ title }) => !/^%[\w.]+%$/.test(title)).map(({ title }) => title);
    expect(literal).toEqual([]);
  });
});
