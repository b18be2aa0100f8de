import './paper.css';
import { useEffect, useMemo, useRef } from 'react';
import { Link } from 'react-router';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import { useLanguage } from '../base/language.ts';
import { Sentence } from '../base/ui/Sentence.tsx';
import { openIn, type Section, sectionsOf, sectionWith } from './outline.ts';

export interface OutlineFacts {
  paragraphs: readonly Paragraph[];
  /** Open threads by the paragraph they stand on. */
  openOn: ReadonlyMap<string, number>;
  openOnPaper: number;
  openOnDeleted: number;
  open: number;
  answered: number;
  /** Paragraphs that differ from the newest version; null while that is not known, or before the first. */
  changed: { count: number; version: string; to: string } | null;
}

/** The outline: sections, how many threads are open in each, and in the section one reads on each paragraph. */
export function PaperOutline({
  facts,
  currentId,
  isEditing,
  onGo,
  onPaper,
  onDeleted,
}: {
  facts: OutlineFacts;
  /** The paragraph that is read now. */
  currentId: string | null;
  isEditing: boolean;
  onGo: (paragraphId: string) => void;
  onPaper: () => void;
  onDeleted: () => void;
}) {
  const say = useLanguage();
  const { paragraphs, openOn, openOnPaper, openOnDeleted, changed } = facts;
  const sections = useMemo(() => sectionsOf(paragraphs), [paragraphs]);
  const here = sectionWith(sections, currentId) ?? sections[0];
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another section is current
  useEffect(() => {
    void nav.current?.querySelector('[aria-current="location"]')?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  const hasThreads = facts.open + facts.answered > 0;
  return (
    <nav ref={nav} className="outline" aria-label={say('paper.outline')}>
      <h2>
        <span>{say('paper.outline')}</span>
        {hasThreads && <span>{say('paper.open')}</span>}
      </h2>
      {sections.map((section) => (
        <SectionLinks
          key={section.heading.id}
          section={section}
          openOn={openOn}
          isHere={section === here}
          currentId={currentId}
          hasThreads={hasThreads}
          onGo={onGo}
        />
      ))}
      {(openOnPaper > 0 || openOnDeleted > 0 || (changed !== null && changed.count > 0)) && (
        <div className="rest">
          {openOnPaper > 0 && <OutlineRest words={say('paper.on-paper')} count={openOnPaper} onGo={onPaper} />}
          {openOnDeleted > 0 && <OutlineRest words={say('paper.on-deleted')} count={openOnDeleted} onGo={onDeleted} />}
          {changed !== null && changed.count > 0 && (
            <Link to={changed.to}>
              <span>{say('paper.changed-since', { version: changed.version })}</span>
              <span className="c">{changed.count}</span>
            </Link>
          )}
        </div>
      )}
      <p className="foot">
        {isEditing ? (
          <Sentence of="paper.keys-editing" parts={{ esc: <kbd>Esc</kbd> }} />
        ) : (
          <>
            {hasThreads ? say('paper.counts', { count: facts.open, answered: facts.answered }) : say('paper.no-thread')}
            <br />
            <Sentence of="paper.keys-hint" parts={{ key: <kbd>?</kbd> }} />
          </>
        )}
      </p>
    </nav>
  );
}

const barUnit = 12;
const longestBar = 88;

function SectionLinks({
  section,
  openOn,
  isHere,
  currentId,
  hasThreads,
  onGo,
}: {
  section: Section;
  openOn: ReadonlyMap<string, number>;
  isHere: boolean;
  currentId: string | null;
  hasThreads: boolean;
  onGo: (paragraphId: string) => void;
}) {
  const { heading, paragraphs } = section;
  const busy = isHere ? paragraphs.filter((paragraph) => (openOn.get(paragraph.id) ?? 0) > 0) : [];
  const most = Math.max(1, ...busy.map((paragraph) => openOn.get(paragraph.id) ?? 0));
  const widthOf = (count: number) =>
    most * barUnit > longestBar ? Math.ceil((count / most) * longestBar) : count * barUnit;
  return (
    <>
      <GoLink id={heading.id} isCurrent={isHere ? 'location' : undefined} onGo={onGo}>
        <span className="n">{heading.label}</span>
        <span dir="auto">{heading.text}</span>
        {hasThreads && <OpenCount count={openIn(section, openOn)} />}
      </GoLink>
      {busy.length > 0 && (
        <div className="sub">
          {busy.map((paragraph) => {
            const count = openOn.get(paragraph.id) ?? 0;
            return (
              <GoLink
                key={paragraph.id}
                id={paragraph.id}
                isCurrent={paragraph.id === currentId ? 'true' : undefined}
                onGo={onGo}
              >
                <bdi className="n">{paragraph.address}</bdi>
                <span className="bar" style={{ inlineSize: widthOf(count) }} />
                <span className="c">{count}</span>
              </GoLink>
            );
          })}
        </div>
      )}
    </>
  );
}

function OpenCount({ count }: { count: number }) {
  const say = useLanguage();
  if (count > 0) return <span className="c">{count}</span>;
  return (
    <span className="c zero">
      ✓<span className="vh"> {say('paper.none-open')}</span>
    </span>
  );
}

/** A link to a place of this page: its address can be copied, a press scrolls there. */
function GoLink({
  id,
  isCurrent,
  onGo,
  children,
}: {
  id: string;
  isCurrent?: 'true' | 'location';
  onGo: (paragraphId: string) => void;
  children: React.ReactNode;
}) {
  return (
    <a
      href={`?paragraph=${id}`}
      aria-current={isCurrent}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onGo(id);
      }}
    >
      {children}
    </a>
  );
}

function OutlineRest({ words, count, onGo }: { words: string; count: number; onGo: () => void }) {
  return (
    <button type="button" onClick={onGo}>
      <span>{words}</span>
      <span className="c">{count}</span>
    </button>
  );
}
