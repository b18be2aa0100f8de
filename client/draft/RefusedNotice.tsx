import { announce } from '../base/announce.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';

/** Words that the server did not take, and why. */
export interface Refused {
  reason: 'not-allowed' | 'signed-out' | 'gone' | 'malformed' | 'too-large' | 'resync';
  unsaved: string[];
}

/** Shown before a document with unsaved words is thrown away: nothing is lost without a way to keep it. */
export function RefusedNotice({ refused, onClose }: { refused: Refused; onClose: () => void }) {
  const say = useLanguage();
  const copy = () => {
    void navigator.clipboard.writeText(refused.unsaved.join('\n\n')).then(() => announce(say('draft.refused.copied')));
  };
  return (
    <section className="draft-refused say-no" role="alert">
      <Icon name="warn" />
      <b>{say('draft.refused.title')}</b>
      <span>{`${say(`draft.refused.why.${refused.reason}`)} ${say('draft.refused.mend')}`}</span>
      <div className="words">
        {refused.unsaved.map((words, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once and never changes
          <p key={at} dir="auto">
            {words}
          </p>
        ))}
      </div>
      <span className="acts">
        <Button isSmall kind="main" onPress={copy}>
          {say('base.copy')}
        </Button>
        <Button isSmall onPress={onClose}>
          {say('draft.refused.close')}
        </Button>
      </span>
    </section>
  );
}
