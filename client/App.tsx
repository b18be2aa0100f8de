import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { Navigate, Outlet, Route, Routes, useLocation, useNavigate } from 'react-router';
import { languageTag, useLanguage } from './base/language.ts';
import { outbox } from './base/outbox.ts';
import { ProblemError } from './base/problem-error.ts';
import { whoAmIQuery } from './base/session.ts';
import { Boundary } from './base/ui/Boundary.tsx';
import { ButtonLink } from './base/ui/Button.tsx';
import { KeysDialog } from './base/ui/KeysDialog.tsx';
import { LedgerPage } from './base/ui/LedgerPage.tsx';
import { Masthead } from './base/ui/Masthead.tsx';
import { ProblemNote } from './base/ui/ProblemNote.tsx';
import { StatusLine } from './base/ui/StatusLine.tsx';
import { Waiting } from './base/ui/Waiting.tsx';

const SignInPage = lazy(() => import('./pages/SignInPage.tsx').then((page) => ({ default: page.SignInPage })));
const ConfirmPage = lazy(() => import('./pages/ConfirmPage.tsx').then((page) => ({ default: page.ConfirmPage })));
const SetUpPage = lazy(() => import('./pages/SetUpPage.tsx').then((page) => ({ default: page.SetUpPage })));
const HomePage = lazy(() => import('./pages/HomePage.tsx').then((page) => ({ default: page.HomePage })));
const GroupPage = lazy(() => import('./pages/GroupPage.tsx').then((page) => ({ default: page.GroupPage })));
const PostPage = lazy(() => import('./pages/PostPage.tsx').then((page) => ({ default: page.PostPage })));
const PaperPage = lazy(() => import('./pages/PaperPage.tsx').then((page) => ({ default: page.PaperPage })));
const VersionPage = lazy(() => import('./pages/VersionPage.tsx').then((page) => ({ default: page.VersionPage })));
const VersionsPage = lazy(() => import('./pages/VersionsPage.tsx').then((page) => ({ default: page.VersionsPage })));
const ComparePage = lazy(() => import('./pages/ComparePage.tsx').then((page) => ({ default: page.ComparePage })));
const HistoryPage = lazy(() => import('./pages/HistoryPage.tsx').then((page) => ({ default: page.HistoryPage })));
const PrintPage = lazy(() => import('./pages/PrintPage.tsx').then((page) => ({ default: page.PrintPage })));
const VerifyPage = lazy(() => import('./pages/VerifyPage.tsx').then((page) => ({ default: page.VerifyPage })));

/** Which page an address shows. Pages come when they are asked for, so a reader does not load the editor. */
export function App() {
  const navigate = useNavigate();
  return (
    <I18nProvider locale={languageTag()}>
      <RouterProvider navigate={(to) => void navigate(to)}>
        <Routes>
          <Route element={<Page />}>
            <Route path="/sign-in" element={<SignInPage />} />
            <Route path="/sign-in/confirm" element={<ConfirmPage />} />
            <Route path="/setup" element={<SetUpPage />} />
            <Route path="/verify" element={<VerifyPage />} />
            <Route element={<SignedIn />}>
              <Route path="/" element={<HomePage />} />
              <Route path="/groups/:groupId" element={<GroupPage />} />
              <Route path="/groups/:groupId/post" element={<PostPage />} />
              <Route path="/papers/:paperId" element={<PaperPage />} />
              <Route path="/papers/:paperId/versions" element={<VersionsPage />} />
              <Route path="/papers/:paperId/versions/:versionId" element={<VersionPage />} />
              <Route path="/papers/:paperId/compare/:a/:b" element={<ComparePage />} />
              <Route path="/papers/:paperId/history" element={<HistoryPage />} />
              <Route path="/papers/:paperId/print" element={<PrintPage />} />
            </Route>
            <Route path="*" element={<NoPage />} />
          </Route>
        </Routes>
        <KeysDialog />
        <StatusLine />
      </RouterProvider>
    </I18nProvider>
  );
}

/** What surrounds each page: a page that breaks does not take the others with it. */
function Page() {
  const { pathname } = useLocation();
  return (
    <Boundary key={pathname}>
      <Suspense fallback={<Bare>{<Waiting />}</Bare>}>
        <Outlet />
      </Suspense>
    </Boundary>
  );
}

/** Pages for somebody who is signed in. Others sign in first and come back to where they wanted to go. */
function SignedIn() {
  const session = useQuery(whoAmIQuery);
  const { pathname, search, hash } = useLocation();
  const personId = session.data?.person.id ?? null;
  useEffect(() => {
    if (personId !== null) outbox.open(personId);
  }, [personId]);
  if (session.isPending) return <Bare>{<Waiting />}</Bare>;
  const isSignedOut = session.error instanceof ProblemError && session.error.slug === 'not-signed-in';
  if (isSignedOut) {
    const wanted = `${pathname}${search}${hash}`;
    return <Navigate replace to={wanted === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted)}`} />;
  }
  if (!session.data) {
    return (
      <Bare>
        <ProblemNote problem={session.error} retry={() => void session.refetch()} />
      </Bare>
    );
  }
  return <Outlet />;
}

function NoPage() {
  const say = useLanguage();
  return (
    <Bare>
      <h1>{say('base.gone.title')}</h1>
      <p className="lead">{say('base.gone.mend')}</p>
      <p className="acts">
        <ButtonLink kind="main" to="/">
          {say('base.gone.home')}
        </ButtonLink>
      </p>
    </Bare>
  );
}

function Bare({ children }: { children: ReactNode }) {
  return <LedgerPage masthead={<Masthead />}>{children}</LedgerPage>;
}
