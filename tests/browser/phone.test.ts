import { Meeting, type Person } from '../support/screens.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' as const };
let meeting: Meeting;
let member: Person;
let secretariat: Person;

beforeAll(async () => {
  meeting = await Meeting.opens();
  member = await meeting.person('Delegate of B', phone);
  secretariat = await meeting.person('Secretariat 1', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
  await member.opensThePaper();
  await secretariat.opensThePaper();
}, 120_000);
afterAll(() => meeting.ends());
afterEach(() => expect(meeting.faults).toEqual([]));

test('on a phone in the dark, a member taps a paragraph, changes its wording and knows that it arrived', async () => {
  const { page } = member;
  await member.paragraph('6.5').scrollIntoViewIfNeeded();
  await member.paragraph('6.5').tap();
  await page.getByRole('group', { name: 'Paragraph 6.5' }).getByRole('button', { name: 'Change wording' }).tap();
  const form = page
    .getByRole('dialog')
    .or(page.getByRole('listitem', { name: 'New comment on 6.5' }))
    .last();
  const wording = form.getByLabel('New wording');
  await wording.fill((await wording.inputValue()).replace('engage youths', 'engage young people'));
  await form.getByLabel(/^Why/).fill('As in 6.2 ¶2.');
  await form.getByRole('button', { name: 'Send comment' }).tap();
  await page.getByText('Arrived').waitFor();
  await secretariat.note(1).waitFor();
});

test('the secretariat answers at a desk, and the member reads the answer on the phone, from the address of the thread', async () => {
  await secretariat.note(1).click();
  await secretariat.note(1).getByRole('button', { name: 'Answer…' }).click();
  await secretariat.page.getByText('Not accepted').first().click();
  await secretariat.page.getByLabel(/^Reason/).fill('The word of the presenter is kept.');
  await secretariat.page.getByRole('button', { name: 'Answer', exact: true }).click();
  await secretariat.note(1).filter({ hasText: 'The word of the presenter is kept.' }).waitFor();
  const threadId = await secretariat.note(1).getAttribute('data-thread');
  await member.opensThePaper(`?thread=${threadId}`);
  await member.page.getByText('The word of the presenter is kept.').first().waitFor();
});

test('the whole text can be read on the phone: nothing is cut at the side, and every paragraph has its number above it', async () => {
  await member.opensThePaper();
  const { page } = member;
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('[data-lexical-editor] [data-pid]')].filter(
        (block) => block.getBoundingClientRect().right > innerWidth + 1,
      ).length,
  );
  expect(cut).toBe(0);
  expect(await page.evaluate(() => document.querySelectorAll('[data-lexical-editor] [data-label="7.3"]').length)).toBe(
    1,
  );
});

test('the secretariat posts the Word file, opens its round and edits its text on a phone', async () => {
  const host = await meeting.person('Secretariat 1', phone);
  const { page } = host;
  const groupId = await page.evaluate(async () => (await (await fetch('/api/papers')).json())[0].groupId);
  await page.goto(`${meeting.product.origin}/groups/${groupId}/post`);
  await page.locator('input[type=file]').setInputFiles('tests/fixtures/outcome-report.docx');
  await page.getByLabel('Symbol', { exact: false }).first().fill('WG-CP/11/PHONE');
  await page.getByRole('button', { name: 'Check the paragraphs' }).tap();
  await page.getByRole('button', { name: 'Post 47 paragraphs as a draft' }).tap();
  await page
    .getByRole('link', { name: 'Open the paper' })
    .or(page.getByRole('button', { name: 'Open the paper' }))
    .tap();
  await page.waitForURL(/\/papers\/[0-9a-f-]{36}/);
  await host.opensThePaper('', /papers\/([0-9a-f-]{36})/.exec(page.url())?.[1]);
  await page.getByRole('button', { name: 'More about this paper' }).tap();
  await page.getByRole('menuitem', { name: 'Open a round…' }).tap();
  await page.getByRole('button', { name: 'Open Round 1 now' }).tap();
  await page
    .getByText(/^Closes/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Edit', exact: true }).tap();
  await page.getByRole('toolbar').waitFor();
  await host.types('6.1', ' Written on a phone.');
  await host.paragraph('6.1').filter({ hasText: 'Written on a phone.' }).waitFor();
  await host.seesSaved();
  await member.opensThePaper('', host.paperId);
  await member.paragraph('6.1').filter({ hasText: 'Written on a phone.' }).waitFor();
});

test('the secretariat freezes and publishes on a phone as well', async () => {
  const host = await meeting.person('Secretariat 1', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await host.opensThePaper();
  const { page } = host;
  await page.goto(`${meeting.product.origin}/papers/${host.paperId}/versions`);
  await page
    .getByRole('button', { name: /^Freeze/ })
    .first()
    .tap();
  const freezing = page.getByRole('dialog');
  await freezing.getByLabel(/^Name/).fill('Final');
  await freezing.getByRole('button', { name: 'Freeze as Final' }).tap();
  await freezing.waitFor({ state: 'hidden' });
  await page
    .getByRole('button', { name: /^Publish/ })
    .first()
    .tap();
  const publishing = page.getByRole('dialog');
  await publishing.getByRole('button', { name: /^Publish/ }).tap();
  await publishing.waitFor({ state: 'hidden' });
  const reader = await meeting.browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const publicPage = await reader.newPage();
  await publicPage.goto(`${meeting.product.origin}/p/WG-CP-11-OR`);
  expect(await publicPage.locator('body').textContent()).toContain('Outcomes of the eleventh meeting');
  await reader.close();
});
