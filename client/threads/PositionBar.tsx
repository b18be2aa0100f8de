import { useState } from 'react';
import { type Stance, stance, type Thread } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { outbox } from '../base/outbox.ts';
import { Button } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { Menu, MenuChoice } from '../base/ui/Menu.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { useSetting } from './setting.ts';
import { type PendingWords, sendPosition } from './writes.ts';

/**
 * What one's organisation says to a thread without writing a comment. Support is one press; the others may
 * carry a sentence. A position is of the organisation: a colleague's one is shown and can be taken back.
 */
export function PositionBar({ thread, pending }: { thread: Thread; pending: PendingWords['position'] }) {
  const say = useLanguage();
  const { paperId, me, isOffline } = useSetting();
  const [asking, setAsking] = useState<Exclude<Stance, 'supports'> | null>(null);
  const standing = thread.positions.find((position) => position.organisationId === me.organisationId)?.stance ?? 'none';
  const take = (wish: { stance: Stance | 'none'; text: string }) => {
    setAsking(null);
    sendPosition(paperId, thread.id, thread.number, wish);
  };
  if (pending !== null) return <PendingPosition pending={pending} />;
  if (asking !== null) {
    return (
      <PositionWords
        stance={asking}
        onTake={(text) => take({ stance: asking, text })}
        onClose={() => setAsking(null)}
      />
    );
  }
  if (standing !== 'none') {
    return (
      <span className="stands">
        <Icon name="check" />
        {say(`threads.own-stance.${standing}`, { organisation: me.organisation })}
        <Button isSmall isDisabled={isOffline} onPress={() => take({ stance: 'none', text: '' })}>
          {say('threads.take-back')}
        </Button>
      </span>
    );
  }
  return (
    <>
      <Button kind="main" isDisabled={isOffline} onPress={() => take({ stance: 'supports', text: '' })}>
        {say('threads.support')}
      </Button>
      <Button isDisabled={isOffline} onPress={() => setAsking('objects')}>
        {say('threads.object')}
      </Button>
      <Menu
        label={say('threads.other-positions')}
        trigger={<Button isDisabled={isOffline} icon="down" label={say('threads.other-positions')} />}
      >
        {stance.options.flatMap((each) =>
          each === 'supports' || each === 'objects' ? (
            []
          ) : (
            <MenuChoice key={each} onChoose={() => setAsking(each)} hint={say(`threads.stance-means.${each}`)}>
              {say(`threads.take.${each}`)}
            </MenuChoice>
          ),
        )}
      </Menu>
    </>
  );
}

function PositionWords({
  stance: wanted,
  onTake,
  onClose,
}: {
  stance: Exclude<Stance, 'supports'>;
  onTake: (text: string) => void;
  onClose: () => void;
}) {
  const say = useLanguage();
  const [text, setText] = useState('');
  const isReady = wanted !== 'supportsWithChange' || text.trim() !== '';
  return (
    <form
      className="position-words"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onTake(text.trim());
      }}
    >
      <TextField
        label={say(`threads.stance-words.${wanted}`)}
        value={text}
        onChange={setText}
        lines={2}
        maxLength={2000}
        autoFocus
      />
      <div className="acts">
        <Button kind="main" type="submit" isDisabled={!isReady}>
          {say(`threads.take.${wanted}`)}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {say('base.cancel')}
        </Button>
      </div>
    </form>
  );
}

function PendingPosition({ pending }: { pending: NonNullable<PendingWords['position']> }) {
  const say = useLanguage();
  if (pending.problem === null) {
    return (
      <span className="local">
        <Icon name="dots" />
        {say('threads.sending-position')}
      </span>
    );
  }
  return (
    <div className="say-no" role="alert">
      <Icon name="warn" />
      <b>{pending.problem.title}</b>
      <span>{pending.problem.mend}</span>
      <span className="acts">
        <Button isSmall onPress={() => outbox.discard(pending.id)}>
          {say('base.close')}
        </Button>
      </span>
    </div>
  );
}
