import type { ConsumerOptions, EventLog, EventLogProducer } from '@streakline/event-log';
import { Client } from 'pg';
import type { ProcessSettings, Step } from './step';

/** Statements by which a step is known. */
const STATEMENTS: Readonly<Record<string, RegExp>> = {
  lock: /pg_try_advisory_lock/,
  append: /event_store\.append_batch/,
  begin: /^BEGIN/,
  checkpoint: /UPDATE projections\.checkpoints/,
  commit: /^COMMIT/,
};

/** Ends this process as a power cut would: nothing of it runs after. */
function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable: SIGKILL has ended this process');
}

/** Makes this process die, or freeze, at a statement, whoever sends it: production code knows nothing of it. */
export function stepAtStatement(step: Step): void {
  const pattern = STATEMENTS[step.at];
  if (pattern === undefined) return;
  let count = 0;
  inFrontOfQueries((text, send) => {
    if (!pattern.test(text) || ++count !== step.nth) return send();
    if (step.signal === 'SIGSTOP') return sendAfterFreezing(text, send);
    if (step.when === 'before') die();
    return Promise.resolve(send()).finally(die);
  });
}

/** Freezes before a statement; when it was thawed, says what became of it and of the next move of checkpoints. */
function sendAfterFreezing(text: string, send: () => unknown): unknown {
  process.kill(process.pid, 'SIGSTOP');
  let moves = 0;
  inFrontOfQueries((later, sendLater) =>
    STATEMENTS['checkpoint']?.test(later) === true && ++moves === 1 ? told('checkpoint', sendLater()) : sendLater(),
  );
  return told(text.split(';')[0] ?? '', send());
}

async function told(what: string, sent: unknown): Promise<unknown> {
  const say = (outcome: string) => process.stderr.write(`after the freeze, ${what}: ${outcome}\n`);
  try {
    const result: unknown = await sent;
    const rows: unknown = typeof result === 'object' && result !== null && 'rows' in result ? result.rows : [];
    say(JSON.stringify(rows));
    return result;
  } catch (error) {
    say(String(error));
    throw error;
  }
}

/** Stands in front of every statement without a callback; pg's pool and TypeORM use callbacks for what no step is. */
function inFrontOfQueries(stand: (text: string, send: () => unknown) => unknown): void {
  const query: unknown = Reflect.get(Client.prototype, 'query');
  if (typeof query !== 'function') throw new Error('pg has no Client.prototype.query to stand in front of');
  const standing = function (this: Client, ...args: unknown[]): unknown {
    const last = args.at(-1);
    const send = () => Reflect.apply(query, this, args) as unknown;
    if (typeof last !== 'function') return stand(textOf(args[0]), send);
    // pool.query() asks by a callback: what comes back goes there, unless this process is no more.
    const settled = new Promise<unknown>((resolve, reject) => {
      args[args.length - 1] = (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result));
    });
    const asked = () => {
      send();
      return settled;
    };
    void Promise.resolve(stand(textOf(args[0]), asked)).then(
      (result) => Reflect.apply(last, undefined, [null, result]) as unknown,
      (error: unknown) => Reflect.apply(last, undefined, [error]) as unknown,
    );
    return undefined;
  };
  Reflect.set(Client.prototype, 'query', standing);
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : '';
}

/** A log at which this process dies, at a send or at a batch that it was handed, and whose sessions are as short as asked. */
export function steppingLog(log: EventLog, { step, sessionTimeout }: ProcessSettings): EventLog {
  let [sends, batches] = [0, 0];
  const isNow = (at: Step['at'], count: number) => step?.at === at && step.nth === count;
  const session = sessionTimeout === undefined ? {} : { sessionTimeout };
  return {
    admin: () => log.admin(),
    producer: async () => {
      const producer = await log.producer();
      const send: EventLogProducer['send'] = (topic, records) =>
        isNow('send', (sends += 1)) ? dieAtSend(producer, step?.when, topic, records) : producer.send(topic, records);
      return { send, close: () => producer.close() };
    },
    consume: (options) => {
      const eachBatch: ConsumerOptions['eachBatch'] = async (batch, control) => {
        const now = isNow('batch', (batches += 1));
        if (now && step?.when === 'before') die();
        await options.eachBatch(batch, control);
        if (now) die();
      };
      return log.consume({ ...options, ...session, eachBatch });
    },
  };
}

async function dieAtSend(
  producer: EventLogProducer,
  when: Step['when'] | undefined,
  topic: string,
  records: Parameters<EventLogProducer['send']>[1],
): Promise<never> {
  if (when === 'before') die();
  const partitions = [...new Set(records.map(({ partition }) => partition))];
  const arrived = when === 'half' ? partitions.slice(0, Math.ceil(partitions.length / 2)) : partitions;
  await producer.send(
    topic,
    records.filter(({ partition }) => arrived.includes(partition)),
  );
  return die();
}
