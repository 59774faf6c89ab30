import { dirname, resolve } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = dirname(fileURLToPath(import.meta.url));
const libs = resolve(root, '../../libs');
/** A server to develop against: `npm run dev:dashboard` hands on to it what Vite does not answer. */
const server = env['STREAKLINE_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root,
  resolve: { alias: [{ find: /^@streakline\/([^/]+)$/, replacement: `${libs}/$1/src/index.ts` }] },
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    target: 'es2022',
    // The content security policy knows no inline script and no data: but images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: Object.fromEntries(['/v1', '/docs', '/openapi.json', '/health'].map((path) => [path, server])),
  },
});
