import * as vscode from 'vscode';
import type { ViewSnapshot } from '../../../../../src/host/base/api.ts';
import { expectEqual, expectTrue, waitFor } from '../../../expect.ts';
import { auditLog, changed, closeAll, documentedRecord, openTimeline, writeFile } from '../../support.ts';

const { executeCommand } = vscode.commands;

describe('timelines side by side', () => {
  let [november, december] = [vscode.Uri.file('/'), vscode.Uri.file('/')];

  before(async () => {
    const record = await documentedRecord();
    const month = (name: string) =>
      Array.from({ length: 28 }, (_, day) =>
        changed(record, { env_seqNum: 1000 + day, env_time: `${name}-${String(day + 1).padStart(2, '0')}T12:00:00Z` }),
      ).join('\n');
    november = await writeFile('november.audit.ndjson', `${month('2020-11')}\n`);
    december = await writeFile('december.audit.ndjson', `${month('2020-12')}\n`);
  });

  beforeEach(closeAll);

  afterEach(async () => {
    await executeCommand('auditLog.time.unlinkZoom');
    await closeAll();
  });

  /** Waits until as many timelines are in view and have loaded, and gives them, the active one first. */
  async function whenInView(count: number, what: string, isWanted: (views: readonly ViewSnapshot[]) => boolean) {
    const api = await auditLog();
    return waitFor(`${count} timelines ${what}`, () => {
      const views = api.views().filter(({ visible, ready, log }) => visible && ready && log?.complete === true);
      return views.length === count && isWanted(views) ? views : undefined;
    });
  }

  /** Zooms or pans the active timeline, and waits until it stays where it is. Until its page knows its times, there is nothing to move. */
  async function move(command: string): Promise<void> {
    const api = await auditLog();
    const viewport = () => api.views()[0]?.state.viewport?.join();
    const before = viewport();
    await waitFor('the timeline to be moved', async () => {
      await executeCommand(command);
      return viewport() === before ? undefined : true;
    });
    let [seen, looks] = [viewport(), 0];
    await waitFor('the timeline to rest', () => {
      [seen, looks] = [viewport(), viewport() === seen ? looks + 1 : 0];
      return looks < 30 ? undefined : true;
    });
  }

  const zoomIn = () => move('auditLog.time.zoomIn');

  const viewports = (views: readonly ViewSnapshot[]) => views.map(({ state }) => state.viewport?.join('–') ?? '');
  const areEqual = (views: readonly ViewSnapshot[]) => {
    const [first, ...others] = viewports(views);
    return first !== '' && others.every((other) => other === first);
  };

  it('of one log are made by Split Editor: the second begins as a copy of the first, and then goes its own way', async () => {
    await openTimeline(november);
    await executeCommand('auditLog.filter.byResult', { values: ['Success'] });
    await zoomIn();
    await executeCommand('workbench.action.splitEditorRight');
    const split = await whenInView(2, 'show one log', () => true);
    expectEqual(split.map(({ uri, state }) => [uri, state.query]).join(), split.map(() => [november.toString(), 'result:Success']).join());
    expectTrue(areEqual(split), `the second begins with the zoom of the first: ${viewports(split).join()}`);
    expectTrue(
      split.every(({ canGoBack }) => canGoBack),
      'and with its history',
    );
    await executeCommand('auditLog.filter.clear');
    const [active, other] = await whenInView(2, 'differ', ([first]) => first?.state.query === '');
    expectEqual([active?.state.query, other?.state.query].join('|'), '|result:Success');
  });

  it('move by themselves until they are linked, then together, and by themselves again', async () => {
    await openTimeline(november);
    await executeCommand('workbench.action.splitEditorRight');
    await whenInView(2, 'show one log', () => true);
    await zoomIn();
    const apart = await whenInView(2, 'differ', ([first]) => first?.state.viewport !== undefined);
    expectEqual(apart[1]?.state.viewport, undefined);
    await executeCommand('auditLog.time.linkZoom');
    const linked = await whenInView(2, 'show the same', areEqual);
    expectEqual(viewports(linked)[0], viewports(apart)[0]);
    await zoomIn();
    await whenInView(2, 'have zoomed together', (views) => areEqual(views) && viewports(views)[0] !== viewports(linked)[0]);
    // Whichever is active leads.
    await executeCommand('workbench.action.focusFirstEditorGroup');
    const [left] = await whenInView(2, 'have another active one', ([first]) => first?.active === true && first.state.query === '');
    await move('auditLog.time.panEarlier');
    const panned = await whenInView(2, 'have panned together', (views) => areEqual(views) && viewports(views)[0] !== viewports([left!])[0]);
    await executeCommand('auditLog.time.unlinkZoom');
    await zoomIn();
    const unlinked = await whenInView(2, 'differ again', (views) => !areEqual(views));
    expectEqual(viewports(unlinked)[1], viewports(panned)[1]);
  });

  it('of two logs show the same times, also those that one of them does not cover, and one that is shown later follows', async () => {
    await openTimeline(november);
    await zoomIn();
    const [first] = await whenInView(1, 'have zoomed', () => true);
    await executeCommand('auditLog.time.linkZoom');
    await executeCommand('vscode.openWith', december, 'auditLog.timeline', vscode.ViewColumn.Beside);
    const both = await whenInView(2, 'show the same', areEqual);
    expectEqual(
      both
        .map(({ uri }) => uri)
        .toSorted()
        .join(),
      [december, november].map(String).toSorted().join(),
    );
    expectEqual(viewports(both)[0], viewports([first!])[0]);
  });
});
