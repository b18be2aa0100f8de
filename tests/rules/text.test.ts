import fc from 'fast-check';
import * as Y from 'yjs';
import { newId } from '../../shared/ids.ts';
import { blocksOf, rootOf } from '../../shared/text/nodes.ts';
import type { Block } from '../../shared/text/paragraph.ts';
import { readDraft } from '../../shared/text/read.ts';
import { reword } from '../../shared/text/reword.ts';
import { repairIds, writeDraft } from '../../shared/text/write.ts';
import { blockOf, tables, texts } from '../support/texts.ts';

function draftOf(blocks: readonly Block[]): Y.Doc {
  const doc = new Y.Doc();
  writeDraft(doc, blocks);
  return doc;
}
const withoutAddress = (doc: Y.Doc): Block[] => readDraft(doc).map(({ address: _, ...block }) => block);

test('a text that is written is read as it was', () => {
  fc.assert(
    fc.property(texts, (blocks) => {
      expect(withoutAddress(draftOf(blocks))).toEqual(blocks);
    }),
    { numRuns: 300 },
  );
});

test('a table between paragraphs is read as it was', () => {
  fc.assert(
    fc.property(texts, tables, texts, (before, table, after) => {
      const renamed = after.map((block) => ({ ...block, id: `q${block.id}` as Block['id'] }));
      const blocks = [...before, ...table, ...renamed];
      expect(withoutAddress(draftOf(blocks))).toEqual(blocks);
    }),
    { numRuns: 100 },
  );
});

test('whatever stood there before, a draft is brought to the text that is asked for', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const doc = draftOf(before);
      writeDraft(doc, after);
      expect(withoutAddress(doc)).toEqual(after);
    }),
    { numRuns: 300 },
  );
});

test('writing what is there already changes nothing', () => {
  fc.assert(
    fc.property(texts, (blocks) => {
      const doc = draftOf(blocks);
      let updates = 0;
      doc.on('update', () => {
        updates += 1;
      });
      writeDraft(doc, readDraft(doc));
      expect(updates).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test('a changed word leaves every other paragraph and the other words of its own untouched', () => {
  const blocks = ['one', 'the Group welcomes the report', 'three'].map((text, at) =>
    blockOf(`p${at}`, { kind: 'paragraph', level: null, label: null, labelAsTyped: null }, [{ text }]),
  );
  const doc = draftOf(blocks);
  const nodes = [...blocksOf(rootOf(doc))];
  const text = nodes[1]?.get(0) as Y.XmlText;
  const caret = Y.createRelativePositionFromTypeIndex(text, text.toString().indexOf('report'));
  writeDraft(
    doc,
    blocks.map((block) =>
      block.id === 'p1'
        ? { ...block, text: 'the Group notes the report', runs: reword(block.runs, 'the Group notes the report') }
        : block,
    ),
  );
  expect([...blocksOf(rootOf(doc))]).toEqual(nodes);
  const place = Y.createAbsolutePositionFromRelativePosition(caret, doc);
  expect(place?.index).toBe('the Group notes the '.length);
});

test('new words take the format of the words before them, kept words keep theirs', () => {
  const runs = [{ text: 'the ' }, { text: 'Group welcomes', bold: true as const }, { text: ' it' }];
  expect(reword(runs, 'the Group notes it')).toEqual([
    { text: 'the ' },
    { text: 'Group notes', bold: true },
    { text: ' it' },
  ]);
});

test('missing and repeated ids are repaired, the later copy gets the fresh one', () => {
  fc.assert(
    fc.property(texts, fc.nat(20), (blocks, which) => {
      const doc = draftOf(blocks);
      const nodes = [...blocksOf(rootOf(doc))];
      const victim = nodes[which % nodes.length];
      victim?.removeAttribute('s_id');
      nodes.at(-1)?.setAttribute('s_id', 'p1');
      repairIds(doc, () => newId());
      const ids = readDraft(doc).map((paragraph) => paragraph.id);
      expect(new Set(ids).size).toBe(ids.length);
      if (nodes.length > 1 && victim !== nodes[0]) expect(ids[0]).toBe('p1');
      expect(repairIds(doc, () => newId())).toBe(0);
    }),
    { numRuns: 100 },
  );
});
