import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const caller = '1a2b3c4d-52f0-4c1e-9d11-0e6f3b9a7c55';
const log = await RealLog.open([
  {
    ...inventedRecord(0),
    operationName: 'SetCurrentPolicy',
    resultType: 'Failure',
    resultDescription: 'Policy signature did not verify',
    callerIdentities: [{ callerIdentityType: 'ObjectID', callerIdentity: caller }],
    targetResources: [
      { targetResourceType: 'ServiceRegion', targetResourceName: 'EastUS2' },
      {
        targetResourceType: 'ResourceId',
        targetResourceName:
          '/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/contosoprodeastus2attestation0042',
      },
    ],
  },
]);

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const cell = (page: Page, name: string) => page.locator(`#row-0 .${name}`);
const text = (page: Page, name: string) => cell(page, name).evaluate((one) => one.textContent.trim());

describe('the sentence of a row', () => {
  it('leaves out the caller on the page about that, where it stands alone', async () => {
    const host = new HostDouble(log, log.snapshot);
    await host.apply({ kind: 'open', page: { kind: 'caller', type: 'ObjectID', value: caller } });
    const { page, close } = await openTimeline(browser, host, { width: 660 });
    await expect.poll(() => text(page, 'sentence')).toMatch(/^tried to set the attestation policy on contoso/);
    expect(await cell(page, 'caller').isVisible()).toBe(false);
    await close();
  });

  const target = 'contosoprodeastus2attestation0042';
  const reason = 'failure, “Policy signature did not verify”';
  it.each([
    [
      'begins with the verb where caller and target have columns',
      1400,
      ['caller', 'instance'],
      `tried to set the attestation policy in EastUS2: ${reason}`,
    ],
    [
      'says all where it stands alone',
      700,
      [],
      `ObjectID 1a2b3c4d…7c55 tried to set the attestation policy on ${target} in EastUS2: ${reason}`,
    ],
  ] as const)('%s', async (_, width, columns, expected) => {
    const { page, close } = await openTimeline(browser, new HostDouble(log, log.snapshot), { width });
    await expect.poll(() => text(page, 'sentence')).toBe(expected);
    // Whatever it leaves out, resting on it says all.
    expect(await cell(page, 'sentence').getAttribute('title')).toBe(
      `ObjectID 1a2b3c4d…7c55 tried to set the attestation policy on ${target} in EastUS2: ${reason}`,
    );
    for (const name of ['caller', 'instance'] as const) {
      expect(await cell(page, name).isVisible(), name).toBe((columns as readonly string[]).includes(name));
    }
    await close();
  });
});

it('a name for which its column is too narrow shows its start and its end', async () => {
  const { page, close } = await openTimeline(browser, new HostDouble(log, log.snapshot), { width: 1400 });
  await cell(page, 'caller').waitFor();
  for (const [name, whole] of [
    ['caller', caller],
    ['instance', 'contosoprodeastus2attestation0042'],
  ] as const) {
    expect(await text(page, name)).toBe(whole);
    const { isCut, room, shown, ending } = await cell(page, name).evaluate((one) => {
      const [start, end] = [...one.querySelector<HTMLElement>('.name-text')!.children];
      const box = one.getBoundingClientRect();
      return {
        isCut: start!.scrollWidth > start!.clientWidth,
        room: box.right - end!.getBoundingClientRect().left - end!.scrollWidth,
        shown: [start!.clientWidth, end!.scrollWidth],
        ending: end!.textContent,
      };
    });
    expect([isCut, room >= -0.5, shown.every((width) => width > 20)], name).toEqual([true, true, true]);
    expect(ending).toBe(whole.slice(-6));
  }
  await close();
});
