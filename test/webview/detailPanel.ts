import type { Page } from 'playwright-core';

/** Shows a panel of the selected record's detail. */
export async function showPanel(page: Page, name: 'Fields' | 'Names' | 'Source'): Promise<void> {
  const tab = page.getByRole('tab', { name: new RegExp(`^${name}(,|$)`) });
  await tab.click();
  await page.locator('al-panel-tab[aria-selected="true"]', { hasText: name }).waitFor();
}
