import { type ReactNode, useState } from 'react';
import type { Thread } from '../../shared/threads/contract.ts';
import { announce } from '../base/announce.ts';
import { useLanguage } from '../base/language.ts';
import { outbox } from '../base/outbox.ts';
import { paperAddress } from '../base/place.ts';
import { Button } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { Menu, MenuChoice } from '../base/ui/Menu.tsx';
import { PositionBar } from './PositionBar.tsx';
import { useSetting } from './setting.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import type { PendingWords } from './writes.ts';

/** What can be done with a thread now. What cannot be done is not a dead button: the reason stands below. */
export function ThreadActs({
  thread,
  deeds,
  onChange,
  pending,
  isFresh,
  onReply,
}: {
  thread: Thread;
  deeds: ReactNode;
  onChange?: () => void;
  pending: PendingWords;
  isFresh: boolean;
  onReply: () => void;
}) {
  const say = useLanguage();
  const { paperId, me, may, shut, isOffline } = useSetting();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { speaker } = thread.opening;
  const isMine = speaker.personId === me.personId;
  const isAnswered = thread.dispositions.length > 0;
  const mayWithdraw = isMine && may.withdraw && shut === null && pending.withdrawal === null && !isAnswered;
  const mayReply = may.reply && (shut === null || isMine);
  const mayTakePosition = may.position && speaker.organisationId !== me.organisationId;
  return (
    <>
      <div className="acts">
        {deeds}
        {mayTakePosition && shut === null && <PositionBar thread={thread} pending={pending.position} />}
        {mayWithdraw && onChange && <Button onPress={onChange}>{say('threads.change')}</Button>}
        {mayWithdraw && isFresh && <Button onPress={() => setWithdrawing(true)}>{say('threads.withdraw')}</Button>}
        {mayReply && !isFresh && (
          <Button kind={deeds || mayTakePosition ? 'bare' : undefined} onPress={onReply}>
            {say('threads.reply')}
          </Button>
        )}
        <Menu
          label={say('threads.more', { number: thread.number })}
          trigger={<Button kind="bare" icon="dots" label={say('threads.more', { number: thread.number })} />}
        >
          <MenuChoice icon="link" onChoose={() => copyAddress(paperId, thread, say('threads.address-copied'))}>
            {say('threads.copy-address')}
          </MenuChoice>
          {mayWithdraw ? (
            <MenuChoice isDanger onChoose={() => setWithdrawing(true)}>
              {say('threads.withdraw-ask')}
            </MenuChoice>
          ) : null}
        </Menu>
      </div>
      {mayTakePosition && shut !== null && <p className="hint">{shut.words}</p>}
      {mayTakePosition && shut === null && isOffline && <p className="hint">{say('threads.offline-positions')}</p>}
      {pending.withdrawal && (
        <p className="local">
          <Icon name={pending.withdrawal.problem ? 'warn' : 'dots'} />
          {pending.withdrawal.problem
            ? `${pending.withdrawal.problem.title} ${pending.withdrawal.problem.mend}`
            : say('threads.withdrawing')}
          {pending.withdrawal.problem && <DiscardPost id={pending.withdrawal.id} />}
        </p>
      )}
      {isWithdrawing && <WithdrawDialog thread={thread} onClose={() => setWithdrawing(false)} />}
    </>
  );
}

function DiscardPost({ id }: { id: string }) {
  const say = useLanguage();
  return (
    <Button isSmall kind="bare" onPress={() => outbox.discard(id)}>
      {say('base.close')}
    </Button>
  );
}

function copyAddress(paperId: string, thread: Thread, done: string): void {
  const address = paperAddress(paperId, { threadId: thread.id, paragraphId: thread.anchor?.paragraphId });
  void navigator.clipboard.writeText(new URL(address, location.href).href).then(() => announce(done));
}
