import './ask-first';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speakAsPage } from '../state/language';
import { App } from './app';
import { listen } from './listen';
import { showFirst } from './lock/locked-store';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
listen();
// Not awaited at the top: what is fetched for it imports from this file, and would wait for its end.
// Where what is known cannot be used, the window begins as it does where nothing is.
void Promise.all([speakAsPage(), showFirst().catch(() => {})]).then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
