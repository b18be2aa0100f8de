import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { Product } from './process.ts';

/** The product as it is shipped, and a browser to open it with. */
export class Meeting {
  readonly faults: string[] = [];
  private constructor(
    readonly product: Product,
    readonly browser: Browser,
  ) {}

  static async opens(): Promise<Meeting> {
    const product = new Product();
    await product.start();
    return new Meeting(product, await launchBrowser());
  }

  /** A person of the sample at a browser of their own, signed in through the sign-in page. */
  async person(name: string, options: BrowserContextOptions = {}): Promise<Person> {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => this.faults.push(`${name}: ${error.message}`));
    page.on('dialog', (dialog) => {
      this.faults.push(`${name}: a dialog of the browser said ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(this.product.origin);
    await page.getByRole('button', { name }).first().click();
    await page.getByRole('heading', { name: 'What awaits you' }).waitFor();
    return new Person(page, this.product.origin);
  }

  async ends(): Promise<void> {
    await this.browser.close();
    await this.product.remove();
  }
}

/** What somebody does and sees on the screens, in the words of the screens. */
export class Person {
  paperId = '';
  constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {}

  /** Opens the review page of a paper, the sample's if none is named, and waits until its text is there and in step. */
  async opensThePaper(query = '', paperId?: string): Promise<void> {
    const papers = await this.page.evaluate(async () => (await fetch('/api/papers')).json());
    this.paperId = paperId ?? papers.find((paper: { symbol: string }) => paper.symbol === 'WG-CP/11/OR').id;
    await this.page.goto(`${this.origin}/papers/${this.paperId}${query}`);
    await this.page.locator('[data-lexical-editor] [data-label="6.2"]').waitFor();
  }

  paragraph(address: string) {
    return this.page.locator(`[data-lexical-editor] [data-label="${address}"]`).first();
  }

  note(number: number) {
    return this.page.getByRole('listitem', { name: new RegExp(`^Thread ${number} on`) });
  }

  /** Selects words in a paragraph, as a mouse does. */
  async selects(address: string, words: string): Promise<void> {
    await this.paragraph(address).scrollIntoViewIfNeeded();
    await this.paragraph(address).evaluate((block, quote) => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.textContent ?? '').indexOf(quote);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + quote.length);
        const selection = getSelection();
        selection?.removeAllRanges();
        selection?.addRange(range);
        return;
      }
      throw new Error(`“${quote}” is not there`);
    }, words);
  }

  /** Proposes another wording for selected words. */
  async proposes(address: string, words: string, wording: string, why: string): Promise<void> {
    await this.selects(address, words);
    await this.page.keyboard.press('Control+Alt+m');
    const form = this.page.getByRole('listitem', { name: `New comment on ${address}` });
    await form.locator('label', { hasText: 'MOD' }).click();
    await form.getByLabel('New wording').fill(wording);
    await form.getByLabel(/^Why/).fill(why);
    await form.getByRole('button', { name: 'Send comment' }).click();
  }

  async startsEditing(): Promise<void> {
    await this.page.getByRole('button', { name: 'Editing', exact: true }).click();
    await this.page.getByRole('toolbar').waitFor();
  }

  /** Types at the end of a paragraph. */
  async types(address: string, words: string): Promise<void> {
    await this.paragraph(address).scrollIntoViewIfNeeded();
    await this.paragraph(address).evaluate((block) => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let last: Node | null = null;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) last = node;
      (block.closest('[contenteditable=true]') as HTMLElement | null)?.focus();
      const selection = getSelection();
      if (last && selection) selection.collapse(last, last.textContent?.length ?? 0);
    });
    await this.page.keyboard.type(words);
  }

  async seesSaved(): Promise<void> {
    await this.page.locator('.saved').filter({ hasText: 'Saved' }).first().waitFor();
  }
}
