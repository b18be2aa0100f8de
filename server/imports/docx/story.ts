import type { Block, Run } from '../../../shared/text/paragraph.ts';
import type { Doubts } from '../warnings.ts';
import type { Element } from './element.ts';
import type { Field } from './fields.ts';
import type { Numbering } from './numbering.ts';
import type { Relations } from './relations.ts';
import type { ParagraphStyle, Styles } from './styles.ts';

/** One stream of text being read (the document, or one note), with what holds from one paragraph to the next. */
export interface Story {
  styles: Styles;
  relations: Relations;
  numbering: Numbering;
  doubts: Doubts;
  notes: NoteMarks;
  /** What was found so far. The next block, and what is said about it, has the index `blocks.length`. */
  blocks: Block[];
  tables: number;
  fields: Field[];
  /** Runs of paragraphs whose end was deleted: they belong to the next one. */
  carried: Carried | null;
  /** Pictures that float beside the paragraph being read. */
  floating: string[];
  /** Depth of containers that are a table of contents, and of those that a tracked change took out. */
  contents: number;
  takenOut: number;
  hasTitle: boolean;
  /** The ids of the headers and footers that its sections show. */
  headers: Set<string>;
  automatic: { count: number; at: number; first: string; last: string } | null;
}
export interface Carried {
  runs: Run[];
  properties: Element | undefined;
  style: ParagraphStyle;
}

/** The notes that the text names, in order: `footnote 7` → the mark that stands in the text for it. */
export type NoteMarks = Map<string, string>;

export type Surroundings = Pick<Story, 'styles' | 'relations' | 'numbering' | 'doubts' | 'notes'>;

export function newStory(around: Surroundings): Story {
  return {
    ...around,
    blocks: [],
    tables: 0,
    fields: [],
    carried: null,
    floating: [],
    contents: 0,
    takenOut: 0,
    hasTitle: false,
    headers: new Set(),
    automatic: null,
  };
}
