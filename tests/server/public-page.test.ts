import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { FONT_FILES, fontFile } from '../../server/publications/fonts.ts';
import { publicPage } from '../../server/publications/page.ts';
import { PUBLIC_CSS } from '../../server/publications/page-style.ts';
import { problemPage } from '../../server/publications/problem-page.ts';
import type { PublicPage } from '../../server/publications/published.ts';
import type { StoryStep } from '../../server/publications/story.ts';
import { paragraphStoryPage } from '../../server/publications/story-page.ts';
import type { ParagraphId, VersionId } from '../../shared/ids.ts';
import { PROBLEMS } from '../../shared/problems.ts';
import { addressed } from '../../shared/text/address.ts';
import type { Block, Paragraph } from '../../shared/text/paragraph.ts';
import { anyText, HOSTILE } from '../support/generated-text.ts';
import { elementsOf, type ReadElement, readHtml, wordsOf } from '../support/read-html.ts';

const hash = '9f41c7a02d6be8150c3e7f92a84d1b66e35f09d741c2b8aa7706f1ecd0935be2';
let made = 0;
function block(kind: Block['kind'], text: string, label: string | null = null): Block {
  const level = kind === 'heading' || kind === 'listItem' ? 1 : null;
  const id = `b${made++}` as ParagraphId;
  return { id, kind, level, label, labelAsTyped: label, text, runs: [{ text }] };
}
const text = addressed([
  block('title', 'Outcome report'),
  block('heading', 'Discussions', '6'),
  block('paragraph', 'The outcomes were discussed.', '6.2'),
  block('paragraph', 'Finally, the Secretariat informed the Group.'),
  block('listItem', 'one'),
]);
const [title, heading, paragraph, continuation] = text as [Paragraph, Paragraph, Paragraph, Paragraph, Paragraph];

const shown: PublicPage = {
  group: { name: 'Working Group', zone: 'Europe/Zurich', place: 'Geneva' },
  paper: { symbol: 'WG-CP/11/OR', title: 'Outcome report', language: 'en' },
  version: {
    id: '6b1f1f0e-1111-4111-8111-111111111111' as VersionId,
    number: 3,
    name: 'Final',
    hash,
    frozenAt: '2016-04-15T07:30:00Z',
  },
  publication: { address: '/p/WG-CP-11-OR/3', publishedAt: '2016-04-15T08:00:00Z', reason: null, unanswered: [] },
  others: [{ number: 2, name: 'Draft 2', address: '/p/WG-CP-11-OR/2', publishedAt: '2016-04-01T08:00:00Z' }],
  paragraphs: text,
  counts: new Map([
    [paragraph.id as string, 22],
    [continuation.id as string, 1],
  ]),
  matchesHash: true,
  origin: 'https://rapporteur.example.org',
};

const thread = (more: Partial<Extract<StoryStep, { kind: 'thread' }>>): StoryStep => ({
  kind: 'thread',
  number: 12,
  mark: 'MOD',
  organisation: 'Delegation A',
  text: 'As agreed in 7.2.',
  pieces: null,
  at: '2016-03-10T09:00:00Z',
  round: { number: 1, closesAt: '2016-03-18T17:00:00Z' },
  answer: null,
  rationale: '',
  duplicateOf: null,
  ...more,
});
const version = (name: string, more: Partial<Extract<StoryStep, { kind: 'version' }>>): StoryStep => ({
  kind: 'version',
  name,
  number: 1,
  frozenAt: '2016-03-02T09:00:00Z',
  text: 'words',
  pieces: null,
  ...more,
});
const story = (...steps: StoryStep[]) =>
  paragraphStoryPage({ ...shown, story: { paragraphId: paragraph.id, address: '6.2', steps } });

/** What no page of ours may hold, whatever was written into it. */
function expectHarmless(page: string): ReadElement[] {
  const elements = elementsOf(readHtml(page));
  const tags = new Set(elements.map((element) => element.tag));
  for (const tag of ['script', 'style', 'iframe', 'object', 'embed', 'form', 'base', 'img', 'use', 'foreignObject'])
    expect(tags).not.toContain(tag);
  for (const { attributes } of elements) {
    for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^(on|style$|srcdoc$|src$|xlink)/i);
    const { href } = attributes;
    if (href !== undefined) expect(href).toMatch(/^(https?:|mailto:|#|\/(?![/\\]))/i);
  }
  return elements;
}
const textOf = (page: string) => readHtml(page).text.replace(/\u00a0/g, ' ');
const isBeside = ({ attributes }: ReadElement) => /^(num|how)\b/.test(attributes.class ?? '');

test('the page gives the words of every paragraph, in order', () => {
  const blocks = expectHarmless(publicPage(shown)).filter((element) => 'data-pid' in element.attributes);
  expect(blocks.map((element) => wordsOf(element, isBeside).trim())).toEqual(text.map((one) => one.text));
});

test('the title block says symbol, version, instant with its place, language and hash', () => {
  const words = textOf(publicPage(shown));
  for (const said of ['WG-CP/11/OR', 'Final', 'Fri 15 April 2016, 10:00 Geneva time', 'English', '9f41 c7a0 … 5be2'])
    expect(words).toContain(said);
  expect(words).toContain('Unchanged since publication');
});

test('a text whose bytes do not have its hash any more says so and claims nothing', () => {
  const words = textOf(publicPage({ ...shown, matchesHash: false }));
  expect(words).toContain('The stored text does not match this hash');
  expect(words).not.toContain('Unchanged');
});

test('a paragraph is found by its number and by its id, and its number links to it', () => {
  const elements = expectHarmless(publicPage(shown));
  const ids = elements.flatMap((element) => element.attributes.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(['6.2', paragraph.id, continuation.id]));
  const links = elements.filter((element) => element.attributes['aria-label'] === 'Link to 6.2');
  expect(links.map((link) => link.attributes.href)).toEqual(['#6.2']);
  const derived = elements.find((element) => element.attributes['aria-label'] === 'Link to 6.2 ¶2');
  expect(derived).toMatchObject({ text: '6.2 ¶2', attributes: { href: `#${continuation.id}` } });
});

test('a paragraph with comments leads to how it came to be', () => {
  const chips = expectHarmless(publicPage(shown)).filter((element) => element.attributes.class === 'how');
  expect(chips.map((chip) => [chip.text, chip.attributes.href])).toEqual([
    ['22 comments on 6.2: how it came to be', `/p/WG-CP-11-OR/3/paragraphs/${paragraph.id}`],
    ['1 comment on 6.2 ¶2: how it came to be', `/p/WG-CP-11-OR/3/paragraphs/${continuation.id}`],
  ]);
});

test('the contents lead to each heading', () => {
  const nav = expectHarmless(publicPage(shown)).find((element) => element.tag === 'nav');
  const links = nav ? elementsOf(nav).filter((element) => element.tag === 'a') : [];
  expect(links.map((link) => [link.text, link.attributes.href])).toEqual([['6Discussions', '#6']]);
  expect(publicPage({ ...shown, paragraphs: text.slice(2), counts: new Map() })).not.toContain('<nav');
});

test('the record says how to verify, where to get files, and which other versions there are', () => {
  const page = publicPage(shown);
  const words = textOf(page);
  expect(words).toContain(hash);
  expect(words).toContain('npm run verify -- https://rapporteur.example.org/p/WG-CP-11-OR/3.json');
  expect(words).toContain("curl -s 'https://rapporteur.example.org/p/WG-CP-11-OR/3.json' | sha256sum");
  const hrefs = expectHarmless(page).map((element) => element.attributes.href);
  const exported = '/api/versions/6b1f1f0e-1111-4111-8111-111111111111/export';
  expect(hrefs).toEqual(
    expect.arrayContaining([`${exported}.docx`, `${exported}.md`, '/p/WG-CP-11-OR/3.json', '/p/WG-CP-11-OR/2']),
  );
});

test('a newer version is named first, and a reason for unanswered comments is public', () => {
  const newer = { number: 4, name: 'Corrected', address: '/p/WG-CP-11-OR/4', publishedAt: '2016-05-01T08:00:00Z' };
  const publication = { ...shown.publication, reason: 'Agreed in plenary.', unanswered: [14, 31] };
  const words = textOf(publicPage({ ...shown, others: [newer], publication }));
  expect(words).toContain('A newer version of this text is published: Corrected');
  expect(words).toContain(
    'Published although 2 comments had no answer: #14, #31. The reason given: Agreed in plenary.',
  );
  expect(textOf(publicPage(shown))).not.toContain('newer version');
});

test('a page in a language from right to left is laid out from right to left', () => {
  const page = publicPage({ ...shown, paper: { ...shown.paper, language: 'ar' } });
  expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(elementsOf(readHtml(page)).find((element) => element.tag === 'article')?.attributes.lang).toBe('ar');
});

test('a text without a title of its own stands under that of its paper', () => {
  const page = publicPage({ ...shown, paragraphs: text.slice(1) });
  const [h1, ...others] = elementsOf(readHtml(page)).filter((element) => element.tag === 'h1');
  expect([h1?.text, others.length]).toEqual(['Outcome report', 0]);
  expect(h1?.attributes['data-pid']).toBeUndefined();
  expect(elementsOf(readHtml(publicPage(shown))).find((element) => element.tag === 'h1')?.attributes['data-pid']).toBe(
    title.id,
  );
  expect(heading.kind).toBe('heading');
});

test('a story tells versions and threads in the order of time, threads of one round together', () => {
  const page = story(
    version('Draft 1', { text: 'only acknowledge' }),
    thread({ answer: 'acceptedWithModification', rationale: 'With an addition.' }),
    thread({ number: 31, mark: 'SUP', text: null, answer: 'duplicate', duplicateOf: 12 }),
    { kind: 'reason', text: 'In line with 7.2.', by: 'the Secretariat', at: '2016-03-30T09:00:00Z' },
    version('Draft 2', {
      pieces: [
        { kind: 'deleted', text: 'only ' },
        { kind: 'same', text: 'acknowledge' },
      ],
    }),
    version('Final', { pieces: [{ kind: 'same', text: 'acknowledge' }] }),
  );
  const steps = expectHarmless(page)
    .filter((element) => element.tag === 'ol')
    .flatMap((list) => list.children);
  expect(steps.map((step) => step.attributes.class)).toEqual(['ver', undefined, undefined, 'ver', 'ver']);
  const [, round, reason, draft, final] = steps.map((step) => step.text.replace(/\u00a0/g, ' '));
  expect(round).toBe(
    'Round 1: 2 commentsto 18 March 2016#12 MOD Delegation A10 March, 10:00As agreed in 7.2.Accepted with modification' +
      'With an addition.#31 SUP Delegation A10 March, 10:00Withdrawn by its author.Duplicate of #12',
  );
  expect(reason).toBe('Reason given by the Secretariat30 March 2016In line with 7.2.');
  expect(draft).toContain('deleted: only acknowledge');
  expect(final).toContain('No change.');
  expect(textOf(page)).toContain('2 comments. Changed in Draft 2.');
});

test('a story without threads, and a version without the paragraph, are said', () => {
  const words = textOf(story(version('Draft 1', { text: null }), version('Draft 2', { text: 'new' })));
  expect(words).toContain('No comments. No version changed it.');
  expect(words).toContain('This version does not have the paragraph.');
});

test('every problem has a page that says how to mend it; an unknown one has none', () => {
  for (const [slug, { title: says, mend }] of Object.entries(PROBLEMS)) {
    const words = textOf(problemPage(slug) ?? '');
    expect(words).toContain(says);
    expect(words).toContain(mend);
  }
  expect(problemPage('constructor')).toBeNull();
  expect(problemPage('<script>')).toBeNull();
});

test('hostile words in every field are words on every page', () => {
  for (const words of HOSTILE) {
    const hostile: PublicPage = {
      ...shown,
      group: { ...shown.group, name: words, place: words },
      paper: { symbol: words, title: words, language: words },
      version: { ...shown.version, id: words as VersionId, name: words, hash: words },
      publication: { ...shown.publication, address: words, reason: words },
      others: [{ number: 9, name: words, address: words, publishedAt: '2016-04-01T08:00:00Z' }],
      paragraphs: addressed([block('title', words), block('heading', words, words), block('listItem', words, words)]),
      tookPart: [words],
    };
    const steps: StoryStep[] = [
      version(words, { text: words }),
      thread({
        organisation: words,
        text: words,
        rationale: words,
        answer: 'noted',
        pieces: [{ kind: 'inserted', text: words }],
      }),
      thread({ organisation: words, text: words, pieces: [{ kind: 'deleted', text: words }] }),
      { kind: 'reason', text: words, by: words, at: '2016-03-30T09:00:00Z' },
      version(words, {
        pieces: [
          { kind: 'same', text: words },
          { kind: 'inserted', text: words },
        ],
      }),
    ];
    const pages = [
      publicPage(hostile),
      paragraphStoryPage({ ...hostile, story: { paragraphId: words, address: words, steps } }),
    ];
    for (const page of pages) {
      const elements = expectHarmless(page);
      const times = elements.filter(
        (element) => element.children.length === 0 && element.text.includes(words.trim()),
      ).length;
      expect(times).toBeGreaterThan(5);
    }
  }
});

test('whatever the text, the page gives its words and nothing runs', () => {
  fc.assert(
    fc.property(anyText(), (paragraphs) => {
      const page = publicPage({
        ...shown,
        paragraphs,
        counts: new Map(paragraphs.map(({ id }, at) => [id as string, at])),
      });
      const blocks = expectHarmless(page).filter((element) => 'data-pid' in element.attributes);
      const inOrder = (a: readonly (string | undefined)[], b: readonly (string | undefined)[]) =>
        String(a[0]).localeCompare(String(b[0]));
      const read = blocks.map((element) => [element.attributes['data-pid'], wordsWithout(element)]);
      expect(read.sort(inOrder)).toEqual(paragraphs.map((one) => [one.id, one.text]).sort(inOrder));
    }),
    { numRuns: 200 },
  );
});

/** The words of a block that stand between its number and its chip. */
function wordsWithout(element: ReadElement): string {
  const before = element.children.find((child) => /^num\b/.test(child.attributes.class ?? ''))?.text ?? '';
  const chip = element.children.find((child) => child.attributes.class === 'how')?.text;
  const end = chip === undefined ? element.text.length : element.text.length - chip.length - 1;
  return element.text.slice(before.length, end).replace(/\n$/, '');
}

test('the style sheet asks for nothing but our own fonts, and each of them is there', () => {
  const asked = [...PUBLIC_CSS.matchAll(/url\("([^"]*)"\)/g)].map((found) => found[1]);
  expect(asked).toEqual(FONT_FILES.map((file) => `/fonts/${file}`));
  expect(PUBLIC_CSS.match(/url\(/g)).toHaveLength(asked.length);
  expect(PUBLIC_CSS).not.toContain('@import');
  for (const file of FONT_FILES) expect(existsSync(fontFile(file) ?? '')).toBe(true);
});

test('a font is served by its name only', () => {
  for (const name of ['../package.json', '/etc/passwd', 'source-serif-4-latin-wght-normal.woff2/..', '', 'constructor'])
    expect(fontFile(name)).toBeNull();
});
