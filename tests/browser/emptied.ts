/** A page as if nobody had been there. */
import type { Page } from 'playwright-core';

/** A picture of the product: of its origin, with none of its scripts. */
const PICTURE = 'icon-192.png';

/** Leaves what the page shows and forgets all that was kept at that address; its process and the scripts it has compiled stay. */
export async function emptied(page: Page, address: string): Promise<void> {
  await page.goto(`${address}${PICTURE}`);
  await page.evaluate(() => sessionStorage.clear());
  const devtools = await page.context().newCDPSession(page);
  const origin = new URL(address).origin;
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await devtools.detach();
}
