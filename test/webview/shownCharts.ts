import type { Locator, Page } from 'playwright-core';
import type { DrawCommand, Fill } from '../../webview/chart/drawing.ts';

export type ChartPart = 'timeline' | 'overview';

/** The element of a chart that takes keys and pointer. */
export function chartSurface(page: Page, part: ChartPart): Locator {
  return page.getByRole('application', { name: part === 'timeline' ? /^Records over time/ : /^Whole log/ });
}

/** What a chart's canvas was last told to draw. */
export function drawnOn(page: Page, part: ChartPart): Promise<readonly DrawCommand[]> {
  return page
    .locator(`audit-log-${part} audit-log-chart`)
    .evaluate((element) => (element as unknown as { drawn: readonly DrawCommand[] }).drawn);
}

/** The rectangles of one kind among it. */
export async function rectanglesOn(
  page: Page,
  part: ChartPart,
  fill: Fill,
): Promise<readonly Extract<DrawCommand, { kind: 'rectangle' }>[]> {
  return (await drawnOn(page, part)).filter((command) => command.kind === 'rectangle').filter((command) => command.fill === fill);
}
