import sax from 'sax';
import { Problem } from '../../../shared/problems.ts';

/** Deeper than this no writer nests; every recursion of the reader is bounded by it. */
const deepest = 256;
/**
 * `position: false` also lifts the 64 kB that sax allows an attribute: old Word pictures have longer ones, and a part
 * is 64 MiB at most anyway.
 */
const options: sax.SAXOptions & { strictEntities: boolean } = { xmlns: true, strictEntities: true, position: false };

/** Attributes by their name with the prefix of `NAMESPACES` (`w:val`); those without a namespace by their bare name. */
export type Attributes = ReadonlyMap<string, string>;

/** What happens while a part is read. Names carry the prefix of `NAMESPACES`, whatever the file calls it. */
export interface XmlHandler {
  open: (name: string, attributes: Attributes) => void;
  text: (text: string) => void;
  close: (name: string) => void;
}

/** The namespaces that mean something here, in their usual and their strict spelling. Others get the prefix `?`. */
const NAMESPACES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    w: [
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    ],
    r: [
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    ],
    m: ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'http://purl.oclc.org/ooxml/officeDocument/math'],
    wp: [
      'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
      'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
    ],
    a: ['http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'],
    pic: ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'http://purl.oclc.org/ooxml/drawingml/picture'],
    c: ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'http://purl.oclc.org/ooxml/drawingml/chart'],
    dgm: ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'http://purl.oclc.org/ooxml/drawingml/diagram'],
    mc: ['http://schemas.openxmlformats.org/markup-compatibility/2006'],
    wps: ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
    w14: ['http://schemas.microsoft.com/office/word/2010/wordml'],
    v: ['urn:schemas-microsoft-com:vml'],
    o: ['urn:schemas-microsoft-com:office:office'],
    xml: ['http://www.w3.org/XML/1998/namespace'],
    rel: ['http://schemas.openxmlformats.org/package/2006/relationships'],
  }).flatMap(([prefix, addresses]) => addresses.map((address) => [address, prefix] as const)),
);

/**
 * Reads a part as a stream of events. No DTD, so no entity but the five of XML; no external part is ever asked for.
 * @throws Problem damaged-file where the part is not well-formed, has a DTD or nests too deep
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const parser = parserFor(handler);
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= decoderFor(piece);
    feed(parser, decode(decoder, piece));
  }
  if (!decoder) throw damaged('a part is empty');
  feed(parser, decode(decoder));
  feed(parser, null);
}

function parserFor(handler: XmlHandler): sax.SAXParser {
  const parser = sax.parser(true, options);
  const names: string[] = [];
  parser.onerror = (error) => {
    throw damaged(error.message.split('\n')[0] ?? '');
  };
  parser.ondoctype = () => {
    throw damaged('a part has a document type');
  };
  parser.onopentag = (tag) => {
    if (names.length >= deepest) throw damaged('a part is nested too deep');
    const name = nameOf(tag as sax.QualifiedTag);
    names.push(name);
    handler.open(name, attributesOf(tag as sax.QualifiedTag));
  };
  parser.onclosetag = () => {
    const name = names.pop();
    if (name !== undefined) handler.close(name);
  };
  parser.ontext = handler.text;
  parser.oncdata = handler.text;
  return parser;
}

/** The parser itself may stumble over names such as `hasOwnProperty`; that too is the file's fault. */
function feed(parser: sax.SAXParser, text: string | null): void {
  try {
    if (text === null) parser.close();
    else parser.write(text);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw damaged(error instanceof Error ? error.message : String(error));
  }
}

function nameOf(tag: { uri: string; local: string }): string {
  if (tag.uri === '') return tag.local;
  return `${NAMESPACES.get(tag.uri) ?? '?'}:${tag.local}`;
}

function attributesOf(tag: sax.QualifiedTag): Attributes {
  return new Map(Object.values(tag.attributes).map((attribute) => [nameOf(attribute), attribute.value]));
}

/** XML says its encoding by a byte-order mark or in its first line; without either it is UTF-8. */
function decoderFor(first: Uint8Array): TextDecoder {
  const [a, b] = first;
  const start = Buffer.from(first.subarray(0, 200)).toString('latin1');
  let encoding = /^[^>]*\sencoding=["']([\w.-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) encoding = 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) encoding = 'utf-16be';
  if (a === 0xef && b === 0xbb) encoding = 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw damaged(`the encoding ${encoding} is not known`);
  }
}

function decode(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw damaged('a part is not in the encoding it says');
  }
}

function damaged(reason: string): Problem {
  return new Problem('damaged-file', { reason });
}
