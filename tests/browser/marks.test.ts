/** An instructor marks a finding on the debrief's page. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRunFile } from '#protocol/run-file.ts';
import { desk } from '#table/words/en/desk.ts';
import { exportRun } from './debriefing.ts';
import { ADDRESS, type Opened, sharedPage } from './page-of.ts';
import { playReckless } from './reckless-run.ts';
import { SCREENS } from './screens.ts';
import { PLAYBOOK } from './shipped.ts';

let opened: Opened;

beforeAll(async () => {
  opened = await sharedPage();
  const { path } = playReckless('marks');
  await SCREENS.find((one) => one.name === 'debrief')?.open(opened.page, ADDRESS, PLAYBOOK, path);
});
afterAll(() => opened.context.close());

test('[DB17] [DB18] behind folds: what would change a finding, and a mark that is shown, exported and kept', async () => {
  const { page } = opened;
  const card = page.locator('[data-part="case"]').first();
  await card.locator('[data-part="changes"] summary').click();
  expect(await card.locator('[data-part="changes"]').innerText()).toMatch(
    /Under the law of|If you had|Nothing that/,
  );
  const marks = card.locator('[data-part="marks"]');
  await marks.getByText(desk.marks.title(0), { exact: true }).click();
  await marks.getByText(desk.marks.none).first().waitFor();
  const button = marks.locator('[data-part="mark-disagree"]').first();
  expect(await button.isDisabled(), 'a mark needs its reason').toBe(true);
  await marks.getByRole('textbox', { name: desk.marks.why }).first().fill('Our manual says otherwise.');
  await button.click();
  await marks.getByText(`${desk.marks.says.disagree}. Our manual says otherwise.`).waitFor();
  const read = readRunFile(await exportRun(page));
  expect(read.ok && read.run.marks).toMatchObject([{ says: 'disagree', why: 'Our manual says otherwise.' }]);
  await page.reload();
  const again = page.locator('[data-part="case"]').first().locator('[data-part="marks"]');
  await again.locator('summary').click();
  await again.getByText('Our manual says otherwise.').waitFor();
});
