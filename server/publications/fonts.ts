import { join } from 'node:path';
import { projectRoot } from '../base/root.ts';

/**
 * The fonts of the public pages: variable woff2 files of the npm packages `@fontsource-variable/*` (SIL Open Font
 * Licence), served by ourselves, so that no reader is shown to a third party. A browser loads a file only when the
 * page has a letter of its range; the ranges are those of Google Fonts' subsets, as the packages give them.
 */
interface FontFamily {
  family: string;
  name: string;
  weights: string;
  styles: readonly ('normal' | 'italic')[];
  subsets: readonly FontSubset[];
}
type FontSubset = keyof typeof RANGES;

const RANGES = {
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  'latin-ext':
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
  cyrillic: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
  greek: 'U+0370-0377, U+037A-037F, U+0384-038A, U+038C, U+038E-03A1, U+03A3-03FF',
  /** Less than the package says: its dashes and joiners would load 94 kB for an English text with one U+2011. */
  arabic: 'U+0600-06FF, U+0750-077F, U+0870-08FF, U+FB50-FDFF, U+FE70-FEFC',
} as const;

const european: readonly FontSubset[] = ['latin-ext', 'cyrillic', 'greek', 'latin'];
const FAMILIES: readonly FontFamily[] = [
  {
    family: 'Source Serif 4 Variable',
    name: 'source-serif-4',
    weights: '200 900',
    styles: ['normal', 'italic'],
    subsets: european,
  },
  {
    family: 'IBM Plex Sans Variable',
    name: 'ibm-plex-sans',
    weights: '100 700',
    styles: ['normal'],
    subsets: european,
  },
  {
    family: 'Noto Naskh Arabic Variable',
    name: 'noto-naskh-arabic',
    weights: '400 700',
    styles: ['normal'],
    subsets: ['arabic'],
  },
];

interface FontFace {
  file: string;
  package: string;
  css: string;
}

const faces: readonly FontFace[] = FAMILIES.flatMap(({ family, name, weights, styles, subsets }) =>
  styles.flatMap((style) =>
    subsets.map((subset) => {
      const file = `${name}-${subset}-wght-${style}.woff2`;
      return {
        file,
        package: name,
        css: `@font-face{font-family:"${family}";font-style:${style};font-weight:${weights};font-display:swap;src:url("/fonts/${file}") format("woff2");unicode-range:${RANGES[subset]}}`,
      };
    }),
  ),
);

/** Names of the files that `/fonts/:file` serves. */
export const FONT_FILES: readonly string[] = faces.map((face) => face.file);

/** The `@font-face` rules of all files. */
export const FONT_FACES: string = faces.map((face) => face.css).join('\n');

/** Where the file of a name lies on the disk; null for every other name, so that a path never leads elsewhere. */
export function fontFile(file: string): string | null {
  const face = faces.find((candidate) => candidate.file === file);
  if (!face) return null;
  return join(projectRoot(), 'node_modules', '@fontsource-variable', face.package, 'files', face.file);
}
