import fc from 'fast-check';
import { depthOf, layOut } from '../../client/threads/margin.ts';

const gap = 10;
const notes = fc
  .array(fc.record({ wanted: fc.integer({ min: 0, max: 4000 }), height: fc.integer({ min: 20, max: 300 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((each) => each.sort((a, b) => a.wanted - b.wanted));

test('N1 a note with room around it stands at the height of its quote', () => {
  const far = [
    { wanted: 100, height: 50 },
    { wanted: 400, height: 50 },
  ];
  expect(layOut(far, null)).toEqual([100, 400]);
});

test('N2 the note in focus stands exactly at its quote, those above make room', () => {
  const crowd = [
    { wanted: 500, height: 80 },
    { wanted: 500, height: 80 },
    { wanted: 510, height: 80 },
  ];
  expect(layOut(crowd, 1, gap)).toEqual([410, 500, 590]);
});

test('N3 where there is no room above, the note in focus gives way', () => {
  const atTop = [
    { wanted: 0, height: 80 },
    { wanted: 0, height: 80 },
  ];
  expect(layOut(atTop, 1, gap)).toEqual([0, 90]);
});

test('N2 N3 whatever the notes, none overlap, none leave the sheet, and the one in focus is moved only for room', () =>
  fc.assert(
    fc.property(notes, fc.nat(), (each, chosen) => {
      const focus = chosen % each.length;
      const tops = layOut(each, focus, gap);
      const above = each.slice(0, focus).reduce((sum, note) => sum + note.height + gap, 0);
      expect(tops[focus]).toBe(Math.max(each[focus]?.wanted ?? 0, above));
      tops.forEach((top, index) => {
        const free = index === 0 ? 0 : (tops[index - 1] ?? 0) + (each[index - 1]?.height ?? 0) + gap;
        expect(top).toBeGreaterThanOrEqual(free);
      });
      expect(depthOf(each, tops)).toBeGreaterThanOrEqual((tops.at(-1) ?? 0) + (each.at(-1)?.height ?? 0));
    }),
  ));
