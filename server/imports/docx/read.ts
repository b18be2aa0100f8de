import type { Imported } from '../../../shared/imports/contract.ts';
import { Problem } from '../../../shared/problems.ts';
import { titleFromHeading } from '../blocks.ts';
import { finishImport } from '../review.ts';
import { Doubts, wordsLeftOut } from '../warnings.ts';
import { bodyHandler } from './body.ts';
import { readElement, wordsIn } from './element.ts';
import { appendNotes } from './notes.ts';
import { numberingFrom } from './numbering.ts';
import { openPackage, type WordPackage } from './package.ts';
import { finishCarried } from './paragraph.ts';
import { findMainPart, partOfType, type Relations, readRelations } from './relations.ts';
import { newStory, type Story, type Surroundings } from './story.ts';
import { stylesFrom } from './styles.ts';
import { readXml, type XmlHandler } from './xml.ts';

/**
 * Reads a Word file: its text as people see it with every tracked change accepted, automatic numbers as labels, notes
 * at the end; and all that it held besides, as warnings. Reads only the bytes that it is given.
 * @throws Problem not-a-word-file, encrypted-file, damaged-file, empty-file, file-too-large, unpacked-too-large,
 * too-many-paragraphs
 */
export async function readDocx(bytes: Uint8Array): Promise<Imported> {
  const file = await openPackage(bytes);
  const main = await findMainPart(file);
  const relations = await readRelations(file, main);
  const styles = stylesFrom(await readElement(partOf(file, relations, 'styles')));
  const numbering = numberingFrom(await readElement(partOf(file, relations, 'numbering')), styles.paragraph);
  const doubts = new Doubts();
  const around: Surroundings = { styles, relations, numbering: numbering(), doubts, notes: new Map() };
  const story = newStory(around);
  const pieces = file.read(main);
  if (!pieces) throw new Problem('damaged-file', { reason: 'the text is missing' });
  await readXml(pieces, ofDocument(bodyHandler(story)));
  finishCarried(story, undefined);
  await appendNotes(file, story, { ...around, numbering: numbering() });
  await noteOtherParts(file, relations, story);
  if (story.automatic) {
    const { at, ...facts } = story.automatic;
    doubts.note('automatic-numbers', at, true, facts);
  }
  return finishImport(story.hasTitle ? story.blocks : titleFromHeading(story.blocks, false), doubts);
}

function partOf(file: WordPackage, relations: Relations, type: string): AsyncIterable<Uint8Array> | null {
  const name = partOfType(relations, type);
  return name === null ? null : file.read(name);
}

/** A workbook and a presentation are packages of the same make: only the first element tells a text. */
function ofDocument(handler: XmlHandler): XmlHandler {
  let isFirst = true;
  return {
    ...handler,
    open: (name, attributes) => {
      if (isFirst && name !== 'w:document') throw new Problem('not-a-word-file');
      isFirst = false;
      handler.open(name, attributes);
    },
  };
}

/** What the file holds beside its text: comments, headers and footers, programs. */
async function noteOtherParts(file: WordPackage, relations: Relations, story: Story): Promise<void> {
  const comments = partOf(file, relations, 'comments');
  let count = 0;
  const counter: XmlHandler = {
    open: (name) => {
      if (name === 'w:comment') count += 1;
    },
    text: () => {},
    close: () => {},
  };
  if (comments) await readXml(comments, counter);
  if (count > 0) story.doubts.note('comments-left-out', null, true, { count });
  const texts = new Set<string>();
  for (const id of story.headers) {
    const relation = relations.get(id);
    const header = relation && !relation.isExternal ? await readElement(file.read(relation.target)) : null;
    if (header) texts.add(wordsIn(header).trim());
  }
  const words = wordsLeftOut([...texts].join('\n'));
  if (words.words > 0) story.doubts.note('headers-left-out', null, false, words);
  const program = partOfType(relations, 'vbaProject');
  if (program !== null) story.doubts.note('embedded-part-left-out', null, true, { name: program });
}
