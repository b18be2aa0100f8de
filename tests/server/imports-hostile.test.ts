import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readDocx } from '../../server/imports/docx/read.ts';
import { readFile } from '../../server/imports/read-file.ts';
import { outline } from '../support/expected-report.ts';
import { outcome, randomFrom } from '../support/hostile-files.ts';
import {
  documentXml,
  inList,
  lvl,
  p,
  r,
  table,
  type WordFile,
  wordFile,
  wordParts,
  type ZipPart,
  zipOf,
} from '../support/word-files.ts';

/** P14: a hostile file costs one refusal. Every file is made here, from what is written here or from a seed. */
const MiB = 1024 * 1024;

const replaced = (name: string, part: Partial<ZipPart>, file: WordFile | string = p('Words')) =>
  zipOf(
    wordParts(typeof file === 'string' ? { body: file } : file).map((own) =>
      own.name === name ? { ...own, ...part } : own,
    ),
  );
const withParts = (...parts: ZipPart[]) => zipOf([...wordParts({ body: p('Words') }), ...parts]);
const ole = (inside: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(inside, 'utf16le')]);

describe('P14 what is no Word file is refused by name', () => {
  test.each<[string, Uint8Array, string]>([
    ['an old .doc', ole('WordDocument'), 'not-a-word-file'],
    ['a file behind a password', ole('EncryptedPackage'), 'encrypted-file'],
    ['rich text', Buffer.from('{\\rtf1\\ansi words}'), 'not-a-word-file'],
    ['HTML', Buffer.from('<html><body>words</body></html>'), 'not-a-word-file'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'not-a-word-file'],
    ['nothing', Buffer.alloc(0), 'empty-file'],
    ['an empty zip', zipOf([]), 'not-a-word-file'],
    ['another zip', zipOf([{ name: 'a.txt', content: 'words' }]), 'not-a-word-file'],
    [
      'a workbook',
      replaced('word/document.xml', {
        content: '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
      }),
      'not-a-word-file',
    ],
    [
      'a zip whose parts are encrypted',
      withParts({ name: 'word/x.xml', content: 'x', flags: 0x801 }),
      'encrypted-file',
    ],
    ['a text without words', wordFile('<w:p/>'), 'empty-file'],
    ['a file over 25 MiB', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(25 * MiB)]), 'file-too-large'],
  ])('%s', async (_, bytes, slug) => expect(await outcome(bytes)).toBe(slug));
});

describe('P14 a file that unpacks to more than it may', () => {
  const blank = (size: number) => Buffer.alloc(size, 0x20);
  const packed = (body: string, size: number) =>
    Buffer.concat([
      Buffer.from(documentXml(body).replace('</w:body></w:document>', '')),
      blank(size),
      Buffer.from('</w:body></w:document>'),
    ]);

  test.each<[string, () => Uint8Array, string]>([
    ['is too dense', () => replaced('word/document.xml', { content: packed(p('x'), 3 * MiB) }), 'unpacked-too-large'],
    [
      'is too large in a part that is never read',
      () => withParts({ name: 'word/media/a.bmp', content: blank(70 * MiB) }),
      'unpacked-too-large',
    ],
    [
      'says 0 and is large',
      () => replaced('word/document.xml', { content: packed(p('x'), 3 * MiB), declaredSize: 0 }),
      'damaged-file',
    ],
    [
      'says a little and is large',
      () => replaced('word/document.xml', { content: packed(p('x'), 3 * MiB), declaredSize: 500_000 }),
      'damaged-file',
    ],
    ['says 4 GB and is small', () => replaced('word/document.xml', { declaredSize: 0xfffffffe }), 'unpacked-too-large'],
    [
      'says 4 GB in the way of larger zips',
      () => replaced('word/document.xml', { declaredSize: 0xffffffff }),
      'unpacked-too-large',
    ],
    [
      'says more than there is',
      () => replaced('word/document.xml', { declaredCompressedSize: 0x7fffffff }),
      'damaged-file',
    ],
    [
      'has too many parts',
      () => withParts(...Array.from({ length: 2_001 }, (_, n) => ({ name: `x${n}`, content: '' }))),
      'unpacked-too-large',
    ],
    [
      'holds a zip in a zip, which nobody opens',
      () => withParts({ name: 'word/embeddings/a.zip', content: zipOf([{ name: 'bomb', content: blank(MiB) }]) }),
      'read 1',
    ],
    [
      'is a small file with much empty XML, which is honest',
      () => replaced('word/document.xml', { content: packed(p('x'), 900_000) }),
      'read 1',
    ],
  ])('%s', async (_, make, slug) => expect(await outcome(make())).toBe(slug));

  test('has more than 20,000 paragraphs', async () => {
    const random = randomFrom(20_001);
    const many = (one: (noise: string) => string) =>
      Array.from({ length: 20_001 }, () => one(String(random()))).join('');
    expect(await outcome(wordFile(many(p)))).toBe('too-many-paragraphs');
    const cells = many((noise) => `<w:tc w:noise="${noise}"/>`);
    expect(await outcome(wordFile(`<w:tbl><w:tr>${cells}</w:tr></w:tbl>${p('x')}`))).toBe('too-many-paragraphs');
  });
});

describe('P14 names and entities are only names and entities', () => {
  const dtd = (inside: string, body: string) =>
    `<?xml version="1.0"?><!DOCTYPE w:document [${inside}]>${documentXml(body).replace(/^<\?xml[^>]*>/, '')}`;
  const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

  test.each<[string, Uint8Array, string]>([
    ['a name that climbs out', withParts({ name: '../../../tmp/x', content: 'x' }), 'damaged-file'],
    ['a name from the root', withParts({ name: '/etc/passwd', content: 'x' }), 'damaged-file'],
    ['a name with a drive', withParts({ name: 'C:\\x', content: 'x' }), 'damaged-file'],
    ['two texts', withParts({ name: 'WORD/Document.xml', content: documentXml(p('Other')) }), 'damaged-file'],
    [
      'a name of every object',
      withParts({ name: '__proto__', content: 'x' }, { name: 'constructor', content: 'x' }),
      'read 1',
    ],
    [
      'an external entity',
      wordFile({ body: '', document: dtd('<!ENTITY x SYSTEM "file:///etc/passwd">', p('&x;')) }),
      'damaged-file',
    ],
    [
      'entities in entities',
      wordFile({ body: '', document: dtd(`<!ENTITY l0 "lol">${lol}`, p('&l9;')) }),
      'damaged-file',
    ],
    ['an entity that nobody defined', wordFile(p('&nbsp;')), 'damaged-file'],
    ['a hundred thousand characters by number', wordFile(p('&#x41;'.repeat(100_000))), 'read 1'],
    ['a character that does not exist', wordFile(p('a&#0;b')), 'damaged-file'],
    ['half a character and a bell', wordFile(p('a&#xD800;\u0007b')), 'damaged-file'],
    ['a bell', wordFile(p('a\u0007b')), 'read 1'],
    ['elements too deep', wordFile('<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300)), 'damaged-file'],
    ['elements far too deep', wordFile('<w:ins>'.repeat(100_000)), 'damaged-file'],
    ['elements that never end', wordFile('<w:p><w:r>'), 'damaged-file'],
    ['a prefix without a namespace', wordFile('<q:p/>'), 'damaged-file'],
    [
      'an encoding that nobody knows',
      wordFile({ body: '', document: '<?xml version="1.0" encoding="klingon"?><w:document/>' }),
      'damaged-file',
    ],
    [
      'bytes that are no UTF-8',
      wordFile({ body: '', document: Buffer.from(documentXml(p('caf\u00e9')), 'latin1') }),
      'damaged-file',
    ],
    ['an empty text part', wordFile({ body: '', document: '' }), 'damaged-file'],
  ])('%s', async (_, bytes, slug) => expect(await outcome(bytes)).toBe(slug));

  test('ids and attributes called like what every object has change nothing', async () => {
    const odd = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf'];
    const styles = odd
      .map(
        (name) =>
          `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/><w:basedOn w:val="__proto__"/></w:style>`,
      )
      .join('');
    const numbering = odd
      .map(
        (name) =>
          `<w:abstractNum w:abstractNumId="${name}">${lvl(0, name, '%1')}</w:abstractNum><w:num w:numId="${name}"><w:abstractNumId w:val="${name}"/></w:num>`,
      )
      .join('');
    const body = odd
      .map((name) =>
        p(
          `<w:r ${name}="1" polluted="yes"><w:t>x</w:t></w:r><w:hyperlink r:id="${name}">${r('y')}</w:hyperlink><w:r><w:footnoteReference w:id="${name}"/></w:r>`,
          `<w:pStyle w:val="${name}"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${name}"/></w:numPr>`,
        ),
      )
      .join('');
    const text = await readDocx(
      wordFile({
        body,
        styles,
        numbering,
        footnotes: odd.map((name) => `<w:footnote w:id="${name}">${p(name)}</w:footnote>`).join(''),
      }),
    );
    expect(text.blocks).toHaveLength(10);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('P14 numbers that no writer means are borne', () => {
  const huge = '99999999999999999999';
  test.each<[string, WordFile]>([
    [
      'spans',
      {
        body: table(
          [`<w:tcPr><w:gridSpan w:val="${huge}"/></w:tcPr>${p('x')}`],
          [`<w:tcPr><w:gridSpan w:val="-5"/><w:vMerge/></w:tcPr>`],
        ),
      },
    ],
    [
      'gaps',
      {
        body: `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2000000000"/><w:gridAfter w:val="2000000000"/></w:trPr><w:tc>${p('x')}</w:tc></w:tr></w:tbl>`,
      },
    ],
    [
      'levels',
      {
        body: p('x', `<w:outlineLvl w:val="${huge}"/>${inList(1, -1)}`) + p('y', inList(1, 1e9)),
        numbering: `<w:abstractNum w:abstractNumId="0">${lvl(-1, 'decimal', '%1%9')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
      },
    ],
    [
      'starts',
      {
        body: p('x', inList(1)),
        numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1000000000"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="${'%1'.repeat(10_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
      },
    ],
    [
      'a ring of lists',
      {
        body: p('x', inList(1)),
        styles:
          '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      },
    ],
    [
      'ends without beginnings',
      {
        body: `<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:t>x</w:t></w:r></w:p><w:tc/><w:tr/><mc:Fallback>${p('y')}</mc:Fallback>`,
      },
    ],
  ])('%s', async (_, file) => expect(await outcome(wordFile(file))).toMatch(/^read [1-9]/));

  test('a long number stays a label', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'decimal', 'A'.repeat(100_000))}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const text = await readDocx(wordFile({ body: p('x', inList(1)), numbering }));
    expect(text.blocks[0]?.label?.length).toBeLessThanOrEqual(60);
  });
});

describe('P14 nothing outside the file is asked for', () => {
  let server: Server;
  let asked = 0;
  beforeAll(() => {
    server = createServer((_, reply) => {
      asked += 1;
      reply.end();
    });
    return new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test('not pictures, styles, notes or templates that lie elsewhere', async () => {
    const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
    const relations = [
      'styles',
      'numbering',
      'footnotes',
      'comments',
      'image',
      'attachedTemplate',
      'header',
      'aFChunk',
      'subDocument',
    ]
      .flatMap((type) =>
        [elsewhere, 'file:///etc/passwd'].map(
          (target, n) => `<Relationship Id="${type}${n}" Type="x/${type}" Target="${target}" TargetMode="External"/>`,
        ),
      )
      .join('');
    const body = `${p(`${r('Words')}<w:subDoc r:id="subDocument0"/><w:r><w:footnoteReference w:id="1"/></w:r>`)}<w:altChunk r:id="aFChunk1"/><w:sectPr><w:headerReference r:id="header0"/></w:sectPr>`;
    const text = await readFile({ name: 'a.docx', bytes: wordFile({ body, relations }) });
    expect(outline(text)).toEqual(['p Words[1]']);
    expect(JSON.stringify(text)).not.toContain('root:');
    expect(asked).toBe(0);
  });

  test('not a text that lies elsewhere', async () => {
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/officeDocument" Target="http://127.0.0.1:${(server.address() as AddressInfo).port}/x" TargetMode="External"/></Relationships>`;
    expect(await outcome(replaced('_rels/.rels', { content: rels }))).toBe('read 1');
    expect(
      await outcome(
        replaced('_rels/.rels', {
          content: rels.replace(/Target="[^"]*" TargetMode="External"/, 'Target="../../../../etc/passwd"'),
        }),
      ),
    ).toBe('damaged-file');
    expect(asked).toBe(0);
  });
});
