import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from '../../server/imports/read-file.ts';
import type { Imported } from '../../shared/imports/contract.ts';
import { PROBLEMS, Problem } from '../../shared/problems.ts';
import { unzipped } from '../support/word-files.ts';

/**
 * Reads every .docx of a folder and compares the words that stand in the file with those in the paragraphs and in the
 * warnings. The words of the file are found here by a plain walk over its tags, which shares nothing with the importer.
 * Fails where a word was lost in silence, and where a file crashed the reader.
 */
async function main(folder: string): Promise<void> {
  const totals = { files: 0, blocks: 0, refused: 0, words: 0, missing: 0, crashed: 0 };
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.docx'))
    .sort()) {
    totals.files += 1;
    const bytes = readFileSync(join(folder, name));
    const started = performance.now();
    try {
      const imported = await readFile({ name, bytes });
      const spent = Math.round(performance.now() - started);
      const inFile = wordsOfFile(bytes);
      const missing = missingWords(inFile, wordsOfImport(imported));
      const inParagraphs = words(imported.blocks.map((block) => block.text).join('\n')).length;
      const report = `imported ${imported.blocks.length} blocks / words in the file ${inFile.length} / in paragraphs ${inParagraphs}`;
      console.info(
        `${name}: ${report} / missing ${missing.length} / ${imported.warnings.length} warnings / ${spent} ms`,
      );
      if (missing.length > 0) console.info(`    missing: ${missing.slice(0, 20).join(' ')}`);
      totals.blocks += imported.blocks.length;
      totals.words += inFile.length;
      totals.missing += missing.length;
    } catch (error) {
      if (error instanceof Problem) {
        totals.refused += 1;
        const reason = typeof error.facts.reason === 'string' ? ` (${error.facts.reason})` : '';
        console.info(`${name}: refused: ${PROBLEMS[error.slug].title}${reason}`);
      } else {
        totals.crashed += 1;
        console.info(`${name}: CRASHED: ${String(error)}`);
      }
    }
  }
  console.info(
    Object.entries(totals)
      .map(([what, count]) => `${what} ${count}`)
      .join(' · '),
  );
  process.exitCode = totals.missing > 0 || totals.crashed > 0 ? 1 : 0;
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Everything that a person can read somewhere after the import. */
function wordsOfImport({ blocks, warnings }: Imported): string[] {
  const said = warnings.flatMap((warning) => Object.values(warning.facts).map(String));
  return words([...blocks.flatMap((block) => [block.labelAsTyped ?? '', block.text]), ...said].join('\n'));
}

/**
 * Words of the file that stand nowhere; each occurrence counts. A word may have been joined to its neighbour (the end of
 * a paragraph was deleted, small characters stand above it): then it is in a word that nothing else in the file answers to.
 */
function missingWords(inFile: readonly string[], imported: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of imported) left.set(word, (left.get(word) ?? 0) + 1);
  const unmatched = inFile.filter((word) => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    return count === 0;
  });
  const spare = [...left].flatMap(([word, count]) => Array.from({ length: count }, () => word));
  return unmatched.filter((word) => {
    const at = spare.findIndex((joined) => joined.includes(word));
    if (at < 0) return true;
    spare[at] = spare[at]?.replace(word, ' ') ?? '';
    return false;
  });
}

/** The words that Word shows: text, notes and text boxes once each, without what tracked changes took out. */
function wordsOfFile(bytes: Uint8Array): string[] {
  const parts = unzipped(bytes);
  return ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'].flatMap((name) => {
    const part = parts.get(name);
    return part ? words(shownText(part.toString('utf8'))) : [];
  });
}

/** Tags under which nothing is shown; `mc:Fallback` says again what stands before it. */
const silent = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText']);
/** Tags that part words without being words. */
const parting = new Set(
  'w:tab w:br w:cr w:noBreakHyphen w:sym w:drawing w:pict w:rt w:rubyBase m:oMath m:r w:footnoteReference w:endnoteReference'.split(
    ' ',
  ),
);

function shownText(xml: string): string {
  let text = '';
  let hushed = 0;
  let isText = false;
  /** Whether the end of this paragraph, or this whole row, was taken out: said in its properties, before its words. */
  const takenOut = { paragraph: false, row: false };
  let properties: 'paragraph' | 'row' | null = null;
  for (const [, close, name = '', rest = '', plain] of xml.matchAll(/<(\/?)([\w:]+)([^>]*)>|([^<]+)/g)) {
    if (plain !== undefined) {
      if (isText && hushed === 0 && !takenOut.row) text += plain;
      continue;
    }
    const isEmpty = rest.endsWith('/');
    if (name === 'w:pPr') properties = close || isEmpty ? null : 'paragraph';
    if (name === 'w:trPr') properties = close || isEmpty ? null : 'row';
    if (properties && isEmpty && (name === 'w:del' || name === 'w:moveFrom')) takenOut[properties] = true;
    if (silent.has(name) && !isEmpty) hushed += close ? -1 : 1;
    if (name === 'w:t' || name === 'm:t' || name === 'a:t') isText = !close && !isEmpty;
    if (parting.has(name)) text += ' ';
    if (name === 'w:p' && close) {
      text += takenOut.paragraph ? '' : '\n';
      takenOut.paragraph = false;
    }
    if (name === 'w:tr') takenOut.row = false;
  }
  return text.replace(/&(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/gi, (_, entity: string) => decoded(entity));
}

function decoded(entity: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
  return named[entity.toLowerCase()] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : '');
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Say which folder of .docx files to read: npm run test:corpus -- <folder>');
  process.exitCode = 2;
} else await main(folder);
