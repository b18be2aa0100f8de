import { newId } from '../../shared/ids.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Caller, signedInAs } from '../support/people.ts';
import { Product } from '../support/process.ts';
import { commentsWay, firstText, keyToPaint } from './measures.ts';
import { longText } from './texts.ts';

/** `npm run bench [-- --corpus <folder>]`: the real report and a text of 2,000 paragraphs, medians of 10, in Chromium. */
const at = process.argv.indexOf('--corpus');
const text = longText(at < 0 ? null : (process.argv[at + 1] ?? null));
const product = new Product();
const started = await product.start();
const browser = await launchBrowser();
try {
  const secretariat = await signedInAs(product.origin, 'secretariat');
  const delegate = await signedInAs(product.origin, 'delegate-a');
  const [report] = await secretariat.papers();
  const longId = await posts(secretariat, report?.groupId ?? '', text.markdown);
  const paragraphs = (await secretariat.paragraphs(longId)).length;
  say(`long text: ${text.name} (${paragraphs} paragraphs); first start of the product: ${started} ms`);
  say('| medians of 10, milliseconds | report | long text | ratio |');
  say('|---|---|---|---|');
  await row('first readable text', (id) => firstText(browser, delegate, id));
  await row('keydown to paint', (id) => keyToPaint(browser, secretariat, id));
  await row('a comment, from one browser to the other', (id) => commentsWay(browser, delegate, secretariat, id));

  async function row(what: string, measure: (paperId: string) => Promise<number>): Promise<void> {
    const short = await measure(report?.id ?? '');
    const long = await measure(longId);
    say(`| ${what} | ${short.toFixed(0)} | ${long.toFixed(0)} | ${(long / short).toFixed(1)} |`);
  }
} finally {
  await browser.close();
  await product.remove();
}

async function posts(secretariat: Caller, groupId: string, markdown: string): Promise<string> {
  const wish = { groupId, symbol: 'BENCH/1', title: 'Long text', language: 'en', format: 'markdown', text: markdown };
  const { id } = (await secretariat.write('POST', '/api/papers', wish)) as unknown as { id: string };
  await secretariat.write('PUT', `/api/papers/${id}/rounds/${newId()}`, {
    closesAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  return id;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
