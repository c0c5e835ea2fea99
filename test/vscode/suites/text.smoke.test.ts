import * as vscode from 'vscode';
import { expectEqual, expectTrue, waitFor } from '../expect.ts';
import { auditLog, changed, closeAll, documentedRecord, openUntitled, rangeOf, rangeText, writeFile } from './support.ts';

const hostile = '[x](command:workbench.action.quit) <img src=x> **bold** ![y](https://example.com/y.png)';

async function hoverAt(
  uri: vscode.Uri,
  position: vscode.Position,
): Promise<{ readonly text: string; readonly range: string; readonly trusted: boolean }> {
  return waitFor('a hover', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
    const contents = hovers.flatMap((hover) => hover.contents.map((content) => ({ content, range: hover.range })));
    const ours = contents.find(({ content }) => content instanceof vscode.MarkdownString && content.value.startsWith('**'));
    if (ours === undefined || !(ours.content instanceof vscode.MarkdownString)) {
      return undefined;
    }
    const { value, isTrusted, supportHtml } = ours.content;
    return {
      text: value,
      range: ours.range === undefined ? '' : rangeText(ours.range),
      trusted: isTrusted === true || supportHtml === true,
    };
  });
}

/** Markdown as a reader sees it. */
function plain(markdown: string): string {
  return markdown.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

describe('text of an audit log', () => {
  beforeEach(closeAll);

  for (const layout of ['jsonl', 'json'] as const) {
    it(`has hovers on its fields, in ${layout}`, async () => {
      const record = await documentedRecord();
      const text = layout === 'jsonl' ? `${record}\n` : JSON.stringify([JSON.parse(record)], null, 2);
      const uri = await writeFile(`hover.${layout}`, text);
      await vscode.window.showTextDocument(uri);
      const time = '"2020-11-23T18:23:29.9427158Z"';
      const ofTime = await hoverAt(uri, rangeOf(text, time).start.translate(0, 5));
      expectTrue(plain(ofTime.text).startsWith('**env_time**'), `name first: ${ofTime.text}`);
      expectTrue(plain(ofTime.text).includes('Local time:'), `local time: ${ofTime.text}`);
      const ofFlags = await hoverAt(uri, rangeOf(text, '257').start);
      expectTrue(plain(ofFlags.text).includes('Normal'), `flags decoded: ${ofFlags.text}`);
      const ofKey = await hoverAt(uri, rangeOf(text, '"operationName"').start.translate(0, 3));
      expectTrue(plain(ofKey.text).startsWith('**operationName**'), `keys too: ${ofKey.text}`);
    });
  }

  it('has hovers on fields of other formats, in JSON text too', async () => {
    const cloudTrail = JSON.stringify({
      eventVersion: '1.11',
      userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::111122223333:assumed-role/Deployer/deploy' },
      eventTime: '2026-03-01T09:00:00Z',
      eventSource: 's3.amazonaws.com',
      eventName: 'PutBucketPolicy',
      awsRegion: 'eu-west-1',
      recipientAccountId: '111122223333',
    });
    const text = `${cloudTrail}\n${JSON.stringify({ CloudTrailEvent: cloudTrail })}\n`;
    const uri = await writeFile('cloudTrail.jsonl', text);
    await vscode.window.showTextDocument(uri);
    for (const [nth, path] of ['', 'CloudTrailEvent.'].entries()) {
      const hover = await hoverAt(uri, rangeOf(text, 'AssumedRole', nth).start.translate(0, 2));
      const shown = plain(hover.text);
      expectTrue(shown.startsWith(`**${path}userIdentity.type** · string · Identity type`), `path, type and title: ${shown}`);
      expectTrue(shown.includes('Kind of identity that made the request.'), `documentation: ${shown}`);
      expectTrue(shown.includes('Temporary credentials of a role'), `meaning: ${shown}`);
    }
    const inner = rangeOf(text, 'AssumedRole', 1);
    const ofInner = await hoverAt(uri, inner.start.translate(0, 2));
    expectEqual(ofInner.range, rangeText(new vscode.Range(inner.start.translate(0, -2), inner.end.translate(0, 2))));
  });

  it('stays text in hovers, whatever it holds', async () => {
    const text = changed(await documentedRecord(), { resultDescription: hostile, [hostile]: hostile });
    const uri = await writeFile('hostile.jsonl', `${text}\n`);
    await vscode.window.showTextDocument(uri);
    for (const nth of [0, 1, 2]) {
      const hover = await hoverAt(uri, rangeOf(text, hostile, nth).start.translate(0, 4));
      expectEqual(hover.trusted, false);
      // The extension's own links hold text of the log in no other form than letters, digits and escapes.
      const logText = hover.text.replaceAll(/\[[\w ]+\]\(command:auditLog\.text\.\w+\?[A-Za-z0-9%]*\)/g, '');
      for (const live of ['](', '<img', 'https:', '**bold']) {
        expectTrue(!logText.includes(live), `no ${live} in ${logText}`);
      }
    }
  });

  it('offers the timeline above its first line', async () => {
    const record = await documentedRecord();
    const uri = await writeFile('lens.jsonl', `${record}\n${changed(record, { env_seqNum: 1278 })}\n`);
    await vscode.window.showTextDocument(uri);
    const lens = await waitFor('a CodeLens that knows the log', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
      return lenses.find(({ command }) => command?.command === 'auditLog.timeline.open' && command.title.includes('2 records'));
    });
    expectEqual(rangeText(lens.range), '0:0-0:0');
    await vscode.commands.executeCommand(lens.command!.command, ...(lens.command?.arguments ?? ([] as readonly unknown[])));
    const api = await auditLog();
    await waitFor('the timeline', () => api.views().find((view) => view.uri === uri.toString()));
  });

  it('is recognised in an untitled document, and no longer when it is gone', async () => {
    const api = await auditLog();
    const document = await openUntitled('json', '');
    const editor = await vscode.window.showTextDocument(document);
    const isRecognised = (): boolean => api.resources().documents.includes(document.uri.toString());
    expectEqual(isRecognised(), false);
    const record = await documentedRecord();
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), record));
    await waitFor('recognised', () => isRecognised() || undefined);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
    await waitFor('forgotten', () => !isRecognised() || undefined);
  });
});
