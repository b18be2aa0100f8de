import type { WordPiece } from '../../shared/changes/contract.ts';
import { dateInWords, shortInstant } from '../../shared/dates.ts';
import type { Answer } from '../../shared/dispositions/contract.ts';
import { type Markup, markup } from '../../shared/text/markup.ts';
import { linkTo, page, plural, wholeAddress } from './frame.ts';
import { type IconName, icon } from './icons.ts';
import type { PublicPage } from './published.ts';
import type { ParagraphStory, ReasonStep, StoryStep, ThreadStep, VersionStep } from './story.ts';

/** What the page of a paragraph's story shows beside the story itself. */
export interface StoryPage extends Pick<PublicPage, 'group' | 'paper' | 'version' | 'publication' | 'origin'> {
  story: ParagraphStory;
}

/** How one paragraph came to be: what the drawer beside the text shows, as a page of its own without script. */
export function paragraphStoryPage(shown: StoryPage): string {
  const { paper, version, publication, story } = shown;
  const path = `${linkTo(publication.address)}/paragraphs/${encodeURIComponent(story.paragraphId)}`;
  const back = `${linkTo(publication.address)}#${encodeURIComponent(story.paragraphId)}`;
  return page({
    title: `How ${story.address} came to be: ${paper.symbol} (${version.name})`,
    language: paper.language,
    canonical: wholeAddress(shown.origin, path),
    crumb: shown.group.name,
    body: markup`<main class="page story" id="page:text" tabindex="-1">
<header class="tb" lang="en">
<p class="sym"><bdi dir="ltr">${paper.symbol}</bdi><span class="fin"><bdi>${version.name}</bdi></span></p>
<h1>How <bdi dir="ltr">${story.address}</bdi> came to be</h1>
<p class="of"><a href="${back}">Back to <bdi dir="ltr">${story.address}</bdi> in the text</a>: <bdi lang="${paper.language}">${paper.title}</bdi></p>
<p class="sum">${summary(story.steps)}</p>
</header>
<ol class="steps">${grouped(story.steps).map((group) => step(group, shown))}</ol>
</main>`,
  });
}

/** "2 comments. Changed in Draft 2, Final." */
function summary(steps: readonly StoryStep[]): Markup {
  const threads = steps.filter((one) => one.kind === 'thread').length;
  const changed = steps.flatMap((one) => (one.kind === 'version' && isChange(one.pieces) ? [one.name] : []));
  const comments = threads === 0 ? 'No comments' : plural(threads, 'comment');
  if (changed.length === 0) return markup`${comments}. No version changed it.`;
  return markup`${comments}. Changed in <bdi>${changed.join(', ')}</bdi>.`;
}

function isChange(pieces: readonly WordPiece[] | null): pieces is readonly WordPiece[] {
  return pieces?.some((piece) => piece.kind !== 'same') ?? false;
}

/** Threads of one round that follow each other are one step. */
type Group = VersionStep | ReasonStep | ThreadStep[];
function grouped(steps: readonly StoryStep[]): Group[] {
  const groups: Group[] = [];
  for (const one of steps) {
    const last = groups.at(-1);
    if (one.kind !== 'thread') groups.push(one);
    else if (Array.isArray(last) && last[0]?.round?.number === one.round?.number) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function step(group: Group, shown: StoryPage): Markup {
  if (Array.isArray(group)) return threadsStep(group, shown);
  if (group.kind === 'version') return versionStep(group, shown);
  const { zone } = shown.group;
  return markup`<li lang="en"><h2><span>Reason given by <bdi>${group.by}</bdi></span><time datetime="${group.at}"><bdi dir="ltr">${dateInWords(group.at, zone)}</bdi></time></h2><p><bdi>${group.text}</bdi></p></li>`;
}

function versionStep(version: VersionStep, { group, paper }: StoryPage): Markup {
  const head = markup`<h2 lang="en"><bdi>${version.name}</bdi><time datetime="${version.frozenAt}"><bdi dir="ltr">${dateInWords(version.frozenAt, group.zone)}</bdi></time></h2>`;
  const note = (words: string) => markup`<li class="ver">${head}<p lang="en">${words}</p></li>`;
  if (version.text === null && !isChange(version.pieces)) return note('This version does not have the paragraph.');
  if (version.text !== null && version.pieces !== null && !isChange(version.pieces)) return note('No change.');
  const words = isChange(version.pieces) ? difference(version.pieces) : version.text;
  return markup`<li class="ver">${head}<p class="q" dir="auto" lang="${paper.language}">${words}</p></li>`;
}

function threadsStep(threads: readonly ThreadStep[], shown: StoryPage): Markup {
  const round = threads[0]?.round ?? null;
  const { zone } = shown.group;
  const head = round
    ? markup`<h2><span>Round ${round.number}: ${plural(threads.length, 'comment')}</span><time datetime="${round.closesAt}"><bdi dir="ltr">to ${dateInWords(round.closesAt, zone)}</bdi></time></h2>`
    : markup`<h2><span>${plural(threads.length, 'comment')}</span></h2>`;
  return markup`<li lang="en">${head}${threads.map((thread) => threadOf(thread, shown))}</li>`;
}

function threadOf(thread: ThreadStep, { group, paper }: StoryPage): Markup {
  const mark = thread.mark ? markup`<span class="kind ${thread.mark.toLowerCase()}">${thread.mark}</span>` : null;
  const proposal = thread.pieces
    ? markup`<p class="q" dir="auto" lang="${paper.language}">${difference(thread.pieces)}</p>`
    : null;
  const text =
    thread.text === null
      ? markup`<p>Withdrawn by its author.</p>`
      : thread.text === ''
        ? null
        : markup`<p class="said" dir="auto">${thread.text}</p>`;
  return markup`<section class="c"><h3><bdi class="tn" dir="ltr">#${thread.number}</bdi> ${mark} <bdi>${thread.organisation}</bdi><time datetime="${thread.at}"><bdi dir="ltr">${shortInstant(thread.at, group.zone)}</bdi></time></h3>${proposal}${text}${answerOf(thread)}</section>`;
}

const ANSWERS: Readonly<Record<Answer, { words: string; sign: IconName; tone: string }>> = {
  accepted: { words: 'Accepted', sign: 'check', tone: 'yes' },
  acceptedWithModification: { words: 'Accepted with modification', sign: 'checkWithWave', tone: 'yes' },
  noted: { words: 'Noted', sign: 'flag', tone: 'noted' },
  notAccepted: { words: 'Not accepted', sign: 'cross', tone: 'no' },
  outOfScope: { words: 'Out of scope', sign: 'out', tone: 'noted' },
  duplicate: { words: 'Duplicate', sign: 'copies', tone: 'noted' },
};

function answerOf({ answer, rationale, duplicateOf }: ThreadStep): Markup {
  if (answer === null) return markup`<p class="disp open">${icon('circle')}Not answered</p>`;
  const { words, sign, tone } = ANSWERS[answer];
  const of = duplicateOf === null ? null : markup` of <bdi dir="ltr">#${duplicateOf}</bdi>`;
  const reason = rationale === '' ? null : markup`<p class="said" dir="auto">${rationale}</p>`;
  return markup`<p class="disp ${tone}">${icon(sign)}<span>${words}${of}</span></p>${reason}`;
}

/**
 * A difference by words. The words "inserted" and "deleted" are there for who does not see colour or line; white space
 * at the ends stands outside of the mark, where it is drawn the same and marks nothing.
 */
export function difference(pieces: readonly WordPiece[]): Markup[] {
  return pieces.map(({ kind, text }, at) => {
    const words = text.trim();
    if (kind === 'same' || words === '') return markup`${text}`;
    const start = text.indexOf(words);
    const [before, after] = [text.slice(0, start), text.slice(start + words.length)];
    if (kind === 'deleted') return markup`${before}<del><span class="vh">deleted: </span>${words}</del>${after}`;
    const previous = pieces[at - 1];
    const touches = previous?.kind === 'deleted' && before === '' && !/\s$/.test(previous.text);
    return markup`${before}<ins${touches ? markup` class="r"` : null}><span class="vh">inserted: </span>${words}</ins>${after}`;
  });
}
