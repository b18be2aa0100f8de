import type { Browser, Page } from 'playwright-core';
import { newId } from '../../shared/ids.ts';
import type { Caller } from '../support/people.ts';

const TIMES = 10;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function signedInPage(browser: Browser, caller: Caller): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = caller.cookie.split('=', 2);
  await context.addCookies([{ name, value: caller.cookie.slice(name.length + 1) || value, url: caller.origin }]);
  // The loader that runs this file wraps functions in `__name`, which a page does not have.
  await context.addInitScript('globalThis.__name = (it) => it');
  return context.newPage();
}

/** From the start of the navigation to the frame that shows the text, in milliseconds; each time in a browser without a cache. */
export async function firstText(browser: Browser, caller: Caller, paperId: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n++) {
    const page = await signedInPage(browser, caller);
    await page.addInitScript(() => {
      const look = (): void => {
        const block = document.querySelector('.draft-text [data-pid]');
        if (block?.textContent)
          requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { firstTextAt: performance.now() })));
        else requestAnimationFrame(look);
      };
      look();
    });
    await page.goto(`${caller.origin}/papers/${paperId}`);
    await page.waitForFunction(() => 'firstTextAt' in globalThis, undefined, { timeout: 60_000 });
    times.push(await page.evaluate(() => Number((globalThis as unknown as { firstTextAt: number }).firstTextAt)));
    await page.context().close();
  }
  return median(times);
}

/** From a keydown in the middle of the text to the frame that shows the letter, in milliseconds. */
export async function keyToPaint(browser: Browser, caller: Caller, paperId: string): Promise<number> {
  const page = await signedInPage(browser, caller);
  await page.goto(`${caller.origin}/papers/${paperId}`);
  await page.locator('[data-lexical-editor] [data-pid]').first().waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Editing', exact: true }).click();
  await page.getByRole('toolbar').waitFor();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { keyTimes: times });
    document.addEventListener(
      'keydown',
      () => {
        const at = performance.now();
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - at)));
      },
      true,
    );
    const blocks = [...document.querySelectorAll<HTMLElement>('[data-lexical-editor] p[data-pid]')];
    const block = blocks[Math.floor(blocks.length / 2)];
    block?.scrollIntoView({ block: 'center' });
    block?.closest<HTMLElement>('[contenteditable=true]')?.focus();
    const text = block && document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
    if (text) getSelection()?.collapse(text, 3);
  });
  for (let n = 0; n < TIMES * 3; n++) await page.keyboard.press('x', { delay: 40 });
  await page.waitForFunction(
    (count) => (globalThis as unknown as { keyTimes: number[] }).keyTimes.length >= count,
    TIMES * 3,
  );
  const times = await page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes);
  await page.context().close();
  return median(times.slice(TIMES));
}

/** From the moment at which one browser sends a comment to the frame in which another shows it, in milliseconds. */
export async function commentsWay(browser: Browser, from: Caller, to: Caller, paperId: string): Promise<number> {
  const sender = await signedInPage(browser, from);
  const reader = await signedInPage(browser, to);
  for (const page of [sender, reader]) {
    await page.goto(`${from.origin}/papers/${paperId}`);
    await page.locator('[data-lexical-editor] [data-pid]').first().waitFor({ timeout: 60_000 });
  }
  const times: number[] = [];
  // Each on a paragraph of its own: many on one are folded into a line.
  const paragraphs = (await from.paragraphs(paperId)).filter((paragraph) => paragraph.kind === 'paragraph');
  for (let n = 0; n < TIMES; n++) {
    const threadId = newId<string>();
    const seen = reader.evaluate(async (id) => {
      while (!document.querySelector(`[data-thread="${id}"]`)) await new Promise(requestAnimationFrame);
      return Date.now();
    }, threadId);
    const sent = await sender.evaluate(
      async ([paper, id, paragraphId]) => {
        const at = Date.now();
        await fetch(`/api/papers/${paper}/threads/${id}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ anchor: { paragraphId }, kind: 'general', text: 'A comment of the bench.' }),
        });
        return at;
      },
      [paperId, threadId, paragraphs[n]?.id ?? ''] as const,
    );
    times.push((await seen) - sent);
  }
  await Promise.all([sender.context().close(), reader.context().close()]);
  return median(times);
}
