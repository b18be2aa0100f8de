import { $isLinkNode, LinkNode } from '@lexical/link';
import { $isListNode, ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode } from '@lexical/rich-text';
import { $isTableCellNode, TableCellNode, TableNode } from '@lexical/table';
import {
  $createTextNode,
  $findMatchingParent,
  type ElementNode,
  type LexicalEditor,
  mergeRegister,
  ParagraphNode,
  TabNode,
  TextNode,
} from 'lexical';
import { BOLD, ITALIC, UNDERLINE } from '../../shared/text/nodes.ts';
import { safeLink } from '../../shared/text/paragraph.ts';

const ourFormats = BOLD | ITALIC | UNDERLINE;

/**
 * Takes from words that come from elsewhere (pasted from Word or a web page) what a draft does not hold:
 * colours, fonts, alignment, indents, other formats than bold, italic and underline, tabs, unsafe links,
 * check boxes. What others would not see must not stand on the author's screen either.
 */
export function tidyText(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TextNode, $tidyText),
    editor.registerNodeTransform(TabNode, (tab) => {
      tab.replace($createTextNode(' ').setFormat(tab.getFormat() & ourFormats));
    }),
    ...[ParagraphNode, HeadingNode, ListItemNode, ListNode, TableNode, TableCellNode].map((klass) =>
      editor.registerNodeTransform<ElementNode>(klass, $tidyElement),
    ),
    editor.registerNodeTransform(LinkNode, $tidyLink),
    editor.registerNodeTransform(ListNode, (list) => {
      if (list.getListType() === 'check') list.setListType('bullet');
    }),
    editor.registerNodeTransform(TableNode, $flattenNestedTable),
    editor.registerNodeTransform(TableCellNode, (cell) => {
      if (cell.getBackgroundColor() !== null) cell.setBackgroundColor(null);
    }),
  );
}

function $tidyText(text: TextNode): void {
  const format = text.getFormat() & ourFormats;
  if (text.getFormat() !== format) text.setFormat(format);
  if (text.getStyle() !== '') text.setStyle('');
}

function $tidyElement(element: ElementNode): void {
  if (element.getFormatType() !== '') element.setFormat('');
  if (element.getStyle() !== '') element.setStyle('');
  if (element.getDirection() !== null) element.setDirection(null);
  if (element.getIndent() !== 0 && !$isListItem(element)) element.setIndent(0);
}

/** The indent of a list item is how deep its lists are nested, not a property of its own. */
const $isListItem = (element: ElementNode): boolean => $isListNode(element.getParent());

function $tidyLink(link: LinkNode): void {
  if (safeLink(link.getURL()) === undefined) {
    for (const child of link.getChildren()) link.insertBefore(child);
    link.remove();
    return;
  }
  if (link.getTarget() !== null) link.setTarget(null);
  if (link.getRel() !== null) link.setRel(null);
  if (link.getTitle() !== null) link.setTitle(null);
  if ($isLinkNode(link.getParent())) for (const child of link.getChildren()) link.insertBefore(child);
}

/** A table in a cell of another becomes the lines of that cell. */
function $flattenNestedTable(table: TableNode): void {
  if (!$findMatchingParent(table.getParent() ?? table, $isTableCellNode)) return;
  for (const block of table
    .getChildren()
    .flatMap((row) => ('getChildren' in row ? (row as ElementNode).getChildren() : []))) {
    if ($isTableCellNode(block)) for (const child of block.getChildren()) table.insertBefore(child);
  }
  table.remove();
}
