import { useLanguage } from '../base/language.ts';

/** What stands beside the form: what is kept, what is left out; after posting, what comes next. */
export function PostMargin({ isPosted }: { isPosted: boolean }) {
  const say = useLanguage();
  const parts = isPosted ? ['next'] : ['kept', 'left', 'split'];
  return (
    <aside>
      {parts.map((part) => (
        <section key={part}>
          <h2>{say(`imports.beside.${part}`)}</h2>
          <p>{say(`imports.beside.${part}-words`)}</p>
        </section>
      ))}
    </aside>
  );
}
