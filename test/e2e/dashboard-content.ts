import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Dashboard } from './dashboard';
import { type Asking, eventually, type Json, receiptOf } from './http-api';

export const strategiesFolder = resolve(__dirname, '../../examples/strategies');

/** A page of the dashboard, at an example of what it shows. */
export interface Shown {
  /** As pictures and tests call it. */
  readonly name: string;
  readonly path: string;
}

/** Beyond the Amazon case: studies, two backtests and an article, so that every page has something to show. */
export async function pagesWithContent({ api, announcementIds, position }: Dashboard): Promise<readonly Shown[]> {
  const selection = { instruments: ['XNAS:AMZN'] };
  const study = await ask(api, '/v1/event-studies', { position, selection });
  const primary = { outcome: 'lengthFromDay0', direction: 'falling' };
  const streaks = await ask(api, '/v1/streak-studies', { position, selection, primary });
  const settings = { from: '2025-02-03', to: '2026-03-03', universe: ['XNAS:AMZN'] };
  const held = await ask(api, '/v1/backtests', { position, strategy: 'buy-and-hold', settings });
  const reversed = await ask(api, '/v1/backtests', {
    position,
    strategy: 'run-reversal',
    params: { weight: 0.5 },
    settings,
  });
  const text = readFileSync(join(__dirname, '../fixtures/articles/deal.md'), 'utf8');
  const article = receiptOf(await api.post('/v1/articles', { text }));
  await api.get(`/v1/articles/${article.id}?minPosition=${article.position}`);
  return [
    { name: 'home', path: '/' },
    { name: 'instrument', path: '/instruments/XNAS:AMZN' },
    { name: 'announcement', path: `/announcements/${announcementIds[0] ?? ''}` },
    { name: 'studies', path: '/studies' },
    { name: 'study', path: `/studies/${study}` },
    { name: 'streak-study', path: `/studies/${streaks}` },
    { name: 'backtests', path: '/backtests' },
    { name: 'backtest', path: `/backtests/${held}` },
    { name: 'comparison', path: `/backtests/compare?a=${held}&b=${reversed}` },
    { name: 'articles', path: '/articles' },
    { name: 'article', path: `/articles/${article.id}` },
    { name: 'operations', path: '/operations' },
  ];
}

/** Asks for long work, and waits until it is done: its id. */
async function ask(api: Asking, path: string, body: Json): Promise<string> {
  const asked = await api.post(path, body);
  if (asked.status !== 202 && asked.status !== 200) throw new Error(`refused: ${JSON.stringify(asked.body)}`);
  const id = String(asked.body['id']);
  const state = await eventually(async () => {
    const { body: now } = await api.get(`${path}/${id}`);
    return ['done', 'failed', 'cancelled'].includes(String(now['state'])) ? now['state'] : undefined;
  }, 60);
  if (state !== 'done') throw new Error(`${path}/${id} ended as ${String(state)}`);
  return id;
}
