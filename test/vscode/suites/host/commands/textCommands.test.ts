import * as vscode from 'vscode';
import { expectEqual, expectTrue, waitFor } from '../../../expect.ts';
import { closeAll, rangeOf, rangeText, whenView } from '../../support.ts';
import { ana, hoverText, openText, plain, trail } from '../../textLogs.ts';

const { executeCommand } = vscode.commands;

describe('links of hovers', () => {
  beforeEach(closeAll);
  after(closeAll);

  it('says in hovers how often a value occurs, with links that work', async () => {
    const text = trail();
    const uri = await openText('counted.jsonl', text);
    const hover = await hoverText(uri, rangeOf(text, ana).start.translate(0, 4));
    expectTrue(plain(hover).includes('in this log: 3 records, first 2026-03-01T09:00:00.0000000Z, last 2026-03-01T10:30:00'), plain(hover));
    const links = [...hover.matchAll(/\]\(command:([\w.]+)\?([A-Za-z0-9%]*)\)/g)].map(([, command = '', argument = '']) => ({
      command,
      argument: (JSON.parse(decodeURIComponent(argument)) as readonly unknown[])[0],
    }));
    expectEqual(
      links.map(({ command }) => command),
      ['auditLog.text.filterTimeline', 'auditLog.text.nextOccurrence', 'auditLog.text.openPage'],
    );
    await executeCommand(links[1]!.command, links[1]!.argument);
    await waitFor('the next occurrence', () => {
      const selected = vscode.window.activeTextEditor?.selection;
      return selected !== undefined && rangeText(selected) === rangeText(rangeOf(text, `"${ana}"`, 1)) ? true : undefined;
    });
    await executeCommand(links[0]!.command, links[0]!.argument);
    await whenView(uri, 'is filtered', ({ state }) => state.query.includes(ana));
    await executeCommand(links[2]!.command, links[2]!.argument);
    await whenView(uri, 'shows the caller', ({ state }) => state.page.kind === 'caller');
    await executeCommand('auditLog.text.excludeFromTimeline', links[0]!.argument);
    await whenView(uri, 'leaves the value out', ({ state }) => state.query.includes(`-`) && state.query.split(ana).length === 3);
    // What is no value of a text that is open does nothing.
    await executeCommand(links[0]!.command, { document: 'file:///nowhere.jsonl', filter: 'operation:x', record: { source: 0, index: 0 } });
    await whenView(uri, 'stays as it is', ({ state }) => !state.query.includes('operation:x'));
  });
});
