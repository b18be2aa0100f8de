import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/**
 * One more sheet with the double rule at its inline start. The headline says the thing, the first line what
 * it changes, the main button repeats the deed, the foot says what is recorded. It closes by Esc and its
 * buttons, never by a click beside it: words typed in it are not lost by a slip of the hand. With
 * `onSubmit` it is a form, and Enter in a field does the deed.
 */
export function Dialog({
  isOpen,
  onClose,
  title,
  lead,
  size,
  actions,
  note,
  children,
  isAlert,
  onSubmit,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  lead?: ReactNode;
  size?: 'slim' | 'wide';
  /** The buttons, the deed first. */
  actions?: ReactNode;
  /** What is recorded, or what else one should know: the end of the foot. */
  note?: ReactNode;
  children?: ReactNode;
  isAlert?: boolean;
  onSubmit?: () => void;
}) {
  const sheet = (
    <>
      <div className="dlg-head">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {lead && <p>{lead}</p>}
      </div>
      {children && <div className="body stack">{children}</div>}
      {(actions || note) && (
        <div className="dlg-foot">
          {actions}
          {note && <p>{note}</p>}
        </div>
      )}
    </>
  );
  return (
    <ModalOverlay
      className="behind"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={size ? `dlg ${size}` : 'dlg'}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} data-modal="">
          {onSubmit ? (
            <form
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                onSubmit();
              }}
            >
              {sheet}
            </form>
          ) : (
            sheet
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
