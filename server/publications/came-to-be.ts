import { namedThread } from '../../shared/changes/rules.ts';
import type { PaperId } from '../../shared/ids.ts';
import type { Round } from '../../shared/rounds/contract.ts';
import { resolveAnchor } from '../../shared/text/anchor.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import { wordDifference } from '../../shared/text/words.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import { whatChanges } from '../../shared/threads/proposal.ts';
import type { VersionSummary } from '../../shared/versions/contract.ts';
import type { Tx } from '../base/database.ts';
import { listRecordedReasons } from '../changes/store.ts';
import { listRounds } from '../rounds/store.ts';
import { listThreads } from '../threads/store.ts';
import { findVersionContent, listVersions } from '../versions/store.ts';
import type { ParagraphStory, ReasonStep, StoryStep, ThreadStep, VersionStep } from './story.ts';

/**
 * How a paragraph came to be: what each version says, and what was said and decided in between, in the
 * order of time.
 * @param through the number of the last version to tell of; null for all
 */
export async function storyOfParagraph(
  tx: Tx,
  paperId: PaperId,
  paragraphId: string,
  through: number | null,
): Promise<ParagraphStory> {
  const versions = (await listVersions(tx, paperId)).filter((version) => through === null || version.number <= through);
  const threads = await listThreads(tx, paperId);
  const rounds = await listRounds(tx, paperId);
  const { steps, address } = await versionSteps(tx, versions, paragraphId);
  const applied = new Set(
    threads
      .filter((thread) => thread.applications.some((each) => each.paragraphId === paragraphId))
      .map((thread) => thread.id),
  );
  const said = threads
    .filter((thread) => thread.anchor?.paragraphId === paragraphId || applied.has(thread.id))
    .map((thread) => threadStep(thread, rounds));
  const end = versions.at(-1)?.frozenAt;
  const reasons = await reasonSteps(tx, paperId, paragraphId);
  const all: StoryStep[] = [...steps, ...said.filter((step) => through === null || !end || step.at <= end), ...reasons];
  return { paragraphId, address, steps: all.sort((a, b) => Date.parse(instantOf(a)) - Date.parse(instantOf(b))) };
}

const instantOf = (step: StoryStep): string => (step.kind === 'version' ? step.frozenAt : step.at);

async function versionSteps(
  tx: Tx,
  versions: readonly VersionSummary[],
  paragraphId: string,
): Promise<{ steps: VersionStep[]; address: string }> {
  const steps: VersionStep[] = [];
  let earlier: string | null = null;
  let address = '';
  for (const version of versions) {
    const content = await findVersionContent(tx, version.id);
    const found = content?.paragraphs.find((paragraph) => paragraph.id === paragraphId);
    const text: string | null = found?.text ?? null;
    const pieces = earlier !== null && text !== null ? wordDifference(earlier, text, content?.paper.language) : null;
    if (found || earlier !== null)
      steps.push({
        kind: 'version',
        name: version.name,
        number: version.number,
        frozenAt: version.frozenAt,
        text,
        pieces,
      });
    address = found?.address ?? address;
    earlier = text;
  }
  return { steps, address };
}

function threadStep(thread: Thread, rounds: readonly Round[]): ThreadStep {
  const round = rounds.find((each) => each.id === thread.roundId);
  const answer = thread.dispositions.at(-1);
  return {
    kind: 'thread',
    number: thread.number,
    mark: thread.proposal?.mark ?? null,
    organisation: namedThread(thread).organisation,
    text: thread.opening.text,
    pieces: thread.anchor && thread.proposal ? whatChanges(thread.anchor, thread.proposal) : null,
    at: thread.opening.at,
    round: round ? { number: round.number, closesAt: round.closesAt } : null,
    answer: answer?.answer ?? null,
    rationale: answer?.rationale ?? '',
    duplicateOf: answer?.duplicateOf?.number ?? null,
  };
}

async function reasonSteps(tx: Tx, paperId: PaperId, paragraphId: string): Promise<ReasonStep[]> {
  const reasons = await listRecordedReasons(tx, paperId);
  return reasons.flatMap(({ paragraphIds, text, by, at }) =>
    text !== null && paragraphIds.includes(paragraphId) ? [{ kind: 'reason' as const, text, by, at }] : [],
  );
}

/** How many threads stand on each paragraph of a text. */
export function countByParagraph(threads: readonly Thread[], paragraphs: readonly Paragraph[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const thread of threads) {
    if (!thread.anchor) continue;
    const { paragraphId } = resolveAnchor(thread.anchor, paragraphs);
    if (paragraphId !== null) counts.set(paragraphId, (counts.get(paragraphId) ?? 0) + 1);
  }
  return counts;
}
