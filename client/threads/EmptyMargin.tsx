import { useLanguage } from '../base/language.ts';
import { TextButton } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { Sentence } from '../base/ui/Sentence.tsx';
import { useSetting } from './setting.ts';

/** A paper without a thread: that nobody has commented, and the ways to do it. It goes with the first thread. */
export function EmptyMargin({ example, onPaper }: { example: string; onPaper: () => void }) {
  const say = useLanguage();
  const { may, shut, deadline } = useSetting();
  const mayWrite = may.open && shut === null;
  return (
    <div className="blankm">
      <h2>{say('threads.empty.title')}</h2>
      <p>{say('threads.empty.words')}</p>
      {!mayWrite && shut !== null && <p>{shut.words}</p>}
      {mayWrite && (
        <>
          <ol>
            <li>
              <Icon name="talk" />
              <span>
                <Sentence
                  of={example === '' ? 'threads.empty.select' : 'threads.empty.select-or'}
                  facts={{ example }}
                />
              </span>
            </li>
            <li>
              <Icon name="checkmod" />
              <span>
                <Sentence of="threads.empty.change" />
              </span>
            </li>
            {deadline !== null && (
              <li>
                <Icon name="clock" />
                <span>
                  <Sentence of="threads.empty.until" parts={{ when: deadline }} />
                </span>
              </li>
            )}
          </ol>
          <p>
            <TextButton onPress={onPaper}>{say('threads.comment-on-paper')}</TextButton>
          </p>
        </>
      )}
    </div>
  );
}
