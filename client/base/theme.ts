import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
const shelf = 'rapporteur.theme';
const changed = new Set<() => void>();
let chosen: Theme = kept();

/** The theme kept on this device; `system` follows the device's own preference. */
function kept(): Theme {
  try {
    const word = localStorage.getItem(shelf);
    return word === 'light' || word === 'dark' ? word : 'system';
  } catch {
    return 'system';
  }
}

/** Shows the theme: without `data-theme` the preference of the device decides (tokens.css). */
export function showTheme(): void {
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

export function setTheme(theme: Theme): void {
  chosen = theme;
  try {
    localStorage.setItem(shelf, theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  showTheme();
  for (const tell of changed) tell();
}

export function useTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  const theme = useSyncExternalStore(
    (tell) => {
      changed.add(tell);
      return () => changed.delete(tell);
    },
    () => chosen,
  );
  return { theme, setTheme };
}
