import { useLanguage } from '../base/language.ts';

const parts = ['recorded', 'numbers', 'unseen'] as const;

/** What a history holds, and what not. */
export function HistoryMargin() {
  const say = useLanguage();
  return parts.map((part) => (
    <section key={part}>
      <h2>{say(`history.about.${part}`)}</h2>
      <p>{say(`history.about.${part}-words`)}</p>
    </section>
  ));
}
