import { FONT_FACES } from './fonts.ts';
import { STYLE_BASE } from './style-base.ts';
import { STYLE_PAGE } from './style-page.ts';
import { STYLE_PRINT } from './style-print.ts';
import { STYLE_STORY } from './style-story.ts';

/** The one style sheet of the public pages, as `/public.css` serves it: text, so that it is in the bundle whole. */
export const PUBLIC_CSS: string = [FONT_FACES, STYLE_BASE, STYLE_PAGE, STYLE_STORY, STYLE_PRINT].join('\n');
