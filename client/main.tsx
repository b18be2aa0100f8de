import './base/design/rapporteur.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './App.tsx';
import { whenSignedOut } from './base/http.ts';
import { settleDocument } from './base/language.ts';
import { startOutbox } from './base/outbox.ts';
import { ProblemError } from './base/problem-error.ts';
import { followOtherTabs, whoAmIQuery } from './base/session.ts';
import { showTheme } from './base/theme.ts';

showTheme();
settleDocument();
startOutbox();
followOtherTabs();

/**
 * Reads are tried twice more when nobody answered or the server failed; a refusal is an answer. News come
 * over the live connection, so nothing is read again because a window got the focus.
 */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnWindowFocus: false,
      staleTime: 30_000,
      retry: (failures, problem) =>
        failures < 2 && problem instanceof ProblemError && (problem.slug === 'offline' || problem.status >= 500),
    },
    mutations: { networkMode: 'always' },
  },
});
whenSignedOut(() => void queries.invalidateQueries({ queryKey: whoAmIQuery.queryKey }));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>,
  );
}
