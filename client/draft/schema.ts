import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import {
  createState,
  type EditorThemeClasses,
  type ElementNode,
  type Klass,
  type LexicalNode,
  ParagraphNode,
} from 'lexical';
import { type ParagraphId, paragraphId } from '../../shared/ids.ts';

/** Every node that a draft may hold, beside Lexical's own paragraph, text and line break. */
export const draftNodes: Klass<LexicalNode>[] = [
  HeadingNode,
  ListNode,
  ListItemNode,
  LinkNode,
  TableNode,
  TableRowNode,
  TableCellNode,
];

/** The kinds of node that may be a block: words of their own, and so an id. */
export const blockNodes: Klass<ElementNode>[] = [ParagraphNode, HeadingNode, ListItemNode];

/**
 * What is kept on a block beside its words (in Yjs the attributes `s_id`, `s_label`, `s_typed`, `s_level`).
 * Null is "not there": the attribute is then left out. A copy (the second item of a split list item) is a
 * new block, so nothing of this goes with it.
 */
export const idState = createState('id', {
  parse: (value): ParagraphId | null => paragraphId.safeParse(value).data ?? null,
  resetOnCopyNode: true,
});
export const labelState = createState('label', { parse: words, resetOnCopyNode: true });
/** The label as it was typed (`7.3.`), only where that differs from what people call it. */
export const typedState = createState('typed', { parse: words, resetOnCopyNode: true });
/** The level of a heading deeper than 5: HTML ends at h6, and the title is h1. */
export const levelState = createState('level', {
  parse: (value): number | null => (Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : null),
});

function words(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What Lexical remembers on a block for the next letter typed in it: of no use to others, so it never leaves the editor. */
export const unsharedProperties = new Map<Klass<LexicalNode>, Set<string>>(
  [ParagraphNode, ...draftNodes].map((klass) => [klass, new Set(['__textFormat', '__textStyle'])]),
);

/** Classes on what the editor draws; everything else is told apart by its tag, as on the page without script. */
export const draftTheme: EditorThemeClasses = {
  text: { bold: 't-b', italic: 't-i', underline: 't-u' },
  list: { nested: { listitem: 'nest' } },
  tableSelection: 'cells-chosen',
  tableCellSelected: 'chosen',
};
