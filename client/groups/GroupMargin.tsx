import { useLanguage } from '../base/language.ts';
import { Sentence } from '../base/ui/Sentence.tsx';

export const tabs = ['papers', 'members', 'organisations', 'settings'] as const;
export type Tab = (typeof tabs)[number];
export function isTab(word: string | null): word is Tab {
  return tabs.some((tab) => tab === word);
}

/** What stands in the margin beside each part of the group, explaining it. */
const beside: Record<Tab, readonly (readonly [title: string, words: string])[]> = {
  papers: [
    ['papers.symbols', 'papers.symbols-words'],
    ['papers.preparing', 'papers.preparing-words'],
  ],
  members: [
    ['groups.help.roles', 'groups.help.roles-words'],
    ['groups.help.focal', 'groups.help.focal-words'],
    ['groups.help.drafter', 'groups.help.drafter-words'],
  ],
  organisations: [['groups.help.organisations', 'groups.help.organisations-words']],
  settings: [],
};

export function GroupMargin({ tab }: { tab: Tab }) {
  const say = useLanguage();
  return beside[tab].map(([title, words]) => (
    <section key={title}>
      <h2>{say(title)}</h2>
      <p>
        <Sentence of={words} />
      </p>
    </section>
  ));
}
