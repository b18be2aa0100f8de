import { PROBLEMS, type ProblemSlug } from '../../shared/problems.ts';
import { markup } from '../../shared/text/markup.ts';
import { page } from './frame.ts';

/** The page that explains a refusal: what `type` of a problem reply points to (RFC 9457, section 3.1.1). Null for an unknown slug. */
export function problemPage(slug: string): string | null {
  if (!isProblem(slug)) return null;
  const { title, mend, status } = PROBLEMS[slug];
  return page({
    title: `${title} (${slug})`,
    language: 'en',
    body: markup`<main class="page note" id="page:text" tabindex="-1">
<header class="tb">
<p class="sym"><bdi>Problem</bdi><code>${slug}</code></p>
<h1>${title}</h1>
<p class="mend">${mend}</p>
<p class="sum">The server answers this with status ${status}.${status < 500 ? ' A request that gets this answer has changed nothing.' : null}</p>
</header>
</main>`,
  });
}

function isProblem(slug: string): slug is ProblemSlug {
  return Object.hasOwn(PROBLEMS, slug);
}
