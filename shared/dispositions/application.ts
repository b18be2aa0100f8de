import type { ParagraphId } from '../ids.ts';
import { Problem } from '../problems.ts';
import { resolveAnchor } from '../text/anchor.ts';
import type { Block, Paragraph } from '../text/paragraph.ts';
import { reword } from '../text/reword.ts';
import type { Thread } from '../threads/contract.ts';
import { addedParagraphs, proposedText } from '../threads/proposal.ts';
import type { ApplyProposal } from './contract.ts';

/** What applying a proposal makes of the text, and what undoing it needs. */
export interface AppliedText {
  blocks: Block[];
  paragraphId: ParagraphId;
  before: string;
  after: string;
  added: ParagraphId[];
  deleted: Block | null;
}

/**
 * U1: a proposal is applied to the paragraph that the secretariat saw; when the draft says something else
 * by now, both are shown and the secretariat decides the wording.
 * @param freshId ids for the paragraphs of an ADD
 * @throws Problem no-proposal, text-changed (with `before`, `today`, `proposed`)
 */
export function decideApplication(
  thread: Thread,
  wish: ApplyProposal,
  paragraphs: readonly Paragraph[],
  freshId: () => ParagraphId,
): AppliedText {
  const { proposal, anchor } = thread;
  if (!proposal || !anchor || proposal.mark === 'NOC') throw new Problem('no-proposal');
  const place = resolveAnchor(anchor, paragraphs);
  const at = paragraphs.findIndex((paragraph) => paragraph.id === place.paragraphId);
  const target = place.how === 'deleted' ? undefined : paragraphs[at];
  const today = target?.text ?? null;
  const isAddition = proposal.mark === 'ADD';
  const proposed = proposedText(anchor, proposal, target ? { text: target.text, place } : null);
  if (!isAddition && (today === null || today !== wish.seen)) {
    throw new Problem('text-changed', { before: anchor.paragraphText, today, proposed });
  }
  if (isAddition) return added(paragraphs, at, wish.wording ?? proposal.text, freshId);
  if (!target) throw new Problem('text-changed', { before: anchor.paragraphText, today, proposed });
  if (proposal.mark === 'SUP' && !anchor.quote && wish.wording === undefined) return deleted(paragraphs, target);
  return reworded(paragraphs, target, wish.wording ?? proposed);
}

function reworded(paragraphs: readonly Paragraph[], target: Paragraph, text: string): AppliedText {
  const changed: Block = { ...target, text, runs: reword(target.runs, text) };
  const blocks = paragraphs.map((paragraph) => (paragraph.id === target.id ? changed : paragraph));
  return { blocks, paragraphId: target.id, before: target.text, after: text, added: [], deleted: null };
}

function deleted(paragraphs: readonly Paragraph[], target: Paragraph): AppliedText {
  const blocks = paragraphs.filter((paragraph) => paragraph.id !== target.id);
  return { blocks, paragraphId: target.id, before: target.text, after: '', added: [], deleted: target };
}

/** New paragraphs stand after the one the thread is on, in its list or cell; a heading is followed by plain paragraphs. */
function added(paragraphs: readonly Paragraph[], at: number, wording: string, freshId: () => ParagraphId): AppliedText {
  const neighbour = paragraphs[at];
  const isItem = neighbour?.kind === 'listItem';
  const lines = addedParagraphs({ mark: 'ADD', text: wording });
  const fresh = lines.map(
    (line): Block => ({
      id: freshId(),
      kind: isItem ? 'listItem' : 'paragraph',
      level: isItem ? neighbour.level : null,
      label: null,
      labelAsTyped: null,
      text: line,
      runs: [{ text: line }],
      ...(isItem && neighbour.list && { list: neighbour.list }),
      ...(neighbour?.cell && { cell: neighbour.cell }),
    }),
  );
  const [first] = fresh;
  if (!first) throw new Problem('wording-missing', { mark: 'ADD' });
  const blocks = [...paragraphs.slice(0, at + 1), ...fresh, ...paragraphs.slice(at + 1)];
  return {
    blocks,
    paragraphId: first.id,
    before: '',
    after: lines.join('\n'),
    added: fresh.map((block) => block.id),
    deleted: null,
  };
}

/**
 * U2: an application is undone while the paragraph still says what it made of it; otherwise it is edited by hand.
 * @param anchor where the thread stands, for a paragraph that comes back
 * @throws Problem text-changed
 */
export function decideUndoing(
  application: Omit<AppliedText, 'blocks'>,
  thread: Pick<Thread, 'anchor'>,
  paragraphs: readonly Paragraph[],
): Block[] {
  if (application.deleted) {
    const { deleted: back } = application;
    if (paragraphs.some((paragraph) => paragraph.id === back.id)) return [...paragraphs];
    const place = thread.anchor ? resolveAnchor(thread.anchor, paragraphs) : null;
    const at = paragraphs.findIndex((paragraph) => paragraph.id === place?.paragraphId);
    return [...paragraphs.slice(0, at + 1), back, ...paragraphs.slice(at + 1)];
  }
  if (application.added.length > 0) {
    const now = paragraphs.filter((paragraph) => application.added.includes(paragraph.id));
    refuseUnless(now.map((paragraph) => paragraph.text).join('\n') === application.after, application, now[0]);
    return paragraphs.filter((paragraph) => !application.added.includes(paragraph.id));
  }
  const target = paragraphs.find((paragraph) => paragraph.id === application.paragraphId);
  refuseUnless(target?.text === application.after, application, target);
  return paragraphs.map((paragraph) =>
    paragraph.id === application.paragraphId
      ? { ...paragraph, text: application.before, runs: reword(paragraph.runs, application.before) }
      : paragraph,
  );
}

function refuseUnless(
  isSame: boolean,
  application: { before: string; after: string },
  today: Paragraph | undefined,
): void {
  if (!isSame)
    throw new Problem('text-changed', {
      before: application.after,
      today: today?.text ?? null,
      proposed: application.before,
    });
}
