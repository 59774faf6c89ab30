import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAmazonExample } from '../../../../examples/amazon-2026/load';
import { InterruptedError } from '../failures';
import { print } from '../output/print';
import { findDashboard } from '../serve/find-dashboard';
import { aborted, stopSignal } from '../serve/stop-signal';
import { type Api, apiAt } from './api';
import type { DemoSystem } from './demo-system';
import { startEmbedded } from './embedded';
import { readAnnouncements, readCase } from './read-back';
import { renderReport } from './report/report';
import type { TypedIn } from './type-in';

export interface DemoOptions {
  readonly once?: boolean;
  readonly json?: boolean;
  /** Separate processes on Kafka, instead of one on the embedded default. */
  readonly kafka?: boolean;
  readonly port: number;
  /** Where the data stays; absent: a temporary folder. */
  readonly dataDir?: string;
}

export async function runDemo(options: DemoOptions): Promise<void> {
  const stop = stopSignal();
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'streakline-demo-')));
  try {
    await demoIn(dataDir, options, stop);
  } catch (error) {
    throw stop.aborted ? new InterruptedError('stopped before the report was done') : error;
  } finally {
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  }
}

async function demoIn(dataDir: string, options: DemoOptions, stop: AbortSignal): Promise<void> {
  const { once, json, port } = options;
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const began = Date.now();
  const start = options.kafka === true ? (await import('./on-kafka/start-on-kafka')).startOnKafka : startEmbedded;
  const dashboardFolder = once ? undefined : await findDashboard();
  const system = await start({ dataDir, port, dashboardFolder, stop, say });
  const whileItLives = <T>(work: Promise<T>): Promise<T> => Promise.race([work, system.failed]);
  try {
    const api = apiAt(system, stop);
    const typedIn = await whileItLives(system.typeIn());
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    say(`Up at ${system.queryUrl}; ${sentence(typedIn)} (${seconds} s).`);
    await whileItLives((json ? jsonOf(api, typedIn) : reportOf(api, typedIn)).then(print));
    if (once) return;
    say(farewell(system, dashboardFolder === undefined ? [] : pagesOf(system, typedIn)));
    await whileItLives(aborted(stop));
    say('Stopping...');
  } finally {
    await system.close();
  }
}

function sentence({ requests, records }: TypedIn): string {
  const byRecords = records === 0 ? '' : ` and ${records} records on the inbound topics`;
  return `the case typed in with ${requests} requests${byRecords}`;
}

async function jsonOf(api: Api, typedIn: TypedIn): Promise<string> {
  const announcements = (await readAnnouncements(api, typedIn)).map(
    ({ announcement: { id, headline, kind }, reactions }) => ({
      id,
      headline,
      kind,
      reactions,
    }),
  );
  return `${JSON.stringify({ announcements }, null, 2)}\n`;
}

async function reportOf(api: Api, typedIn: TypedIn): Promise<string> {
  return renderReport(await readCase(api, typedIn), loadAmazonExample().press, {
    colours: process.stdout.isTTY && !process.env['NO_COLOR'],
  });
}

/** The case as pictures. */
function pagesOf({ queryUrl }: DemoSystem, { announcementIds }: TypedIn): readonly string[] {
  const about = loadAmazonExample().announcements.map(({ kind }) => `the ${kind}, and what followed`);
  const pages = announcementIds.map((id, index) => `${queryUrl}/announcements/${id}  ${about[index] ?? ''}`);
  return [`${queryUrl}/  the dashboard`, ...pages];
}

function farewell({ queryUrl, tries }: DemoSystem, pages: readonly string[]): string {
  const asked = [
    `curl -s '${queryUrl}/v1/instruments/XNAS:AMZN/streaks?direction=falling&minLength=4'`,
    `curl -s '${queryUrl}/v1/announcements'`,
    ...tries,
    `${queryUrl}/docs in a browser`,
  ];
  const seen = pages.length === 0 ? [] : ['', 'See it in a browser:', ...pages.map((line) => `  ${line}`)];
  const lines = ['', 'The API stays up until Ctrl-C. Ask it yourself:', ...asked.map((line) => `  ${line}`), ...seen];
  return lines.join('\n');
}
