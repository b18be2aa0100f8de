import { instantInWords } from '../../shared/dates.ts';
import { type Markup, markup } from '../../shared/text/markup.ts';
import { linkTo, plural, wholeAddress } from './frame.ts';
import { exportAddress, type PublicPage } from './published.ts';

/**
 * What stands under a published text: what it is worth, and how to find out without believing us.
 * The print has it in one paragraph, because a sheet of paper cannot be clicked.
 */
export function aboutText(shown: PublicPage): Markup {
  const address = wholeAddress(shown.origin, shown.publication.address);
  return markup`<section class="about" lang="en" aria-labelledby="page:about">
<h2 id="page:about">About this text</h2>
${unanswered(shown)}
<dl class="record">
<div><dt>Permanent address</dt><dd><a href="${address}"><bdi dir="ltr">${address}</bdi></a></dd></div>
<div><dt>Published</dt><dd><time datetime="${shown.publication.publishedAt}">${words(shown, shown.publication.publishedAt)}</time></dd></div>
<div><dt>Frozen as version ${shown.version.number}</dt><dd><time datetime="${shown.version.frozenAt}">${words(shown, shown.version.frozenAt)}</time></dd></div>
<div id="page:verify"><dt>SHA-256</dt><dd><code dir="ltr">${inGroups(shown.version.hash)}</code></dd></div>
</dl>
${howToVerify(`${address}.json`)}
${downloads(shown)}
${otherVersions(shown)}
${tookPart(shown)}
</section>
<p class="print-only" lang="en">Published by Rapporteur on ${words(shown, shown.publication.publishedAt)}. The text at the permanent address ${address} is the reference; this is a copy. SHA-256 of the text: ${shown.version.hash}.</p>`;
}

function words({ group }: PublicPage, instant: string): string {
  return instantInWords(instant, group.zone, group.place);
}

/** A hash in groups that may break at the end of a line, and is copied without a gap. */
function inGroups(hash: string): Markup[] {
  return (hash.match(/.{1,8}/gs) ?? []).map((group, at) => (at === 0 ? markup`${group}` : markup`<wbr>${group}`));
}

/** A text may be published although threads stand unanswered; then everybody reads which, and why. */
function unanswered({ publication }: PublicPage): Markup | null {
  if (publication.reason === null) return null;
  const numbers = publication.unanswered.map((number) => `#${number}`).join(', ');
  const which =
    publication.unanswered.length > 0
      ? markup`Published although ${plural(publication.unanswered.length, 'comment')} had no answer: ${numbers}.`
      : null;
  return markup`<p class="why">${which} The reason given: <q><bdi>${publication.reason}</bdi></q></p>`;
}

function howToVerify(canonical: string): Markup {
  return markup`<h3>Check it yourself</h3>
<p>The hash above is that of the <a href="${canonical}">canonical text</a>, byte for byte: JSON as RFC 8785 writes it, with every paragraph, its number and the hash of the version before. Nobody can change a word and keep the hash. <a href="/verify?at=${encodeURIComponent(canonical.replace(/^https?:\/\/[^/]+|\.json$/g, ''))}">Check a file against it in the browser</a>, or with Rapporteur’s verifier:</p>
<pre dir="ltr"><code>npm run verify -- ${canonical}</code></pre>
<p>Without any of our code, this prints the same hash:</p>
<pre dir="ltr"><code>curl -s '${canonical}' | sha256sum</code></pre>`;
}

function downloads(shown: PublicPage): Markup {
  const json = `${linkTo(shown.publication.address)}.json`;
  return markup`<h3 id="page:downloads">Downloads</h3>
<ul class="plain">
<li><a href="${exportAddress(shown, 'docx')}" download="">Word (.docx)</a></li>
<li><a href="${exportAddress(shown, 'md')}" download="">Markdown (.md)</a></li>
<li><a href="${json}">Canonical text (.json)</a></li>
</ul>`;
}

function otherVersions(shown: PublicPage): Markup | null {
  if (shown.others.length === 0) return null;
  const versions = [...shown.others]
    .sort((a, b) => b.number - a.number)
    .map(
      ({ number, name, address, publishedAt }) =>
        markup`<li><a href="${linkTo(address)}"><bdi>${name}</bdi></a> (version ${number}), published <time datetime="${publishedAt}">${words(shown, publishedAt)}</time></li>`,
    );
  return markup`<h3 id="page:versions">Other published versions</h3>
<ul class="plain">${versions}</ul>`;
}

function tookPart({ tookPart: organisations }: PublicPage): Markup | null {
  if (!organisations || organisations.length === 0) return null;
  return markup`<h3 id="page:took-part">Organisations that took part</h3>
<ul class="plain columns">${organisations.map((name) => markup`<li><bdi>${name}</bdi></li>`)}</ul>`;
}
