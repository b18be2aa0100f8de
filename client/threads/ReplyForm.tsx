import { useEffect, useRef, useState } from 'react';
import type { Thread } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { keepReplyWords, readReplyWords } from './reply-words.ts';
import { useSetting } from './setting.ts';
import { sendReply } from './writes.ts';

/** A reply. Ctrl+Enter sends, Esc closes and keeps the words. */
export function ReplyForm({ thread, onClose }: { thread: Thread; onClose: () => void }) {
  const say = useLanguage();
  const { paperId, me, isOffline } = useSetting();
  const [text, setText] = useState(readReplyWords(me.personId, thread.id));
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    keepReplyWords(me.personId, thread.id, text);
  }, [me.personId, thread.id, text]);
  const words = text.trim();
  const go = () => {
    if (words === '') return field.current?.focus();
    sendReply(paperId, thread.id, thread.number, words);
    setText('');
    keepReplyWords(me.personId, thread.id, '');
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
