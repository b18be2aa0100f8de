import { directionOf } from '../../shared/text/direction.ts';
import { type Markup, markup } from '../../shared/text/markup.ts';
import { safeLink } from '../../shared/text/paragraph.ts';

/** Where the one style sheet of the public pages is served. */
export const STYLE_ADDRESS = '/public.css';

/** The mark in the tab of the browser: the double rule of a margin. The client's page names the same address. */
export const ICON_ADDRESS = '/icon.svg';
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#5b2452"/><path d="M12 7v18" stroke="#fff" stroke-width="2"/><path d="M19 7v18" stroke="#fff" stroke-width="5"/></svg>`;

export interface Frame {
  title: string;
  /** The language of what the page shows; the words of Rapporteur on it are English and say so. */
  language: string;
  /** The page's own permanent address, where it has one. */
  canonical?: string;
  /** What stands beside the mark: the group. */
  crumb?: string;
  /** Buttons at the end of the masthead. */
  deeds?: Markup | null;
  body: Markup;
}

/** A whole page: no script, no style of its own, nothing from elsewhere, so that the strictest policy can stand over it. */
export function page(frame: Frame): string {
  const canonical = frame.canonical === undefined ? null : markup`<link rel="canonical" href="${frame.canonical}">`;
  const crumb = frame.crumb ? markup`<span class="crumb"><bdi>${frame.crumb}</bdi></span>` : null;
  return markup`<!doctype html>
<html lang="${frame.language}" dir="${directionOf(frame.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${frame.title}</title>
${canonical}<link rel="stylesheet" href="${STYLE_ADDRESS}">
<link rel="icon" href="${ICON_ADDRESS}" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#page:text" lang="en">To the text</a>
<header class="mast" lang="en"><a class="brand" href="/">Rapporteur</a>${crumb}<span class="grow"></span>${frame.deeds}</header>
${frame.body}
</body>
</html>
`.toString();
}

/** An address that may stand in a link: a path of this server, or one that a reader may follow; else the page itself. */
export function linkTo(address: string): string {
  if (/^\/(?![/\\])/.test(address)) return address;
  return safeLink(address) ?? '#';
}

/** The whole address of a path here, as it can be copied into a mail or between the quotes of a command line. */
export function wholeAddress(origin: string, path: string): string {
  return new URL(linkTo(path), origin).href.replaceAll("'", '%27');
}

/** "1 comment", "22 comments". */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
