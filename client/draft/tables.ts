import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableNode,
  INSERT_TABLE_COMMAND,
} from '@lexical/table';
import { $findMatchingParent, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';

export type TableDeed =
  | 'row-before'
  | 'row-after'
  | 'column-before'
  | 'column-after'
  | 'delete-row'
  | 'delete-column'
  | 'delete-table';

/** A new table at the caret, its first row for headings. */
export function insertTable(editor: LexicalEditor, rows: number, columns: number): void {
  const includeHeaders = { rows: true, columns: false };
  editor.dispatchCommand(INSERT_TABLE_COMMAND, { rows: String(rows), columns: String(columns), includeHeaders });
}

/** Changes the table in which the caret stands, at its row or column. */
export function changeTable(editor: LexicalEditor, deed: TableDeed): void {
  editor.update(() => {
    const selection = $getSelection();
    const node = $isRangeSelection(selection) ? selection.focus.getNode() : selection?.getNodes()[0];
    if (!node || !$findMatchingParent(node, $isTableCellNode)) return;
    if (deed === 'row-before') $insertTableRowAtSelection(false);
    else if (deed === 'row-after') $insertTableRowAtSelection(true);
    else if (deed === 'column-before') $insertTableColumnAtSelection(false);
    else if (deed === 'column-after') $insertTableColumnAtSelection(true);
    else if (deed === 'delete-row') $deleteTableRowAtSelection();
    else if (deed === 'delete-column') $deleteTableColumnAtSelection();
    else {
      const table = $findMatchingParent(node, $isTableNode);
      table?.selectNext();
      table?.remove();
    }
  });
}
