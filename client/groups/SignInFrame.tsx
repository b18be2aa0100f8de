import './sign-in.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../base/language.ts';

/** What surrounds every way in: the sentence that the product answers, and beside it the door. */
export function SignInFrame({ children }: { children: ReactNode }) {
  const say = useLanguage();
  return (
    <div className="in">
      <section className="why" aria-label={say('groups.sign-in.what-for')}>
        <span className="mark">Rapporteur</span>
        <figure>
          <span className="n">7.1</span>
          <blockquote lang="en">
            It was agreed that the draft outcome report of the meeting will be posted on the CWG COP website{' '}
            <mark>to allow members to comment on the document</mark> before publishing the final version.
          </blockquote>
          <figcaption lang="en">
            Outcome report of the eleventh meeting, Council Working Group on Child Online Protection
          </figcaption>
        </figure>
        <p className="foot">
          <Link to="/verify">{say('groups.sign-in.verify')}</Link>
        </p>
      </section>
      <main className="door" id="main">
        <span className="mark">Rapporteur</span>
        {children}
      </main>
    </div>
  );
}
