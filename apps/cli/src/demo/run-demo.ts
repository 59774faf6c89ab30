import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAmazonExample } from '../../../../examples/amazon-2026/load';
import { startStandalone } from '../../../standalone/src/start-standalone';
import { InterruptedError } from '../failures';
import { print } from '../output/print';
import { aborted, stopSignal } from '../serve/stop-signal';
import { type Api, apiAt } from './api';
import { readAnnouncements, readCase } from './read-back';
import { renderReport } from './report/report';
import { type TypedIn, typeInExample } from './type-in';

export interface DemoOptions {
  readonly once?: boolean;
  readonly json?: boolean;
  readonly port: number;
}

export async function runDemo(options: DemoOptions): Promise<void> {
  const stop = stopSignal();
  const dataDir = await mkdtemp(join(tmpdir(), 'streakline-demo-'));
  try {
    await demoIn(dataDir, options, stop);
  } catch (error) {
    throw stop.aborted ? new InterruptedError('stopped before the report was done') : error;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function demoIn(dataDir: string, { once, json, port }: DemoOptions, stop: AbortSignal): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const began = Date.now();
  say('Starting Streakline and its PostgreSQL on a temporary folder...');
  const server = await startStandalone({ dataDir, host: '127.0.0.1', port, logLevel: 'warn' });
  try {
    const api = apiAt(server.url, stop);
    const typedIn = await typeInExample(api);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    say(`Up at ${server.url}; the case typed in with ${typedIn.requests} requests (${seconds} s).`);
    await print(json ? await jsonOf(api, typedIn) : await reportOf(api, typedIn));
    if (once) return;
    say(farewell(server.url));
    await aborted(stop);
    say('Stopping...');
  } finally {
    await server.close();
  }
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

function farewell(url: string): string {
  return `
The API stays up until Ctrl-C. Ask it yourself:
  curl -s '${url}/v1/instruments/XNAS:AMZN/streaks?direction=falling&minLength=4'
  curl -s '${url}/v1/announcements'
  ${url}/docs in a browser`;
}
