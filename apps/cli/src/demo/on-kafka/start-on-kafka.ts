import { setTimeout as wait } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@streakline/embedded-postgres';
import { Teardown } from '@streakline/service';
import { aborted } from '../../serve/stop-signal';
import { apiAt } from '../api';
import type { DemoSystem, DemoSystemOptions } from '../demo-system';
import { type ChildService, startChild } from './child-service';
import { deliverExample } from './deliver-example';
import { createTopics, type DemoTopics } from './demo-topics';
import { type DemoKafka, findKafka } from './find-kafka';

const LOOK_EVERY_MS = 50;
const READY_WITHIN_MS = 120_000;

/** Intake, relay, projector and query as processes of their own, on a PostgreSQL and topics that go with the demo. */
export async function startOnKafka(options: DemoSystemOptions): Promise<DemoSystem> {
  const { say } = options;
  const teardown = new Teardown((step, error) => {
    say(`Stopping ${step} failed: ${error instanceof Error ? error.message : String(error)}`);
  });
  try {
    return await startParts(options, teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function startParts(options: DemoSystemOptions, teardown: Teardown): Promise<DemoSystem> {
  const { dataDir, port, dashboardFolder = 'off', stop, say } = options;
  const kafka = await findKafka(say);
  teardown.add('Kafka', () => kafka.close());
  stop.throwIfAborted();
  say('Starting PostgreSQL on a temporary folder; intake, relay, projector and query as processes...');
  const [postgres, topics] = await allOf(openPostgres(dataDir, teardown), openTopics(kafka, teardown, say));
  say(`Topics and groups of this run begin with ${topics.prefix}`);
  stop.throwIfAborted();
  const environment = {
    ...process.env,
    ...{ KAFKA_BROKERS: kafka.brokers, STREAKLINE_TOPIC_PREFIX: topics.prefix },
    ...{ STREAKLINE_DATABASE_URL: postgres, STREAKLINE_HOST: '127.0.0.1', STREAKLINE_LOG_LEVEL: 'warn' },
    STREAKLINE_DASHBOARD: dashboardFolder,
  };
  const start = (name: string, at = 0) => startChild(name, { ...environment, STREAKLINE_PORT: String(at) });
  const children = [start('intake'), start('relay'), start('projector'), start('query', port)] as const;
  teardown.add('the processes', async () => {
    await Promise.all(children.map((child) => child.stop()));
  });
  const failed = Promise.race(children.map((child) => child.failed));
  failed.catch(() => undefined);
  await Promise.race([failed, Promise.all(children.map((child) => untilReady(child, stop)))]);
  const urls = { intakeUrl: await children[0].url, queryUrl: await children[3].url };
  return {
    ...urls,
    failed,
    typeIn: () => deliverExample(apiAt(urls, stop), topics, stop),
    tries: triesOn(kafka, topics),
    close: () => teardown.run(),
  };
}

/** Both, or the failure of one when the other has settled too: what was opened must be known to be closed. */
async function allOf<A, B>(first: Promise<A>, second: Promise<B>): Promise<readonly [A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}

/** What lies on the topic of events; of insights there are none, for all of the case is older than a week. */
function triesOn({ brokers }: DemoKafka, { topics }: DemoTopics): readonly string[] {
  return [`kcat -b ${brokers} -C -e -q -t ${topics.events.name} -f '%p %k %h\\n'`];
}

async function openPostgres(dataDir: string, teardown: Teardown): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir });
  teardown.add('PostgreSQL', () => postgres.stop());
  return postgres.url;
}

async function openTopics(kafka: DemoKafka, teardown: Teardown, say: (line: string) => void): Promise<DemoTopics> {
  const topics = await createTopics(kafka.brokers);
  teardown.add('the topics', async () => {
    if (kafka.isOwn) return;
    await topics.remove().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      say(`The topics and groups that begin with ${topics.prefix} could not be removed: ${reason}`);
    });
  });
  return topics;
}

async function untilReady({ name, url }: ChildService, stop: AbortSignal): Promise<void> {
  const address = `${await Promise.race([url, refused(stop)])}/health/ready`;
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const response = await fetch(address, { signal: stop });
    const body = await response.text();
    if (response.ok) return;
    if (Date.now() > until) throw new Error(`${name} is not ready after ${READY_WITHIN_MS / 1000} s: ${body}`);
    await wait(LOOK_EVERY_MS, undefined, { signal: stop });
  }
}

/** Rejects when the user wants it to end. */
async function refused(stop: AbortSignal): Promise<never> {
  await aborted(stop);
  throw new Error('stopped');
}
