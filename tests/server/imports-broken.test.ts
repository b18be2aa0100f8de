import { readFile } from '../../server/imports/read-file.ts';
import { readInWorker } from '../../server/imports/worker.ts';
import { fixture } from '../support/expected-report.ts';
import { outcome, randomFrom } from '../support/hostile-files.ts';
import { documentXml, inList, p, r, table, wordFile } from '../support/word-files.ts';

describe('P14 a file that broke on its way', () => {
  const whole = fixture('outcome-report.docx');

  test('cut anywhere, it is refused', async () => {
    for (let part = 1; part < 10; part++) {
      const cut = whole.subarray(0, Math.floor((whole.length * part) / 10));
      expect([part, await outcome(cut)]).toEqual([part, 'damaged-file']);
    }
    for (let left = 1; left <= 22; left++)
      expect(await outcome(whole.subarray(0, whole.length - left))).toBe('damaged-file');
  });

  test('with bytes behind its end, it is read', async () => {
    expect(await outcome(Buffer.concat([whole, Buffer.from('\r\n--boundary--\r\n')]))).toBe('read 47');
  });

  test('with bytes changed at random, it is read or refused, 200 times', async () => {
    const seed = 20_160_216;
    const random = randomFrom(seed);
    const known = new Set(['damaged-file', 'not-a-word-file', 'encrypted-file', 'unpacked-too-large', 'empty-file']);
    for (let turn = 0; turn < 200; turn++) {
      const bytes = Uint8Array.from(whole);
      const places = Array.from({ length: 1 + Math.floor(random() * 4) }, () => Math.floor(random() * bytes.length));
      for (const place of places) bytes[place] = (bytes[place] ?? 0) ^ (1 + Math.floor(random() * 255));
      const ended = await outcome(bytes);
      expect({ seed, turn, places, ended, fine: ended.startsWith('read ') || known.has(ended) }).toMatchObject({
        fine: true,
      });
    }
  });

  test('with its XML changed at random, it is read or refused, 200 times', async () => {
    const xml = Buffer.from(
      documentXml(table(['a', 'b']) + p(r('words'), inList(1)) + p('<w:ins w:id="1"><w:r><w:t>x</w:t></w:r></w:ins>')),
    );
    const random = randomFrom(7);
    for (let turn = 0; turn < 200; turn++) {
      const document = Uint8Array.from(xml);
      for (let change = 0; change < 3; change++)
        document[300 + Math.floor(random() * (xml.length - 300))] = 0x20 + Math.floor(random() * 95);
      expect(await outcome(wordFile({ body: '', document }))).toMatch(
        /^(read \d+|damaged-file|empty-file|not-a-word-file)$/,
      );
    }
  });
});

describe('P14 the server goes on', () => {
  const slow = { format: 'markdown' as const, bytes: Buffer.from('*a_'.repeat(30_000)) };

  test('while a text takes too long, which then is refused', async () => {
    const late: number[] = [];
    let last = performance.now();
    const clock = setInterval(() => {
      late.push(performance.now() - last - 10);
      last = performance.now();
    }, 10);
    await expect(readInWorker(slow, { seconds: 2, megabytes: 256 })).rejects.toMatchObject({ slug: 'import-too-slow' });
    clearInterval(clock);
    late.sort((a, b) => a - b);
    expect(late[Math.floor(late.length * 0.95)]).toBeLessThan(300);
  });

  test('when a text needs too much memory, which then is refused', async () => {
    const bytes = wordFile(p('<w:r><w:t>a</w:t></w:r>'.repeat(40_000)));
    await expect(readInWorker({ format: 'docx', bytes }, { seconds: 20, megabytes: 12 })).rejects.toMatchObject({
      slug: 'unpacked-too-large',
    });
  });

  test('two are read at once, ten wait, and more are told that it is busy', async () => {
    const bytes = wordFile(p('Words'));
    const ends = await Promise.allSettled(Array.from({ length: 14 }, () => readFile({ name: 'a.docx', bytes })));
    expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(12);
    expect(ends.slice(12)).toMatchObject([{ reason: { slug: 'busy' } }, { reason: { slug: 'busy' } }]);
  });
});
