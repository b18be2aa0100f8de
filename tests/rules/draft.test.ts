import fc from 'fast-check';
import * as Y from 'yjs';
import { decideUpdate } from '../../shared/draft/rules.ts';
import { blocksOf, rootOf } from '../../shared/text/nodes.ts';
import { readDraft } from '../../shared/text/read.ts';
import { writeDraft } from '../../shared/text/write.ts';
import { texts } from '../support/texts.ts';

/** What an editor sends after a change, and the server's document before it. */
function changeOf(before: (doc: Y.Doc) => void, after: (doc: Y.Doc) => void): { server: Y.Doc; update: Uint8Array } {
  const editor = new Y.Doc();
  before(editor);
  const server = new Y.Doc();
  Y.applyUpdate(server, Y.encodeStateAsUpdate(editor));
  const vector = Y.encodeStateVector(editor);
  after(editor);
  return { server, update: Y.encodeStateAsUpdate(editor, vector) };
}

test('D1 no honest change is refused: text, number, level, list and table, changed in any way', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const { server, update } = changeOf(
        (doc) => writeDraft(doc, before),
        (doc) => writeDraft(doc, after),
      );
      expect(['take', 'nothing-new']).toContain(decideUpdate(server, update, true));
      Y.applyUpdate(server, update);
      expect(readDraft(server).map((paragraph) => paragraph.id)).toEqual(after.map((block) => block.id));
    }),
    { numRuns: 400 },
  );
});

test('D1 a number changed twice is taken each time', () => {
  const [first] = fc.sample(texts, { numRuns: 1, seed: 3 });
  const server = new Y.Doc();
  const editor = new Y.Doc();
  editor.on('update', (update: Uint8Array) => {
    expect(decideUpdate(server, update, true)).toBe('take');
    Y.applyUpdate(server, update);
  });
  writeDraft(editor, first ?? []);
  for (const label of ['6.2', '6.3', '6.4']) [...blocksOf(rootOf(editor))][0]?.setAttribute('s_label', label);
  expect(readDraft(server)[0]?.label).toBe('6.4');
});

test('D4 an attribute that no node has is refused, also as a second value', () => {
  const set = (value: string) => (doc: Y.Doc) => rootOf(doc).setAttribute('onclick', value);
  const first = changeOf(() => undefined, set('a'));
  expect(decideUpdate(first.server, first.update, true)).toBe('malformed');
  const second = changeOf(set('a'), set('b'));
  expect(decideUpdate(second.server, second.update, true)).toBe('malformed');
});

test('D3 what a member sends on joining says nothing new, and a change of theirs is refused', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const { server, update } = changeOf(
        (doc) => {
          writeDraft(doc, before);
          writeDraft(doc, after);
        },
        () => undefined,
      );
      expect(decideUpdate(server, update, false)).toBe('nothing-new');
      const typed = changeOf(
        (doc) => writeDraft(doc, before),
        (doc) => rootOf(doc).insert(0, [new Y.XmlElement('paragraph')]),
      );
      expect(decideUpdate(typed.server, typed.update, false)).toBe('not-allowed');
    }),
    { numRuns: 50 },
  );
});

test('D2 looking at a mutated update changes nothing, and a draft that took one still loads', () => {
  fc.assert(
    fc.property(texts, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }), (blocks, flips) => {
      const editor = new Y.Doc();
      writeDraft(editor, blocks);
      const update = Y.encodeStateAsUpdate(editor);
      for (const [place, byte] of flips) update[place % update.length] = byte;
      const server = new Y.Doc();
      const before = Y.encodeStateAsUpdate(server);
      const decision = decideUpdate(server, update, true);
      expect(Y.encodeStateAsUpdate(server)).toEqual(before);
      if (decision !== 'take' || !applies(server, update)) return;
      const again = new Y.Doc();
      Y.applyUpdate(again, Y.encodeStateAsUpdate(server));
      expect(readDraft(again)).toEqual(readDraft(server));
    }),
    { numRuns: 2000 },
  );
});

/** An update that decodes may still not fit together; the room then starts again from the log. */
function applies(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
    return true;
  } catch {
    return false;
  }
}
