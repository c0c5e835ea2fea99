import { execFileSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import type { BenchContext } from '../benchContext.ts';
import { atMost, figure } from '../figure.ts';
import { generateLog } from '../generateLog.ts';
import { logSizes } from '../options.ts';

const part = 'vscode';
const query = 'text:"nowhere in this log"';

/** How the extension host grows while a log of 1.14 GB is searched in the real VS Code, as the system tells it. */
export async function hostMemory({ add, miss, say }: BenchContext): Promise<void> {
  if (process.platform !== 'linux') {
    miss({ part, subject: 'memory of the extension host', reason: 'is read from /proc, which only Linux has' });
    return;
  }
  const log = generateLog({ records: logSizes['1G'], cardinality: 'low', shapes: 1 });
  say('search in VS Code, memory of the extension host');
  const before = hostProcesses();
  const opened = await openVSCode({ file: log.path });
  try {
    const view = opened.webview();
    const count = view.locator('audit-log-top-bar .count');
    await count.filter({ hasText: `of ${log.records.toLocaleString('en')} records` }).waitFor({ timeout: 120_000 });
    await setTimeout(5000);
    const own = [...hostProcesses()].filter(([id]) => !before.has(id)).map(([id]) => id);
    const largest = (): number => Math.max(...own.map((id) => hostProcesses().get(id) ?? 0));
    const openedBytes = largest();
    let peak = openedBytes;
    const box = view.locator('audit-log-filter input');
    await box.fill(query);
    await box.press('Enter');
    const found = count.filter({ hasText: /^0\s+of / }).waitFor({ timeout: 120_000 });
    const done = found.then(() => true);
    do {
      peak = Math.max(peak, largest());
    } while (!(await Promise.race([done, setTimeout(100, false)])));
    const name = { part, on: `the extension host, ${log.title}`, unit: 'MB' } as const;
    add(figure({ ...name, subject: 'log open', measure: 'resident' }, [openedBytes / 1e6]));
    add(figure({ ...name, subject: 'while all of it is searched', measure: 'resident' }, [peak / 1e6]));
    add(figure({ ...name, subject: 'grown by the search', measure: 'resident', goal: atMost(100) }, [(peak - openedBytes) / 1e6]));
  } finally {
    await opened.close();
  }
}

/** Extension hosts by process id, with their resident bytes. */
function hostProcesses(): ReadonlyMap<number, number> {
  const lines = execFileSync('ps', ['-eo', 'pid,rss,args'], { encoding: 'utf8' }).split('\n');
  const found = new Map<number, number>();
  for (const line of lines.filter((one) => one.includes('type=extensionHost'))) {
    const [id, kilobytes] = line.trim().split(/\s+/).map(Number);
    found.set(id!, kilobytes! * 1024);
  }
  return found;
}
