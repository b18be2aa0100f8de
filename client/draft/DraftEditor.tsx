import {
  lazy,
  type ReactNode,
  type Ref,
  Suspense,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import type { ParagraphId, ThreadId } from '../../shared/ids.ts';
import type { WishedAnchor } from '../../shared/text/anchor.ts';
import { directionOf } from '../../shared/text/direction.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import { announce } from '../base/announce.ts';
import { useLanguage } from '../base/language.ts';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { Carets } from './carets.tsx';
import './draft.css';
import './text.css';
import { type DraftHandle, draftHandle } from './draft-handle.ts';
import type { AnchoredThread } from './highlights.ts';
import { ParagraphHandle } from './ParagraphHandle.tsx';
import { RefusedNotice } from './RefusedNotice.tsx';
import { StateStrip } from './StateStrip.tsx';
import type { SavedState } from './saved-state.ts';
import { useDraftSession } from './use-draft-session.ts';
import { useReading } from './use-reading.ts';
import { useUnsaved } from './use-unsaved.ts';

/** The bar, its lists and tables are for those who edit; readers do not wait for them. */
const FormatBar = lazy(() => import('./FormatBar.tsx').then((module) => ({ default: module.FormatBar })));

export interface DraftEditorProps {
  paperId: string;
  /** BCP 47 tag of the text. */
  language: string;
  mode: 'reading' | 'editing';
  mayEdit: boolean;
  me: { name: string; colour: string };
  threads: readonly AnchoredThread[];
  activeThread: ThreadId | null;
  onThreadFocus: (id: ThreadId | null) => void;
  /** What is selected, as an anchor; null when nothing is. */
  onSelect: (anchor: WishedAnchor | null) => void;
  onComment: (id: ParagraphId) => void;
  onHistory?: (id: ParagraphId) => void;
  onParagraphs: (paragraphs: readonly Paragraph[]) => void;
  /** Whether everything is saved, and the log's id up to which the draft is committed. */
  onState: (state: SavedState, throughUpdate: number | null) => void;
  /** Blocks may stand elsewhere: at most once a frame. */
  onGeometry: () => void;
  /** Where the format bar and the strips go: they lie over text and margin. Above the text when left out. */
  bar?: HTMLElement | null;
  /** What is shown until the text is there: the page's own HTML of it. */
  placeholder?: ReactNode;
  ref?: Ref<DraftHandle>;
}

/** The living text of a paper: read by everybody who may see it, written by those who may. */
export function DraftEditor(props: DraftEditorProps) {
  const { paperId, language, mode, mayEdit, threads, activeThread, bar, onGeometry, onComment, onHistory } = props;
  const say = useLanguage();
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const boxes = useRef<HTMLDivElement>(null);
  const draft = useDraftSession({ ...props, root, boxes });
  const { session, state, refused } = draft;
  const wantsToEdit = mode === 'editing' && mayEdit;
  const isEditing = wantsToEdit && session !== null && state?.kind !== 'read-only';
  const unsaved = useUnsaved(session, state);
  useReading(session, props);
  useImperativeHandle(props.ref, () => draftHandle(session, () => frame), [session, frame]);
  useLayoutEffect(() => session?.setEditing(isEditing), [session, isEditing]);
  useEffect(() => {
    session?.highlights.show(threads);
    session?.geometry.note();
  }, [session, threads]);
  useEffect(() => session?.highlights.focus(activeThread), [session, activeThread]);
  useEffect(() => session?.geometry.subscribe(onGeometry), [session, onGeometry]);

  const copyWords = () => {
    const words = session?.unsavedAgainst(null).join('\n\n') ?? '';
    void navigator.clipboard.writeText(words).then(() => announce(say('draft.refused.copied')));
  };
  const strips = (
    <>
      {wantsToEdit && session && (
        <Suspense fallback={<div className="fmt" />}>
          <FormatBar editor={session.editor} history={session.bound.history} isOff={!isEditing} />
        </Suspense>
      )}
      <StateStrip state={state} unsaved={unsaved} onCopy={copyWords} />
      {refused && <RefusedNotice refused={refused} onClose={draft.forgetRefused} />}
    </>
  );
  return (
    <>
      {bar === undefined ? strips : bar && createPortal(strips, bar)}
      {!session && draft.problem && <ProblemNote problem={draft.problem} retry={draft.retry} />}
      {!session && !draft.problem && !draft.wasOpen && (props.placeholder ?? <Waiting lines={12} />)}
      <div
        ref={setFrame}
        className="draft"
        lang={language}
        dir={directionOf(language)}
        data-editing={isEditing || undefined}
      >
        <div ref={boxes} className="draft-boxes" aria-hidden="true" />
        <div ref={root} className="draft-text" />
        {session && frame && (
          <>
            <Carets session={session} frame={frame} />
            <ParagraphHandle {...{ session, frame, paperId, isEditing, onComment, onHistory }} />
          </>
        )}
      </div>
    </>
  );
}
