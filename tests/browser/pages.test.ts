import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { Meeting, type Person } from '../support/screens.ts';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
let meeting: Meeting;
let versionIds: string[];

beforeAll(async () => {
  meeting = await Meeting.opens();
  const delegate = await meeting.person('Delegate of A');
  await delegate.opensThePaper();
  await delegate.proposes('6.2', 'only appropriate to acknowledge', 'appropriate to welcome', '7.2 welcomes it.');
  await delegate.page.getByText('Arrived').waitFor();
  const secretariat = await meeting.person('Secretariat 1');
  await secretariat.opensThePaper();
  await secretariat.note(1).click();
  await secretariat.note(1).getByRole('button', { name: 'Apply to draft' }).click();
  await secretariat.paragraph('6.2').filter({ hasText: 'it is appropriate to welcome the value' }).waitFor();
  versionIds = await publishes(secretariat);
}, 120_000);
afterAll(() => meeting.ends());

/** Freezes and publishes by the page's own session. @returns the ids of the versions */
function publishes(secretariat: Person): Promise<string[]> {
  return secretariat.page.evaluate(async (paperId) => {
    const put = (path: string, body: unknown) =>
      fetch(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(body),
      });
    await put(`/api/papers/${paperId}/versions/${crypto.randomUUID()}`, { name: 'Final' });
    const versions = await (await fetch(`/api/papers/${paperId}/versions`)).json();
    await put(`/api/versions/${versions.at(-1).id}/publication`, { hash: versions.at(-1).hash });
    return versions.map((version: { id: string }) => version.id);
  }, secretariat.paperId);
}

/** What axe-core finds serious on the page, by rule and place. */
async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: AxeFault[] }> } }).axe
      .run;
    interface AxeFault {
      id: string;
      impact: string;
      nodes: { html: string }[];
    }
    const { violations } = await run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations
      .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
      .flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.html.slice(0, 160)}`));
  });
  return found;
}

const looks = [
  ['wide', { viewport: { width: 1440, height: 900 } }],
  ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ['in the dark', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' as const }],
] as const;

test.each(looks)(
  '%s, no page has a serious fault of accessibility, and none is wider than the screen',
  async (_look, options) => {
    const secretariat = await meeting.person('Secretariat 1', options);
    await secretariat.opensThePaper();
    const { page, paperId } = secretariat;
    const groupId = await page.evaluate(
      async (id) => (await (await fetch(`/api/papers/${id}`)).json()).groupId,
      paperId,
    );
    const [older, newer] = versionIds;
    const places: [string, string | RegExp][] = [
      [`/papers/${paperId}`, 'Outcome report'],
      ['/', 'What awaits you'],
      [`/groups/${groupId}`, /sample/],
      [`/groups/${groupId}/post`, /draft/i],
      [`/papers/${paperId}/versions`, 'Versions'],
      [`/papers/${paperId}/versions/${newer}`, /Final/],
      [`/papers/${paperId}/compare/${older}/${newer}`, /6\.2/],
      [`/papers/${paperId}/history`, 'History'],
      [`/papers/${paperId}/print`, /Outcome report/],
      ['/verify', /Verify|Check/],
      ['/p/WG-CP-11-OR', 'Outcome report'],
      ['/problems/round-closed', /closed/],
    ];
    const faults: string[] = [];
    for (const [path, words] of places) {
      await page.goto(`${meeting.product.origin}${path}`);
      await page.getByText(words).first().waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      for (const fault of await seriousFaults(page)) faults.push(`${path} ${fault}`);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 1) faults.push(`${path} is ${overflow} px wider than the screen`);
    }
    expect(faults).toEqual([]);
    expect(meeting.faults).toEqual([]);
  },
  120_000,
);

test('the pages before anybody is signed in, and those without script, have no serious fault either', async () => {
  const context = await meeting.browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const faults: string[] = [];
  const paragraphId = await (await fetch(`${meeting.product.origin}/p/WG-CP-11-OR/2.json`))
    .json()
    .then((version) => version.paragraphs[26].id);
  for (const path of [
    '/',
    '/sign-in/confirm?token=x',
    '/setup?token=x',
    '/p/WG-CP-11-OR/2',
    `/p/WG-CP-11-OR/2/paragraphs/${paragraphId}`,
    '/nowhere',
  ]) {
    await page.goto(`${meeting.product.origin}${path}`);
    await page.getByRole('heading').first().waitFor();
    await page.waitForLoadState('networkidle');
    for (const fault of await seriousFaults(page)) faults.push(`${path} ${fault}`);
  }
  await context.close();
  expect(faults).toEqual([]);
});

test('an Arabic paragraph reads right to left beside an English one', async () => {
  const secretariat = await meeting.person('Secretariat 1');
  await secretariat.opensThePaper();
  await secretariat.startsEditing();
  await secretariat.types('7.1', '');
  await secretariat.page.keyboard.press('Enter');
  await secretariat.page.keyboard.type('اتفق الفريق على نشر مشروع التقرير للتعليق عليه.');
  const block = secretariat.page.locator('[data-lexical-editor] [data-pid]', { hasText: 'اتفق الفريق' });
  await block.waitFor();
  expect(await block.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  expect(await secretariat.paragraph('7.1').evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  await secretariat.seesSaved();
});

test('P13 words that look like code stay words on every screen', async () => {
  const delegate = await meeting.person('Delegate of B');
  await delegate.opensThePaper();
  const payloads = [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(2)</script>',
    "javascript:alert('3')",
    '{{constructor.constructor("alert(4)")()}}',
    '<svg/onload=alert(5)>',
  ];
  const numbers = await delegate.page.evaluate(
    async ([paperId, texts]) => {
      const paragraphs = await (await fetch(`/api/papers/${paperId}/paragraphs`)).json();
      const target = paragraphs.find((each: { address: string }) => each.address === '6.5');
      const found: number[] = [];
      for (const text of texts as string[]) {
        const reply = await fetch(`/api/papers/${paperId}/threads/${crypto.randomUUID()}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            anchor: { paragraphId: target.id },
            kind: 'general',
            text,
            proposal: { mark: 'ADD', text },
          }),
        });
        found.push((await reply.json()).thread.number);
      }
      return found;
    },
    [delegate.paperId, payloads] as const,
  );
  for (const [index, number] of numbers.entries()) {
    await delegate.note(number).click();
    await delegate
      .note(number)
      .getByText(payloads[index] ?? '')
      .first()
      .waitFor();
  }
  const { page } = delegate;
  for (const path of ['', '/print', '/history']) {
    await page.goto(`${meeting.product.origin}/papers/${delegate.paperId}${path}`);
    await page.waitForLoadState('networkidle');
  }
  expect(meeting.faults).toEqual([]);
});
