import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import './styles/tokens.css';
import './styles/page.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root" to draw in');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
