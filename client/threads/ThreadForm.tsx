import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react';
import type { Organisation } from '../../shared/groups/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Button, TextButton } from '../base/ui/Button.tsx';
import { type DraftWords, draftKey, dropDraft, keepDraft } from './drafts.ts';
import type { Composing } from './entries.ts';
import { FormFields } from './FormFields.tsx';
import { FormState } from './FormState.tsx';
import { missingIn, plainWords, wishOf, wordsProposedOn } from './form-words.ts';
import { OnBehalfFields } from './OnBehalfFields.tsx';
import { useSetting } from './setting.ts';
import type { Spot } from './spot.ts';
import { sendComment } from './writes.ts';

const pause = 400;
/** In the margin the form is one of the articles of its list; on a phone it lies over everything. */
const listItem = { role: 'listitem' } as const;
const dialog = { role: 'dialog', 'aria-modal': true, 'data-modal': '' } as const;

/**
 * The composer. What is typed is kept on this device at every pause, for this place of this paper, until it
 * is sent or discarded; closing the form loses nothing. Ctrl+Enter sends, Esc closes.
 */
export function ThreadForm({
  composing,
  spot,
  paragraphText,
  initial,
  organisations,
  onClose,
  onSent,
  isDialog = false,
  style,
  ref,
}: {
  composing: Composing;
  spot: Spot;
  /** Today's text of the paragraph; empty on the paper as a whole. */
  paragraphText: string;
  initial: DraftWords;
  organisations: readonly Organisation[];
  onClose: () => void;
  onSent: (threadId: string) => void;
  /** On a phone it lies over everything. */
  isDialog?: boolean;
  style?: { insetBlockStart: number };
  ref?: Ref<HTMLElement>;
}) {
  const say = useLanguage();
  const { paperId, me, may, shut, isOffline } = useSetting();
  const titleId = useId();
  const [words, setWords] = useState(initial);
  const [missing, setMissing] = useState<string | null>(null);
  const { anchor } = composing;
  const base = wordsProposedOn(anchor, paragraphText);
  const address = spot.address;
  const keep = useKeeping(words, initial, { paperId, anchor, address });

  const close = () => {
    keep();
    onClose();
  };
  const go = () => {
    const found = missingIn(words, base);
    setMissing(found);
    if (found !== null || shut !== null) return;
    const { postId, replaces } = composing;
    const id = sendComment(paperId, wishOf(words, anchor), { address, postId, replaces });
    keep.drop();
    onSent(id);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      go();
    }
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    close();
  };

  return (
    <article
      ref={ref}
      {...(isDialog ? dialog : listItem)}
      className="th compose on"
      style={style}
      aria-labelledby={titleId}
      onKeyDown={onKey}
    >
      <header>
        <b id={titleId}>{anchor === null ? say('threads.new-on-paper') : say('threads.new-on', { address })}</b>
        <span className="cancel show-s">
          <TextButton onPress={close}>{say('base.cancel')}</TextButton>
        </span>
        <span className="speaking">
          {say('threads.speaking-for')} <b>{me.organisation}</b>
        </span>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        {composing.replaces && <p className="hint">{say('threads.replaces')}</p>}
        <FormFields words={words} onChange={setWords} anchor={anchor} base={base} missing={missing} />
        {may.openForOthers && (
          <OnBehalfFields
            value={words.onBehalf}
            onChange={(onBehalf) => setWords({ ...words, onBehalf })}
            organisations={organisations}
            missing={missing}
          />
        )}
        <div className="acts">
          <Button kind="main" type="submit" isDisabled={shut !== null || spot.how === 'deleted'}>
            {say(isOffline ? 'threads.send-later' : 'threads.send')}
          </Button>
          <span className="hide-s">
            <Button onPress={close}>{say('threads.keep-draft')}</Button>
          </span>
        </div>
        <FormState spot={spot} copy={plainWords(words, address)} />
      </form>
    </article>
  );
}

/** Keeps the words at every pause, and when the form goes. `drop` forgets them: they are on their way. */
function useKeeping(
  words: DraftWords,
  initial: DraftWords,
  at: { paperId: string; anchor: Composing['anchor']; address: string },
) {
  const { me } = useSetting();
  const key = draftKey(at.paperId, at.anchor);
  const newest = useRef({ words, isSent: false });
  newest.current.words = words;
  const keep = () => {
    const { words: now, isSent } = newest.current;
    if (isSent || (now.why === initial.why && now.wording === initial.wording && now.mark === initial.mark)) return;
    keepDraft(me.personId, { key, ...at, words: now, at: new Date().toISOString() });
  };
  const keepRef = useRef(keep);
  keepRef.current = keep;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the words starts the pause anew
  useEffect(() => {
    const timer = setTimeout(() => keepRef.current(), pause);
    return () => clearTimeout(timer);
  }, [words]);
  useEffect(() => {
    const onHide = () => keepRef.current();
    addEventListener('pagehide', onHide);
    return () => {
      removeEventListener('pagehide', onHide);
      keepRef.current();
    };
  }, []);
  return Object.assign(keep, {
    drop: () => {
      newest.current.isSent = true;
      dropDraft(me.personId, key);
    },
  });
}
