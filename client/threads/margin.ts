/** A note beside the text: the height it would like to stand at, and how high it is. Pixels from the sheet's top. */
export interface Note {
  wanted: number;
  height: number;
}

const usualGap = 10;

/**
 * Where each note stands, in the order of the text.
 * N1: every note stands at the height of its quote, unless others need the room.
 * N2: the one in focus stands exactly there; notes above it are pulled up as far as they overlap, those
 *   below are pushed down.
 * N3: notes never overlap, and none stands above the sheet: where there is no room above the one in
 *   focus, it gives way too.
 * Linear in the number of notes.
 * @param focus the index of the note in focus, null when none is
 */
export function layOut(notes: readonly Note[], focus: number | null, gap = usualGap): number[] {
  const tops = notes.map((note) => note.wanted);
  const heightOf = (index: number) => notes[index]?.height ?? 0;
  const topOf = (index: number) => tops[index] ?? 0;
  for (let index = focus ?? 0; index > 0; index--) {
    tops[index - 1] = Math.min(topOf(index - 1), topOf(index) - heightOf(index - 1) - gap);
  }
  let free = 0;
  for (let index = 0; index < tops.length; index++) {
    tops[index] = Math.max(topOf(index), free);
    free = topOf(index) + heightOf(index) + gap;
  }
  return tops;
}

/** How far down the last note reaches: the sheet is at least so high. */
export function depthOf(notes: readonly Note[], tops: readonly number[]): number {
  return notes.reduce((depth, note, index) => Math.max(depth, (tops[index] ?? 0) + note.height), 0);
}
