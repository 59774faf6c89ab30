import { BenchmarkAssigned } from '@streakline/events';
import type { EventStore } from '@streakline/event-store';
import { launchBrowser } from '@streakline/testing';
import type { Browser } from 'playwright-core';
import { findDashboard } from '../../apps/cli/src/serve/find-dashboard';
import { startStandalone } from '../../apps/standalone/src/start-standalone';
import { announced, counted } from '../projected/news';
import { openProjected } from '../projected/open-projected';
import { appendTapes, instrumentIdOf } from '../projected/tapes';

/** How much there is to show. */
export interface ShownMarket {
  readonly instruments: number;
  /** Of each tape. */
  readonly sessions: readonly string[];
  readonly announcementsEach: number;
}

/** A server with the dashboard, on a market of some size, and a browser. */
export interface BenchDashboard {
  readonly url: string;
  /** Of the built files. */
  readonly folder: string;
  readonly browser: Browser;
  /** How many there are. */
  readonly announcements: number;
  close(): Promise<void>;
}

/** Opens it; resolves when all of the market can be read. Instrument 0 is everybody's benchmark. */
export async function openDashboard(databaseUrl: string, market: ShownMarket): Promise<BenchDashboard> {
  const folder = await findDashboard();
  if (folder === undefined) throw new Error('there is no dashboard to measure');
  await fill(databaseUrl, market);
  const server = await startStandalone({ databaseUrl, port: 0, logLevel: 'silent', dashboardFolder: folder });
  const head = await server.store.head();
  await untilRead(`${server.url}/v1/instruments?limit=1&minPosition=${head}`);
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    await server.close();
  };
  const announcements = (market.instruments - 1) * market.announcementsEach;
  return { url: server.url, folder, browser, announcements, close };
}

async function fill(databaseUrl: string, market: ShownMarket): Promise<void> {
  const opened = await openProjected(databaseUrl);
  await appendTapes(opened.store, market.instruments, market.sessions);
  for (let number = 1; number < market.instruments; number += 1) await tell(opened.store, number, market);
  await opened.close();
}

async function tell(store: EventStore, number: number, market: ShownMarket): Promise<void> {
  const { sessions, announcementsEach } = market;
  const instrumentId = instrumentIdOf(number);
  const benchmark = { instrumentId, benchmarkId: instrumentIdOf(0), role: 'market' as const };
  const events = [
    BenchmarkAssigned.create(benchmark),
    ...counted(instrumentId, sessions),
    ...announced(instrumentId, sessions, announcementsEach),
  ];
  const streamId = `company-${instrumentId}`;
  const { outcome } = await store.append({ streams: [{ streamId, expectedVersion: 'none', events }] });
  if (outcome !== 'appended') throw new Error(`${instrumentId}: ${outcome}`);
}

/** An answer with minPosition waits a while for the projector, and says 503 then. */
async function untilRead(url: string): Promise<void> {
  for (;;) {
    const { status } = await fetch(url);
    if (status === 200) return;
    if (status !== 503) throw new Error(`${url} answered ${status}`);
  }
}
