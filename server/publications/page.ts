import { instantInWords } from '../../shared/dates.ts';
import { labelAnchors, markupOf, runsMarkup } from '../../shared/text/html.ts';
import { type Markup, markup } from '../../shared/text/markup.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import { aboutText } from './about-text.ts';
import { linkTo, page, plural, wholeAddress } from './frame.ts';
import { icon } from './icons.ts';
import { exportAddress, type PublicPage, type PublishedVersion } from './published.ts';

/** The published text at its permanent address: readable without script and without signing in. */
export function publicPage(shown: PublicPage): string {
  const { paper, version, publication } = shown;
  const [first] = shown.paragraphs;
  const title = first?.kind === 'title' && first.label === null && !first.cell ? first : null;
  const text = title ? shown.paragraphs.slice(1) : shown.paragraphs;
  const anchors = labelAnchors(text, { idsAsAnchors: true });
  const drawn = markupOf(text, {
    language: paper.language,
    idsAsAnchors: true,
    beside: (paragraph) => ({ before: numberLink(paragraph, anchors), after: threadsChip(paragraph, shown) }),
  });
  return page({
    title: `${paper.symbol}: ${paper.title} (${version.name})`,
    language: paper.language,
    canonical: wholeAddress(shown.origin, publication.address),
    crumb: shown.group.name,
    deeds: markup`<a class="btn" href="${exportAddress(shown, 'docx')}" download="">${icon('get')}Download<span class="vh"> as Word file</span></a>`,
    body: markup`<main class="page">
${titleBlock(shown, title)}
${contents(text, anchors, shown)}
<article class="text" id="page:text" lang="${paper.language}" tabindex="-1">${drawn}</article>
${aboutText(shown)}
<p class="running" aria-hidden="true"><span><bdi>${paper.symbol}, ${version.name}, ${when(shown)}</bdi></span></p>
</main>`,
  });
}

function when({ publication, group }: PublicPage): string {
  return instantInWords(publication.publishedAt, group.zone, group.place);
}

/** The title is the text's own where it begins with one; a title given to the paper stands in only where it has none. */
function titleBlock(shown: PublicPage, title: Paragraph | null): Markup {
  const { paper, version, others, publication } = shown;
  const head = title
    ? markup`<h1 id="${title.id}" dir="auto" lang="${paper.language}" data-pid="${title.id}" data-label="${title.address}">${runsMarkup(title)}${threadsChip(title, shown)}</h1>`
    : markup`<h1 dir="auto" lang="${paper.language}">${paper.title}</h1>`;
  const all = others.length > 0 ? markup` <a class="no-print" href="#page:versions">(all versions)</a>` : null;
  const hash = `${version.hash.slice(0, 4)} ${version.hash.slice(4, 8)} … ${version.hash.slice(-4)}`;
  return markup`<header class="tb" lang="en">${newerVersion(shown)}
<p class="sym"><bdi dir="ltr">${paper.symbol}</bdi><span class="fin"><bdi>${version.name}</bdi></span></p>
${head}
<dl class="facts">
<div><dt>Published</dt><dd><time datetime="${publication.publishedAt}">${when(shown)}</time></dd></div>
<div><dt>Version</dt><dd>${version.number}${all}</dd></div>
<div><dt>Language</dt><dd>${languageName(paper.language)}</dd></div>
<div><dt>SHA-256</dt><dd><code dir="ltr">${hash}</code> <a class="no-print" href="#page:verify">Verify</a></dd></div>
${state(shown)}
</dl>
</header>`;
}

function state({ matchesHash }: PublicPage): Markup {
  if (matchesHash)
    return markup`<div class="no-print"><dt class="vh">State</dt><dd class="ok">${icon('shield')} Unchanged since publication</dd></div>`;
  return markup`<div><dt class="vh">State</dt><dd class="bad">${icon('warn')} The stored text does not match this hash</dd></div>`;
}

function newerVersion({ others, version }: PublicPage): Markup | null {
  const newest = others.reduce<PublishedVersion | null>(
    (found, other) => (other.number > (found?.number ?? version.number) ? other : found),
    null,
  );
  if (!newest) return null;
  return markup`<p class="newer">${icon('warn')} A newer version of this text is published: <a href="${linkTo(newest.address)}"><bdi>${newest.name}</bdi></a></p>`;
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Deeper headings would make the list longer than the screen. */
const DEEPEST_IN_CONTENTS = 2;

function contents(text: readonly Paragraph[], anchors: ReadonlyMap<string, string>, shown: PublicPage): Markup | null {
  const headings = text.filter(({ kind, level }) => kind === 'heading' && (level ?? 1) <= DEEPEST_IN_CONTENTS);
  const comments = [...shown.counts.values()].reduce((sum, count) => sum + count, 0);
  const organisations = shown.tookPart?.length ?? 0;
  const facts = [
    comments > 0 ? markup`<p lang="en">${plural(comments, 'comment')} on this text</p>` : null,
    organisations > 0
      ? markup`<p lang="en"><a href="#page:took-part">${plural(organisations, 'organisation')} took part</a></p>`
      : null,
  ];
  if (headings.length === 0 && comments + organisations === 0) return null;
  const links = headings.map(
    (heading) =>
      markup`<li class="h${heading.level ?? 1}"><a href="${fragment(heading, anchors)}"><span><bdi dir="ltr">${heading.label}</bdi></span><bdi>${heading.text}</bdi></a></li>`,
  );
  return markup`<nav class="toc" aria-labelledby="page:contents"><h2 id="page:contents" lang="en">Contents</h2><ol>${links}</ol>${facts}</nav>`;
}

/**
 * The number in the margin is the paragraph's permanent link. A derived address (`6.2 ¶2`) is shown too, so that every
 * paragraph can be quoted; that of a list item or of what stands before the first number only when one points at it.
 */
function numberLink(paragraph: Paragraph, anchors: ReadonlyMap<string, string>): Markup {
  const isDerived = paragraph.kind === 'paragraph' && !paragraph.address.startsWith('¶') && !paragraph.cell;
  const shown = paragraph.label !== null ? 'own' : isDerived ? 'derived' : 'quiet';
  return markup`<a class="num ${shown}" href="${fragment(paragraph, anchors)}" aria-label="Link to ${paragraph.address}"><bdi dir="ltr">${paragraph.label ?? paragraph.address}</bdi></a>`;
}

function fragment(paragraph: Paragraph, anchors: ReadonlyMap<string, string>): string {
  return `#${encodeURIComponent(anchors.get(paragraph.id) ?? paragraph.id)}`;
}

function threadsChip(paragraph: Paragraph, { counts, publication }: PublicPage): Markup | null {
  const count = counts.get(paragraph.id) ?? 0;
  if (count === 0) return null;
  const address = `${linkTo(publication.address)}/paragraphs/${encodeURIComponent(paragraph.id)}`;
  return markup` <a class="how" lang="en" dir="ltr" href="${address}">${plural(count, 'comment')}<span class="vh"> on ${paragraph.address}: how it came to be</span></a>`;
}
