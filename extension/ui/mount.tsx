import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import browser from 'webextension-polyfill';
import { CountersignError } from '../../src/errors.ts';
import { Fallback } from './Fallback.tsx';
import { listen } from './listen.ts';
import { readAgain } from './queries.ts';
import { speak } from './speak.ts';
import './tokens.css';
import './base.css';
import './parts.css';

const RETRIES = 3;
const RETRY_MS = 300;

/** Puts a page into `#root`, with queries that are read again whenever the background says so. */
export function mount(page: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new CountersignError('No #root in this page. Check its index.html.');
  speak(browser.i18n.getUILanguage());
  // 'always': being offline must not hold a question to our own background.
  const client = new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: RETRIES, retryDelay: RETRY_MS },
      mutations: { networkMode: 'always' },
    },
  });
  listen(() => {
    void readAgain(client);
  });
  createRoot(root).render(
    <StrictMode>
      <Fallback>
        <QueryClientProvider client={client}>{page}</QueryClientProvider>
      </Fallback>
    </StrictMode>,
  );
}
