import { useLanguage } from '../base/language.ts';
import { Icon } from '../base/ui/Icon.tsx';
import { Sentence } from '../base/ui/Sentence.tsx';
import { CopyButton } from './CopyButton.tsx';
import { hasMovedOn } from './form-words.ts';
import { useSetting } from './setting.ts';
import type { Spot } from './spot.ts';

/** What becomes of the words: kept until sent, sent later, or refused with the way out. */
export function FormState({ spot, copy }: { spot: Spot; copy: string }) {
  const say = useLanguage();
  const { shut, isOffline, deadline } = useSetting();
  if (shut !== null) {
    return (
      <div className="say-no" role="alert">
        <Icon name="lock" />
        <b>{shut.words}</b>
        <span>{say('threads.kept-here')}</span>
        <span className="acts">
          <CopyButton words={copy} />
        </span>
      </div>
    );
  }
  return (
    <>
      {hasMovedOn(spot) && (
        <div className="say-warn" role="status">
          <Icon name="warn" />
          <span>
            {say(spot.how === 'deleted' ? 'threads.gone-while-writing' : 'threads.changed-while-writing', {
              address: spot.address,
            })}
          </span>
          {spot.how === 'deleted' && (
            <span className="acts">
              <CopyButton words={copy} />
            </span>
          )}
        </div>
      )}
      {isOffline ? (
        <p className="local warn" role="status">
          <Icon name="warn" />
          <span>
            {deadline === null ? (
              say('threads.offline')
            ) : (
              <Sentence of="threads.offline-until" parts={{ when: <b>{deadline}</b> }} />
            )}
          </span>
        </p>
      ) : (
        <p className="local">
          <Icon name="check" />
          {say('threads.kept')}
          <span className="hide-s">
            <kbd>Ctrl</kbd> <kbd>Enter</kbd> {say('threads.sends')}
          </span>
        </p>
      )}
    </>
  );
}
