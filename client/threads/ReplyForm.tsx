import { useEffect, useRef, useState } from 'react';
import type { Thread } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { useSetting } from './setting.ts';
import { sendReply } from './writes.ts';

/** Words typed under a thread live as long as the page, so that looking at another thread loses nothing. */
const typed = new Map<string, string>();

/** A reply. Ctrl+Enter sends, Esc closes and keeps the words. */
export function ReplyForm({ thread, onClose }: { thread: Thread; onClose: () => void }) {
  const say = useLanguage();
  const { paperId, isOffline } = useSetting();
  const [text, setText] = useState(typed.get(thread.id) ?? '');
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    typed.set(thread.id, text);
  }, [thread.id, text]);
  const words = text.trim();
  const go = () => {
    if (words === '') return field.current?.focus();
    sendReply(paperId, thread.id, thread.number, words);
    setText('');
    typed.delete(thread.id);
    onClose();
  };
  return (
    <form
      className="reply"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go();
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <TextField
        ref={field}
        label={say('threads.your-reply')}
        value={text}
        onChange={setText}
        lines={3}
        maxLength={20_000}
        autoFocus
      />
      <div className="acts">
        <Button kind="main" type="submit">
          {say(isOffline ? 'threads.send-later' : 'threads.send-reply')}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {say('base.cancel')}
        </Button>
      </div>
    </form>
  );
}
