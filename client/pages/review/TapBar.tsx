import { useLanguage } from '../../base/language.ts';
import { Button, TextButton } from '../../base/ui/Button.tsx';

/** On a phone: what can be done with the paragraph that was tapped, or with the words selected in it. */
export function TapBar({
  address,
  threads,
  mayWrite,
  onComment,
  onChange,
  onRead,
  onClose,
}: {
  address: string;
  threads: number;
  mayWrite: boolean;
  onComment: () => void;
  onChange: () => void;
  onRead: () => void;
  onClose: () => void;
}) {
  const say = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a bar of buttons, not a form
    <div className="tapbar" role="group" aria-label={say('paper.paragraph', { address })}>
      <p>
        <span>{say('paper.paragraph', { address })}</span>
        <TextButton onPress={onClose}>{say('base.cancel')}</TextButton>
      </p>
      {mayWrite && (
        <>
          <Button kind="main" icon="talk" onPress={onComment}>
            {say('paper.comment-here')}
          </Button>
          <Button onPress={onChange}>{say('paper.change-here')}</Button>
        </>
      )}
      {threads > 0 && <Button onPress={onRead}>{say('paper.read-threads', { count: threads })}</Button>}
    </div>
  );
}
