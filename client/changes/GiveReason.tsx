import type { Change } from '../../shared/changes/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { addressOf } from './rows.ts';
import type { ReasonWay } from './Spine.tsx';

/** The two ways to explain a change, where a list of unexplained ones asks for it. */
export function GiveReason({ change, onGiveReason }: { change: Change; onGiveReason: (way: ReasonWay) => void }) {
  const say = useLanguage();
  const address = addressOf(change);
  return (
    <>
      <Button isSmall label={say('changes.link-thread-for', { address })} onPress={() => onGiveReason('thread')}>
        {say('changes.link-thread-ask')}
      </Button>
      <Button isSmall label={say('changes.write-reason-for', { address })} onPress={() => onGiveReason('words')}>
        {say('changes.write-reason-ask')}
      </Button>
    </>
  );
}
