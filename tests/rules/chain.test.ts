import fc from 'fast-check';
import { canonicalText } from '../../shared/versions/canonical.ts';
import type { ChainLink } from '../../shared/versions/chain.ts';
import { sha256, verifyChain } from '../../shared/versions/chain.ts';

const paper = {
  id: '0b0e7c1c-6f55-4f0c-9a57-1d6f3a1f7b11',
  symbol: 'WG/1',
  title: 'Draft report 报告',
  language: 'en',
};

/** A chain of versions that say more from one to the next. */
async function chainOf(many: number, from: typeof paper = paper): Promise<ChainLink[]> {
  const chain: ChainLink[] = [];
  for (let number = 1; number <= many; number++) {
    const text = canonicalText({
      ...{ paper: from, number, name: `Draft ${number}`, frozenAt: `2016-03-0${number}T10:00:00.000Z` },
      previous: chain.at(-1)?.hash ?? null,
      paragraphs: Array.from({ length: number + 1 }, (_, at) =>
        paragraph(`p${at}`, `Paragraph ${at} – “ok” as of ${number}.`),
      ),
    });
    chain.push({ text, hash: await sha256(text) });
  }
  return chain;
}

function paragraph(id: string, text: string) {
  const none = { level: null, label: null, labelAsTyped: null };
  return { id, kind: 'paragraph', ...none, address: `¶ ${id}`, text, runs: [{ text }] };
}

/** Changes a version's text as given, and its own hash so that it fits. */
async function forged(link: ChainLink | undefined, change: (text: string) => string): Promise<ChainLink> {
  const text = change(link?.text ?? '');
  return { text, hash: await sha256(text) };
}

describe('the chain of versions', () => {
  test('a hash is the SHA-256 of the bytes, as FIPS 180-4 gives it', async () => {
    expect(await sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await sha256('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
  });

  test('V4 an untouched chain has no fault, nor has an empty one', async () => {
    const chain = await chainOf(5);
    expect(await verifyChain(chain, chain.at(-1)?.hash)).toBeNull();
    expect(await verifyChain(chain.slice(0, 2))).toBeNull();
    expect(await verifyChain([])).toBeNull();
  });

  test('V4 each fault is told by its kind and place', async () => {
    const chain = await chainOf(4);
    const [one, two, three, four] = chain as [ChainLink, ChainLink, ChainLink, ChainLink];
    const reworded = await forged(two, (text) => text.replace('ok', 'no'));
    expect(await verifyChain([one, { ...two, text: reworded.text }])).toMatchObject({
      kind: 'hash',
      place: 2,
      expected: two.hash,
    });
    expect(await verifyChain([one, reworded, three, four])).toMatchObject({
      kind: 'previous',
      place: 3,
      found: two.hash,
    });
    expect(await verifyChain([one, three, four])).toEqual({ kind: 'number', place: 2, expected: 2, found: 3 });
    expect(await verifyChain([one, await forged(two, (text) => `${text} `)])).toEqual({
      kind: 'not-canonical',
      place: 2,
    });
    expect(await verifyChain([one, await forged(two, () => '{"number":2}')])).toEqual({ kind: 'unreadable', place: 2 });
    const other = await chainOf(2, { ...paper, id: '5a1d7c1c-6f55-4f0c-9a57-1d6f3a1f7b11' });
    expect(await verifyChain([one, ...other.slice(1)])).toMatchObject({ kind: 'paper', place: 2 });
  });

  test('V5 an end that was cut off or added to is found by the newest hash', async () => {
    const chain = await chainOf(4);
    const newest = chain[2]?.hash;
    expect(await verifyChain(chain.slice(0, 2), newest)).toMatchObject({ kind: 'newest', place: 2, expected: newest });
    expect(await verifyChain(chain, newest)).toMatchObject({ kind: 'newest', place: 4 });
    expect(await verifyChain([], newest)).toMatchObject({ kind: 'newest', place: 0, found: null });
  });

  test('V4 V5 of 10,000 mutations each is found: a byte, a row deleted, swapped, inserted, forged', async () => {
    const chain = await chainOf(5);
    const newest = chain.at(-1)?.hash;
    const mutations = fc.sample(
      fc.record({
        kind: fc.constantFrom('byte', 'hash', 'delete', 'swap', 'insert', 'forge'),
        at: fc.nat(4),
        to: fc.nat(),
        byte: fc.nat(254),
      }),
      10_000,
    );
    const missed = [];
    for (const mutation of mutations) {
      const changed = await mutated(chain, mutation);
      if ((await verifyChain(changed, newest)) === null) missed.push(mutation);
    }
    expect(missed).toEqual([]);
  });
});

type Mutation = { kind: string; at: number; to: number; byte: number };

async function mutated(chain: readonly ChainLink[], { kind, at, to, byte }: Mutation): Promise<ChainLink[]> {
  const rows = [...chain];
  const row = chain[at] as ChainLink;
  const other = (at + 1 + (to % (chain.length - 1))) % chain.length;
  if (kind === 'byte') rows[at] = { ...row, text: withOtherByte(row.text, to, byte) };
  if (kind === 'hash') rows[at] = { ...row, hash: withOtherByte(row.hash, to, byte) };
  if (kind === 'delete') rows.splice(at, 1);
  if (kind === 'insert') rows.splice(to % (chain.length + 1), 0, row);
  if (kind === 'swap') [rows[at], rows[other]] = [chain[other] as ChainLink, row];
  if (kind === 'forge') rows[at] = await forged(row, (text) => withOtherByte(text, to, byte));
  return rows;
}

function withOtherByte(text: string, to: number, byte: number): string {
  const bytes = Buffer.from(text);
  const place = to % bytes.length;
  const old = bytes[place] ?? 0;
  bytes[place] = byte >= old ? byte + 1 : byte;
  return bytes.toString();
}
