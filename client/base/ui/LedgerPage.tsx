import type { ReactNode } from 'react';

/** A page that is a ledger: masthead and strips, one column of record, and the margin that explains it. */
export function LedgerPage({
  masthead,
  strip,
  children,
  margin,
}: {
  masthead: ReactNode;
  /** A strip under the masthead: the round. */
  strip?: ReactNode;
  children: ReactNode;
  margin?: ReactNode;
}) {
  return (
    <div className="ledger">
      {masthead}
      {strip}
      <div className="page">
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <aside>{margin}</aside>
      </div>
    </div>
  );
}
