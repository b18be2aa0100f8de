import type { LexicalEditor } from 'lexical';
import { useState } from 'react';
import { Button as BarButton } from 'react-aria-components';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { Menu, MenuChoice } from '../base/ui/Menu.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { changeTable, insertTable, type TableDeed } from './tables.ts';

const deeds: readonly TableDeed[] = [
  'row-before',
  'row-after',
  'column-before',
  'column-after',
  'delete-row',
  'delete-column',
  'delete-table',
];
const most = 50;

/** A new table, or what can be done with the one at the caret. */
export function TableMenu({
  editor,
  isInTable,
  isOff,
  onDone,
}: {
  editor: LexicalEditor;
  isInTable: boolean;
  isOff: boolean;
  /** Does the deed and brings the caret back. */
  onDone: (deed: () => void) => void;
}) {
  const say = useLanguage();
  const [isAsking, ask] = useState(false);
  const trigger = (
    <BarButton isDisabled={isOff} aria-label={say('draft.table')}>
      <Icon name="table" />
    </BarButton>
  );
  return (
    <>
      <Menu trigger={trigger} label={say('draft.table')} placement="bottom start">
        {isInTable ? (
          deeds.map((deed) => (
            <MenuChoice
              key={deed}
              isDanger={deed.startsWith('delete')}
              onChoose={() => onDone(() => changeTable(editor, deed))}
            >
              {say(`draft.tables.${deed}`)}
            </MenuChoice>
          ))
        ) : (
          <MenuChoice icon="table" onChoose={() => ask(true)}>
            {say('draft.tables.insert')}
          </MenuChoice>
        )}
      </Menu>
      {isAsking && (
        <TableDialog
          onClose={() => {
            ask(false);
            onDone(() => {});
          }}
          onInsert={(rows, columns) => {
            ask(false);
            onDone(() => insertTable(editor, rows, columns));
          }}
        />
      )}
    </>
  );
}

function TableDialog({
  onClose,
  onInsert,
}: {
  onClose: () => void;
  onInsert: (rows: number, columns: number) => void;
}) {
  const say = useLanguage();
  const [rows, setRows] = useState('3');
  const [columns, setColumns] = useState('3');
  const isFit = (words: string) => /^\d+$/.test(words) && Number(words) >= 1 && Number(words) <= most;
  const faultOf = (words: string) => (isFit(words) ? null : say('draft.table-dialog.fault', { most }));
  const actions = (
    <>
      <Button kind="main" type="submit" isDisabled={!isFit(rows) || !isFit(columns)}>
        {say('draft.table-dialog.go')}
      </Button>
      <Button kind="bare" onPress={onClose}>
        {say('base.cancel')}
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen
      size="slim"
      title={say('draft.table-dialog.title')}
      lead={say('draft.table-dialog.lead')}
      actions={actions}
      onClose={onClose}
      onSubmit={() => {
        if (isFit(rows) && isFit(columns)) onInsert(Number(rows), Number(columns));
      }}
    >
      <div className="two">
        <TextField
          label={say('draft.table-dialog.rows')}
          value={rows}
          onChange={setRows}
          fault={faultOf(rows)}
          autoFocus
        />
        <TextField
          label={say('draft.table-dialog.columns')}
          value={columns}
          onChange={setColumns}
          fault={faultOf(columns)}
        />
      </div>
    </Dialog>
  );
}
