import { newId } from '../../shared/ids.ts';
import { type Caller, signedInAs } from '../support/people.ts';
import { Product } from '../support/process.ts';
import { until } from '../support/until.ts';
import { Editor } from '../support/wire.ts';

const KILLS = 5;
const product = new Product();
afterAll(() => product.remove());

/** Types marks, and knows which of them the screen was told are saved. */
class Typist {
  readonly editor: Editor;
  readonly saved: string[] = [];
  private readonly sent: string[] = [];
  private readonly framesBefore: number;

  constructor(caller: Caller, paperId: string, framesBefore: number) {
    this.editor = new Editor(caller, paperId);
    this.framesBefore = framesBefore;
  }

  type(mark: string): void {
    this.sent.push(mark);
    this.editor.types('6.3', ` ${mark}`);
  }

  /** The n-th frame after the second step of joining carries the n-th mark. */
  note(): void {
    const committed = this.editor.frames - this.framesBefore;
    while (this.saved.length < committed && this.saved.length < this.sent.length)
      this.saved.push(this.sent[this.saved.length] as string);
  }
}

test('P1 killed five times in the middle of typing and posting, it loses nothing that was saved or answered', async () => {
  await product.start();
  const marks: string[] = [];
  const answered: string[] = [];
  for (let round = 0; round < KILLS; round++) {
    const secretariat = await signedInAs(product.origin, 'secretariat');
    const delegate = await signedInAs(product.origin, 'delegate-a');
    const paperId = (await secretariat.papers())[0]?.id ?? '';
    const typist = new Typist(secretariat, paperId, 1);
    await typist.editor.synced();
    await until(() => typist.editor.frames >= 1, 'the step of joining to be counted');
    let posts = 0;
    const posting = (async () => {
      while (posts < 8) {
        const threadId = newId<string>();
        posts += 1;
        const wish = { anchor: null, kind: 'general', text: `Comment ${round}.${posts}` };
        const reply = await delegate
          .call('PUT', `/api/papers/${paperId}/threads/${threadId}`, wish, threadId)
          .catch(() => null);
        if (reply && reply.status === 201) answered.push(threadId);
      }
    })();
    const target = 12 + round * 7;
    for (let n = 0; typist.saved.length < target; n++) {
      typist.type(`m${round}-${n}-`);
      await new Promise((next) => setTimeout(next, 3));
      typist.note();
    }
    typist.type(`m${round}-last-`);
    await product.kill();
    typist.note();
    marks.push(...typist.saved);
    typist.editor.leaves();
    await posting;
    const took = await product.start();
    expect(took).toBeGreaterThan(0);
  }
  const secretariat = await signedInAs(product.origin, 'secretariat');
  const paperId = (await secretariat.papers())[0]?.id ?? '';
  const { text } = (await secretariat.paragraphs(paperId)).find((paragraph) => paragraph.address === '6.3') ?? {
    text: '',
  };
  const missing = marks.filter((mark) => !text.includes(` ${mark}`));
  const doubled = marks.filter((mark) => text.split(` ${mark}`).length > 2);
  expect({ missing, doubled }).toEqual({ missing: [], doubled: [] });
  expect(marks.length).toBeGreaterThan(100);
  const threads = await secretariat.threads(paperId);
  expect(answered.filter((id) => !threads.some((thread) => thread.id === id))).toEqual([]);
  expect(answered.length).toBeGreaterThan(KILLS);
  expect(threads.map((thread) => thread.number)).toEqual(threads.map((_, at) => at + 1));
}, 180_000);

test('with an outside database it makes no sample and prints a set-up link for the first secretariat member', async () => {
  const { freshDatabase } = await import('../support/database.ts');
  const database = await freshDatabase();
  const other = new Product();
  await other.start({ DATABASE_URL: database.url });
  expect(other.said).toMatch(/\/setup\?token=[\w-]{20,}/);
  const page = await fetch(`${other.origin}/api/sign-in`);
  expect(await page.json()).toEqual({ sample: [], sampleGroup: null });
  await other.remove();
  await database.drop();
}, 60_000);
