import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Problem } from '../../../shared/problems.ts';

const MiB = 1024 * 1024;
/** What a file may be at most (PROMISES, section 2, "unzip"). Sizes are counted while unpacking, never believed. */
export const LIMITS = {
  file: 25 * MiB,
  unpacked: 200 * MiB,
  entry: 64 * MiB,
  entries: 2_000,
  ratio: 100,
  /** A small file may well be denser than the ratio allows: an empty document is mostly repeated XML. */
  ratioFrom: MiB,
} as const;

/** A Word file, open for reading part by part. Nothing is ever written to disk, so names cannot lead anywhere. */
export interface WordPackage {
  /** Part names as the file spells them, by their lower-case form: part names do not differ by case. */
  names: ReadonlyMap<string, string>;
  /** The unpacked bytes of a part, piece by piece; null where there is no such part. */
  read: (name: string) => AsyncIterable<Uint8Array> | null;
}

/**
 * Opens a Word file. @throws Problem empty-file, file-too-large, not-a-word-file, encrypted-file, damaged-file,
 * unpacked-too-large
 */
export async function openPackage(bytes: Uint8Array): Promise<WordPackage> {
  refuseOtherFiles(bytes);
  const zip = await orDamaged(() => fromBufferPromise(withoutTail(bytes)));
  const entries = await listEntries(zip, bytes.byteLength);
  const count = countingReader(bytes.byteLength);
  return {
    names: new Map([...entries].map(([key, entry]) => [key, entry.fileName])),
    read: (name) => {
      const entry = entries.get(name.toLowerCase());
      return entry ? count(zip, entry) : null;
    },
  };
}

/** Tells by the first bytes what the file is not. An encrypted .docx and an old .doc are both OLE containers. */
function refuseOtherFiles(bytes: Uint8Array): void {
  if (bytes.byteLength === 0) throw new Problem('empty-file');
  if (bytes.byteLength > LIMITS.file) throw new Problem('file-too-large');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    const isEncrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new Problem(isEncrypted ? 'encrypted-file' : 'not-a-word-file');
  }
  if (!isZip(bytes)) throw new Problem('not-a-word-file');
}

/** Mail programs and old servers leave bytes behind the end of a file; Word does not mind them. */
function withoutTail(bytes: Uint8Array): Buffer {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf('PK\x05\x06');
  if (end < 0 || end + 22 > file.length) return file;
  return file.subarray(0, end + 22 + file.readUInt16LE(end + 20));
}

/** Whether these bytes begin as a zip file does. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);
}

/** Whether these bytes begin as an OLE container does: an old .doc, or a new file behind a password. */
export function isOle(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** The table of contents. Two parts of one name are refused: every reader would take another of them. */
async function listEntries(zip: ZipFile, fileSize: number): Promise<Map<string, Entry>> {
  if (zip.entryCount > LIMITS.entries) throw new Problem('unpacked-too-large', { entries: zip.entryCount });
  const entries = new Map<string, Entry>();
  let declared = 0;
  await orDamaged(async () => {
    for await (const entry of zip.eachEntry()) {
      const key = entry.fileName.toLowerCase();
      if (entries.has(key)) throw new Problem('damaged-file', { reason: `two parts are called ${entry.fileName}` });
      if (entry.isEncrypted()) throw new Problem('encrypted-file');
      declared += entry.uncompressedSize;
      entries.set(key, entry);
    }
  });
  refuseTooMuch(declared, fileSize);
  return entries;
}

function refuseTooMuch(unpacked: number, fileSize: number): void {
  const isTooDense = unpacked > LIMITS.ratioFrom && unpacked > fileSize * LIMITS.ratio;
  if (unpacked > LIMITS.unpacked || isTooDense) throw new Problem('unpacked-too-large', { unpacked });
}

/** Reads parts and counts what comes out of all of them together. */
function countingReader(fileSize: number): (zip: ZipFile, entry: Entry) => AsyncIterable<Uint8Array> {
  let total = 0;
  return async function* (zip, entry) {
    let own = 0;
    try {
      const stream = await zip.openReadStreamPromise(entry);
      for await (const piece of stream as AsyncIterable<Uint8Array>) {
        own += piece.byteLength;
        total += piece.byteLength;
        if (own > LIMITS.entry) throw new Problem('unpacked-too-large', { part: entry.fileName });
        refuseTooMuch(total, fileSize);
        yield piece;
      }
    } catch (error) {
      throw asProblem(error);
    }
  };
}

async function orDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asProblem(error);
  }
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem('damaged-file', { reason: error instanceof Error ? error.message : String(error) });
}
