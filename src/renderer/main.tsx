/** Starts the window: theme and language before the first paint, then the view that the program's state asks for. */
// First: what a view says of its own goes over it, whenever the view is read.
import './theme/theme.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { startLanguage } from './i18n/i18n';
import { queryClient } from './status';
import { startTheme } from './theme/theme';

startTheme();
startLanguage();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
