import type { Imported } from '../../shared/imports/contract.ts';
import { typedLabel } from '../../shared/text/address.ts';
import type { Block } from '../../shared/text/paragraph.ts';
import { cleanText, settleBlock } from './blocks.ts';
import { finishImport, refuseTooMany } from './review.ts';
import { Doubts } from './warnings.ts';

/** What converters leave where Word had a bookmark: not part of the text. */
const bookmark = /\[bookmark: ?[^\]\n]{0,80}\]/g;
/** Spaces that a converter kept from the layout of the page. */
const hardSpaces = /[\u00a0\u2007\u202f]/g;
const longestHeading = 100;

/**
 * Plain text: each line that is not empty is one block. Labels and list marks are taken off the words; a short line
 * with a number of one group and no full stop at its end is a heading.
 * @throws Problem empty-file, too-many-paragraphs
 */
export function readPlainText(text: string): Imported {
  const doubts = new Doubts();
  const blocks: Block[] = [];
  for (const raw of cleanText(text).split('\n')) {
    const marks = raw.match(bookmark)?.length ?? 0;
    const line = raw.replace(bookmark, '').replace(hardSpaces, ' ').replace(/ {2,}/g, ' ').trim();
    if (marks > 0) doubts.note('bookmarks-left-out', null, false, { count: marks });
    const block = line === '' ? null : settleBlock(foundIn(line));
    if (block) blocks.push(block);
    refuseTooMany(blocks.length);
  }
  return finishImport(blocks, doubts);
}

function foundIn(line: string): Parameters<typeof settleBlock>[0] {
  const starred = /^\*\s+(?=\S)/.exec(line);
  if (starred)
    return { kind: 'listItem', level: 1, list: { type: 'bullet' }, runs: [{ text: line.slice(starred[0].length) }] };
  return isHeading(line)
    ? { kind: 'heading', level: 1, runs: [{ text: line }] }
    : { kind: 'paragraph', level: null, runs: [{ text: line }] };
}

/** "6 Discussions", "IV. Outcomes": the label says which chapter, the words do not end like a sentence. */
function isHeading(line: string): boolean {
  const found = typedLabel(line);
  if (!found || !/^(?:\p{Nd}{1,3}|[A-Z]|[IVXL]+)$/u.test(found.label)) return false;
  const words = line.slice(found.length);
  return words.length <= longestHeading && !/[.,;:!?。；：]$/u.test(words);
}
