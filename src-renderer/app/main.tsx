import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speakAsPage } from '../state/language';
import { App } from './app';
import { listen } from './listen';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
listen();
await speakAsPage();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
