import type { Block } from '../../../shared/text/paragraph.ts';
import { Doubts, wordsLeftOut } from '../warnings.ts';
import { bodyHandler } from './body.ts';
import type { WordPackage } from './package.ts';
import { finishCarried } from './paragraph.ts';
import { partOfType, readRelations } from './relations.ts';
import { newStory, type Story, type Surroundings } from './story.ts';
import { readXml } from './xml.ts';

/** One note as it was read: its blocks, and what is to be said about them. */
interface Note {
  blocks: Block[];
  doubts: Doubts;
}

/**
 * Puts the notes at the end of the text, each called by the mark that stands for it in the text (`[7]`). A note that
 * nothing names (its mark was deleted) is left out and told.
 */
export async function appendNotes(file: WordPackage, story: Story, around: Surroundings): Promise<void> {
  const found = new Map<string, Note>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = partOfType(around.relations, `${kind}s`);
    const pieces = part === null ? null : file.read(part);
    if (part === null || !pieces) continue;
    const relations = await readRelations(file, part);
    for (const [key, note] of await readNotes(pieces, kind, { ...around, relations })) found.set(key, note);
  }
  const start = story.blocks.length;
  for (const [key, mark] of around.notes) appendNote(story, found.get(key), mark);
  const count = [...around.notes.keys()].filter((key) => found.has(key)).length;
  if (count > 0) story.doubts.note('notes-moved-to-end', start, false, { count });
  for (const [key, note] of found) {
    const words = wordsLeftOut(note.blocks.map((block) => block.text).join('\n'));
    if (!around.notes.has(key) && words.words > 0)
      story.doubts.note('notes-without-reference-left-out', null, true, { count: 1, ...words });
  }
}

function appendNote(story: Story, note: Note | undefined, mark: string): void {
  if (!note) return;
  story.doubts.take(note.doubts, story.blocks.length);
  const [first, ...rest] = note.blocks;
  if (first) story.blocks.push({ ...first, label: mark, labelAsTyped: mark }, ...rest);
}

/** Notes have no headings, titles or cells of their own; the first block of a note is a paragraph, because it carries the mark. */
function plainBlock({ cell: _, list, ...block }: Block, index: number): Block {
  const isItem = block.kind === 'listItem' && index > 0;
  return isItem ? { ...block, ...(list && { list }) } : { ...block, kind: 'paragraph', level: null };
}

/** Each note is a small text of its own; tables in it are read as paragraphs. The lines that part notes are no notes. */
async function readNotes(
  pieces: AsyncIterable<Uint8Array>,
  kind: 'footnote' | 'endnote',
  around: Surroundings,
): Promise<Map<string, Note>> {
  const notes = new Map<string, Note>();
  const story = newStory(around);
  const body = bodyHandler(story);
  let open: string | null = null;
  let isNote = true;
  await readXml(pieces, {
    open: (name, attributes) => {
      if (name === `w:${kind}` && open === null) {
        isNote = (attributes.get('w:type') ?? 'normal') === 'normal';
        open = attributes.get('w:id') ?? '';
        story.blocks = [];
        story.fields = [];
        story.doubts = new Doubts();
      }
      body.open(name, attributes);
    },
    text: body.text,
    close: (name) => {
      body.close(name);
      if (name !== `w:${kind}` || open === null) return;
      finishCarried(story, undefined);
      const blocks = story.blocks.filter((block) => block.text !== '').map(plainBlock);
      if (isNote && blocks.length > 0) notes.set(`${kind} ${open}`, { blocks, doubts: story.doubts });
      open = null;
    },
  });
  return notes;
}
