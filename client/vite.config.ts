import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;

/**
 * react-aria brings its own few words in thirty languages, half a megabyte. Only the languages that the
 * product itself speaks are kept: a reader of another one meets English in both.
 */
function onlyOurLanguages(): Plugin {
  const ours = readdirSync(resolve(here, 'base/words'));
  const words = /react-(?:aria|stately|aria-components)\/dist\/.*\/([a-z]{2})-[A-Z]{2}\.m?js$/;
  return {
    name: 'only-our-languages',
    load: {
      filter: { id: words },
      handler: (id) => {
        const language = words.exec(id)?.[1];
        return language === undefined || ours.includes(language) ? null : 'export default {};';
      },
    },
  };
}

/**
 * The client's build: hashed files under dist/client, nothing inlined (the page's content security policy
 * allows scripts, styles and fonts from our own address only). Vite compiles the JSX itself.
 */
export default defineConfig({
  root: here,
  base: '/',
  publicDir: false,
  plugins: [onlyOurLanguages()],
  build: {
    outDir: resolve(here, '../dist/client'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // Libraries mark their files 'use client' for servers that render React; ours does not.
      onLog: (level, log, say) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') say(level, log);
      },
    },
  },
});
