import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createLog } from '@streakline/observability';
import type { Service } from '@streakline/service';
import { startIntake } from '../../apps/intake/src/start-intake';
import { startProjector } from '../../apps/projector/src/start-projector';
import { startQuery } from '../../apps/query/src/start-query';
import { startRelay } from '../../apps/relay/src/start-relay';
import { answerParent } from './child';

/* One of the system's processes, connected and with nothing to do. */

const starts = { intake: startIntake, relay: startRelay, projector: startProjector, query: startQuery };
const READY_WITHIN_MS = 60_000;
const SETTLING_MS = 3_000;

/** What the cure of the idle spin replaces in kafkajs. */
const cured = ['scheduleCheckPendingRequests', 'scheduleRequestTimeoutCheck'] as const;
type Queue = Record<(typeof cured)[number], () => void>;
const from = createRequire(__filename);
const queue = (
  from(join(from.resolve('kafkajs/package.json'), '..', 'src', 'network', 'requestQueue')) as { prototype: Queue }
).prototype;
const published = Object.fromEntries(cured.map((name) => [name, queue[name]])) as Queue;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Start {
  readonly app: keyof typeof starts;
  readonly url: string;
  readonly brokers: readonly string[];
  readonly prefix: string;
}

async function start({ app, url, brokers, prefix }: Start): Promise<void> {
  const log = createLog('fatal');
  const kafka = { brokers, clientId: `bench-${app}` };
  const service = await starts[app]({ databaseUrl: url, kafka, topicPrefix: prefix, log });
  await service.opened;
  await ready(service);
}

async function ready({ url }: Service): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await fetch(`${url}/health/ready`);
    const said = await answer.text();
    if (answer.ok) return;
    if (Date.now() > until) throw new Error(`not ready: ${said}`);
    await wait(100);
  }
}

/** The share of a core that the process uses over some seconds. */
async function share({ seconds, asPublished }: { seconds: number; asPublished: boolean }): Promise<number> {
  if (asPublished) Object.assign(queue, published);
  await wait(SETTLING_MS);
  const [began, before] = [performance.now(), process.cpuUsage()];
  await wait(seconds * 1_000);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / (performance.now() - began);
}

answerParent({ start, share });
