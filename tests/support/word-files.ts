import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** One part of a zip file as a test wants it, honest or not. */
export interface ZipPart {
  name: string;
  content: string | Uint8Array;
  /** What the file says instead of the truth. */
  declaredSize?: number;
  declaredCompressedSize?: number;
  isStored?: boolean;
  flags?: number;
  crc?: number;
}

/** A zip file of these parts, in this order. Small and plain, so that every lie in it is one that the test told. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const raw = Buffer.from(part.content);
    const packed = part.isStored ? raw : deflateRawSync(raw);
    const name = Buffer.from(part.name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(part.flags ?? 0x800, 2);
    head.writeUInt16LE(part.isStored ? 0 : 8, 4);
    head.writeUInt32LE(part.crc ?? crcOf(raw), 10);
    head.writeUInt32LE(part.declaredCompressedSize ?? packed.length, 14);
    head.writeUInt32LE(part.declaredSize ?? raw.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, place, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 4);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end]);
}

/** Node 20.11 has no `crc32` yet; an unknown sum of 0 is what the readers then check nothing against. */
function crcOf(raw: Buffer): number {
  return typeof crc32 === 'function' ? crc32(raw) : 0;
}

/** The parts of an honest zip file, by name: a reader of its own, so that the product's reader is not its own witness. */
export function unzipped(bytes: Uint8Array): Map<string, Buffer> {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf('PK\x05\x06');
  const parts = new Map<string, Buffer>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, nameLength, extra, comment] = [20, 28, 30, 32].map((place) =>
      place === 20 ? file.readUInt32LE(at + place) : file.readUInt16LE(at + place),
    ) as [number, number, number, number];
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const content = file.subarray(start, start + packed);
    const isStored = file.readUInt16LE(at + 10) === 0;
    parts.set(file.toString('utf8', at + 46, at + 46 + nameLength), isStored ? content : inflateRawSync(content));
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const namespaces = [
  `xmlns:w="${W}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

/** What a test says of a Word file; everything left out is as Word writes it at the least. */
export interface WordFile {
  /** Inside `w:body`. */
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  /** Further relationships of the text, as XML. */
  relations?: string;
  /** Further parts by name. */
  parts?: Record<string, string | Uint8Array>;
  /** The whole part of the text, in another spelling than usual. */
  document?: string | Uint8Array;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** The parts of a small Word file. */
export function wordParts(file: WordFile): ZipPart[] {
  const own = { styles: file.styles, numbering: file.numbering, footnotes: file.footnotes, endnotes: file.endnotes };
  const parts: ZipPart[] = [
    {
      name: '[Content_Types].xml',
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: '_rels/.rels',
      content: `<Relationships ${packageRelations}><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', content: file.document ?? documentXml(file.body) },
  ];
  const relations = Object.entries(own).flatMap(([name, content]) => {
    if (content === undefined) return [];
    parts.push({ name: `word/${name}.xml`, content: `<w:${name} ${namespaces}>${content}</w:${name}>` });
    return [`<Relationship Id="own-${name}" Type="${office}/${name}" Target="${name}.xml"/>`];
  });
  parts.push({
    name: 'word/_rels/document.xml.rels',
    content: `<Relationships ${packageRelations}>${relations.join('')}${file.relations ?? ''}</Relationships>`,
  });
  for (const [name, content] of Object.entries(file.parts ?? {})) parts.push({ name, content });
  return parts;
}

/** A small Word file. */
export function wordFile(file: WordFile | string): Uint8Array {
  return zipOf(wordParts(typeof file === 'string' ? { body: file } : file));
}

export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`;
}

/** A paragraph of runs or of plain words, with its properties. */
export function p(content: string, properties = ''): string {
  const runs = content.startsWith('<') || content === '' ? content : r(content);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A run of words, with its properties. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** Which list, and how deep. */
export function inList(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}

/** A list level: its format, what it shows, and further settings. */
export function lvl(at: number, format: string, text: string, further = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${further}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** A table of rows of cells; a cell is words, or XML with its own properties. */
export function table(...rows: string[][]): string {
  const cells = (row: string[]) => row.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}
