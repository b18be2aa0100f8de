import type { Imported, SourceFormat } from '../../shared/imports/contract.ts';
import { Problem } from '../../shared/problems.ts';
import { decodeText } from './decode.ts';
import { isOle, isZip, LIMITS } from './docx/package.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import { readInWorker } from './worker.ts';

/** A file as it was sent, or pasted text with the format that its sender chose. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
  format?: SourceFormat;
}

/** Markdown up to this size is read at once. Its parser takes quadratic time at the worst: 0.1 s for this, 7 s for 16 kB. */
const smallMarkdown = 2 * 1024;
/** Plain text up to this size takes a quarter of a second at the worst. */
const smallText = 256 * 1024;

/**
 * Reads a text from a file: its bytes decide what it is, then the ending of its name. Nothing is stored.
 * @throws Problem unknown-file-kind, file-too-large, empty-file, not-utf8, and those of each reader
 */
export async function readFile({ name, bytes, format }: SourceFile): Promise<Imported> {
  if (bytes.byteLength > LIMITS.file) throw new Problem('file-too-large');
  if (bytes.byteLength === 0) throw new Problem('empty-file');
  const sort = format ?? formatOf(name, bytes);
  if (sort === 'docx') return readInWorker({ format: sort, bytes });
  const text = decodeText(bytes);
  if (bytes.byteLength > (sort === 'text' ? smallText : smallMarkdown))
    return readInWorker({ format: sort, bytes: new TextEncoder().encode(text) });
  return sort === 'text' ? readPlainText(text) : readMarkdown(text);
}

const endings: Record<string, SourceFormat> = {
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  doc: 'docx',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
};

function formatOf(name: string, bytes: Uint8Array): SourceFormat {
  const ending = /\.([a-z\d]{1,10})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(endings, ending) ? endings[ending] : undefined;
  if (isZip(bytes) || isOle(bytes)) return 'docx';
  if (known === undefined) throw new Problem('unknown-file-kind');
  return known;
}
