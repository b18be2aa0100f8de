import type { Thread } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { useSetting } from './setting.ts';
import { withdrawThread } from './writes.ts';

/** Asks before one's own thread is taken back: its words go for everybody, its number stays. */
export function WithdrawDialog({ thread, onClose }: { thread: Thread; onClose: () => void }) {
  const say = useLanguage();
  const { paperId } = useSetting();
  return (
    <Dialog
      isOpen
      isAlert
      size="slim"
      onClose={onClose}
      title={say('threads.withdraw-title', { number: thread.number })}
      lead={say('threads.withdraw-lead', { number: thread.number })}
      actions={
        <>
          <Button
            kind="danger"
            onPress={() => {
              withdrawThread(paperId, thread.id);
              onClose();
            }}
          >
            {say('threads.withdraw-title', { number: thread.number })}
          </Button>
          <Button onPress={onClose}>{say('threads.keep')}</Button>
        </>
      }
    />
  );
}
