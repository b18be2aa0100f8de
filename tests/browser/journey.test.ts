import { spawnSync } from 'node:child_process';
import { Meeting, type Person } from '../support/screens.ts';

let meeting: Meeting;
let secretariat: Person;
let delegate: Person;

beforeAll(async () => {
  meeting = await Meeting.opens();
  secretariat = await meeting.person('Secretariat 1');
  delegate = await meeting.person('Delegate of A');
}, 120_000);
afterAll(() => meeting.ends());
afterEach(() => expect(meeting.faults).toEqual([]));

test('the secretariat posts the Word file, checks its 47 paragraphs, and opens a round on them', async () => {
  const { page } = secretariat;
  const groupId = await page.evaluate(async () => (await (await fetch('/api/papers')).json())[0].groupId);
  await page.goto(`${meeting.product.origin}/groups/${groupId}/post`);
  await page.locator('input[type=file]').setInputFiles('tests/fixtures/outcome-report.docx');
  await page.getByLabel('Symbol', { exact: false }).first().fill('WG-CP/11/OR-2');
  await page.getByRole('button', { name: 'Check the paragraphs' }).click();
  await page.getByText('47 paragraphs').first().waitFor();
  await page.getByRole('button', { name: 'Post 47 paragraphs as a draft' }).click();
  await page
    .getByRole('link', { name: 'Open the paper' })
    .or(page.getByRole('button', { name: 'Open the paper' }))
    .click();
  await page.waitForURL(/\/papers\/[0-9a-f-]{36}/);
  const paperId = /papers\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await secretariat.opensThePaper('', paperId);
  expect(await delegate.page.evaluate(async (id) => (await fetch(`/api/papers/${id}`)).status, paperId)).toBe(404);
  await page.getByRole('button', { name: 'Open a round…' }).click();
  await page.getByRole('button', { name: 'Open Round 1 now' }).click();
  await page
    .getByText(/Round 1/)
    .first()
    .waitFor();
  await delegate.opensThePaper('', paperId);
});

test('a member proposes a wording on selected words, and the secretariat sees it at once beside them', async () => {
  await delegate.proposes('6.2', 'only appropriate to acknowledge', 'appropriate to welcome', '7.2 welcomes it.');
  await secretariat.note(1).waitFor();
  await delegate.page.getByText('Arrived').waitFor();
  await secretariat.note(1).click();
  await secretariat.note(1).getByText('7.2 welcomes it.').waitFor();
  expect(await secretariat.note(1).locator('del').first().textContent()).toContain('only');
});

test('the secretariat edits while comments come in; the member reads the words as soon as they are saved', async () => {
  await secretariat.startsEditing();
  await secretariat.types('6.1', ' Two delegations thanked it.');
  await secretariat.seesSaved();
  await delegate.paragraph('6.1').filter({ hasText: 'Two delegations thanked it.' }).waitFor();
});

test('a comment written without a network is kept, and arrives once when it is back', async () => {
  const context = delegate.page.context();
  await context.setOffline(true);
  await delegate.selects('6.3', 'current work is being done');
  await delegate.page.keyboard.press('Control+Alt+m');
  const form = delegate.page.getByRole('listitem', { name: 'New comment on 6.3' });
  await form.getByRole('textbox').fill('Written on the train.');
  await form.getByRole('button', { name: /^Send/ }).click();
  await delegate.page
    .getByText(/not connected/i)
    .first()
    .waitFor();
  expect(await secretariat.page.getByText('Written on the train.').count()).toBe(0);
  await context.setOffline(false);
  await secretariat.note(2).waitFor();
  expect(await secretariat.page.getByText('Written on the train.').count()).toBe(1);
});

test('the secretariat applies the proposal in one action, the text changes for both, and the author sees the answer', async () => {
  await secretariat.page.keyboard.press('Escape');
  await secretariat.note(1).click();
  await secretariat.note(1).getByRole('button', { name: 'Apply to draft' }).click();
  await secretariat.paragraph('6.2').filter({ hasText: 'it is appropriate to welcome the value' }).waitFor();
  await delegate.paragraph('6.2').filter({ hasText: 'it is appropriate to welcome the value' }).waitFor();
  await delegate
    .note(1)
    .filter({ hasText: /Accepted/ })
    .waitFor();
});

test('frozen, compared with its reason, and published: readable without sign-in and without script', async () => {
  const { page } = secretariat;
  await page.getByRole('button', { name: /^Freeze as/ }).click();
  await page.getByLabel('Name', { exact: false }).first().fill('Final');
  await page
    .getByRole('button', { name: /^Freeze as Final/ })
    .last()
    .click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.goto(`${meeting.product.origin}/papers/${secretariat.paperId}/versions`);
  await page
    .getByRole('link', { name: /Compare/ })
    .or(page.getByRole('button', { name: /Compare/ }))
    .first()
    .click();
  await page.getByRole('link', { name: '#1' }).or(page.getByText('#1')).first().waitFor();
  await page.goto(`${meeting.product.origin}/papers/${secretariat.paperId}/versions`);
  await page
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/reason/i).fill('The open point is answered after publication.');
  await dialog.getByRole('button', { name: /^Publish/ }).click();
  await dialog.waitFor({ state: 'hidden' });

  const reader = await meeting.browser.newContext({ javaScriptEnabled: false });
  const publicPage = await reader.newPage();
  await publicPage.goto(`${meeting.product.origin}/p/WG-CP-11-OR-2`);
  expect(await publicPage.locator('body').textContent()).toContain('appropriate to welcome the value');
  await publicPage.goto(`${meeting.product.origin}/p/WG-CP-11-OR-2/2/paragraphs/${await paragraphIdOf('6.2')}`);
  expect(await publicPage.locator('body').textContent()).toContain('Delegation A');
  await reader.close();
  const { status, stdout } = spawnSync(
    process.execPath,
    ['scripts/verify.mjs', `${meeting.product.origin}/p/WG-CP-11-OR-2/2`],
    { encoding: 'utf8' },
  );
  expect([status, stdout]).toEqual([0, expect.stringMatching(/\S/)]);
});

function paragraphIdOf(address: string): Promise<string> {
  return secretariat.page.evaluate(
    async ([paperId, label]) => {
      const paragraphs = await (await fetch(`/api/papers/${paperId}/paragraphs`)).json();
      return paragraphs.find((each: { address: string }) => each.address === label).id;
    },
    [secretariat.paperId, address] as const,
  );
}
