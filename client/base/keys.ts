import { useEffect, useRef, useSyncExternalStore } from 'react';

/** One key of a page. `keys` as `KeyboardEvent.key` says it, with `Ctrl+` or `Shift+` before it. */
export interface KeyBinding {
  keys: string;
  /** What it does, as the list of keys says it. */
  words: string;
  /** Left out where the key is handled elsewhere and only listed. */
  run?: (event: KeyboardEvent) => void;
}
export interface KeyGroup {
  title: string;
  bindings: readonly KeyBinding[];
}

const shelf = 'rapporteur.single-keys';
const groups: { current: KeyGroup[] } = { current: [] };
const changed = new Set<() => void>();
const tell = (): void => {
  for (const each of changed) each();
};
const subscribe = (listener: () => void): (() => void) => {
  changed.add(listener);
  return () => changed.delete(listener);
};

let areOn = readChoice();
function readChoice(): boolean {
  try {
    return localStorage.getItem(shelf) !== 'off';
  } catch {
    return true;
  }
}

/** Single letters can be switched off (WCAG 2.1.4): people who dictate would set them off by speaking. */
export function setSingleKeys(on: boolean): void {
  areOn = on;
  try {
    localStorage.setItem(shelf, on ? 'on' : 'off');
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  tell();
}
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, () => areOn);
}

/** All keys of the page that is open, for the list that `?` shows. */
export function useKeyGroups(): readonly KeyGroup[] {
  return useSyncExternalStore(subscribe, () => groups.current);
}

/**
 * Gives a page its keys while it is open. Letters never act in a text field, in a dialog or a menu, nor
 * when single letters are switched off; combinations with Ctrl always do.
 */
export function useKeys(title: string, bindings: readonly KeyBinding[]): void {
  const newest = useRef(bindings);
  newest.current = bindings;
  const listed = bindings.map((binding) => `${binding.keys} ${binding.words}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `listed` is what the list shows of the bindings
  useEffect(() => {
    const group: KeyGroup = { title, bindings: newest.current };
    groups.current = [...groups.current, group];
    tell();
    const onKey = (event: KeyboardEvent) => {
      const pressed = nameOf(event);
      const binding = newest.current.find((each) => each.keys === pressed && each.run);
      if (!binding || event.defaultPrevented || isKeptFrom(event)) return;
      event.preventDefault();
      binding.run?.(event);
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
      groups.current = groups.current.filter((each) => each !== group);
      tell();
    };
  }, [title, listed]);
}

function nameOf(event: KeyboardEvent): string {
  const isLetter = /^\p{L}$/u.test(event.key);
  const key = isLetter ? event.key.toLowerCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey && isLetter ? 'Shift+' : ''}${key}`;
}

function isKeptFrom(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  if (!areOn && event.key.length === 1) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]'))
    return true;
  return document.querySelector('[role$="dialog"][data-modal]') !== null;
}
