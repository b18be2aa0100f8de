import type { Thread } from '../../shared/threads/contract.ts';
import { inZone } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { Icon } from '../base/ui/Icon.tsx';
import { useSetting } from './setting.ts';

/** What a member sees after sending: it arrived, when by the server's clock, and whether that was in time. */
export function Receipt({ thread }: { thread: Thread }) {
  const say = useLanguage();
  const { zone, place } = useSetting();
  const { at, stamp } = thread.opening;
  return (
    <p className="arrived" role="status">
      <Icon name="check" />
      <span>
        <b>{say('threads.arrived')}</b> {inZone(at, zone, place)}
        {stamp === null ? '.' : `, ${say(`threads.receipt.${stamp}`)}`}
      </span>
    </p>
  );
}
