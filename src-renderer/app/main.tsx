import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { listen } from './listen';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/frame.css';
import '../styles/controls.css';
import '../styles/content.css';
import '../styles/home.css';
import '../styles/narrow.css';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
listen();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
