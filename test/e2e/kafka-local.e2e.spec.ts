import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findLocalKafka, whyNoKafka } from '@streakline/local-kafka';
import { describeWhereKafkaIs, until } from '@streakline/testing';
import { temporaryFolder } from './cli-process';

jest.setTimeout(240_000);

const runner = resolve(__dirname, '../../bin/run.js');
const folder = join(temporaryFolder(), 'kafka');

interface Served {
  readonly child: ChildProcess;
  said(): { readonly out: string; readonly err: string };
  readonly ended: Promise<number | null>;
}

/** `npm run kafka:local -- ...`, without the npm. */
function kafkaLocal(...args: readonly string[]): Served {
  const child = spawn(process.execPath, [runner, 'infra/kafka-local', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, KAFKA_BROKERS: '' },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, ended, said: () => ({ out, err }) };
}

async function served(...args: readonly string[]): Promise<Served & { readonly brokers: string }> {
  const process = kafkaLocal('--data-dir', folder, ...args);
  await until('the brokers are up', () => process.said().out.endsWith('\n') || process.child.exitCode !== null, {
    patienceMs: 120_000,
  });
  const { out, err } = process.said();
  const brokers = /^KAFKA_BROKERS=(127\.0\.0\.1:\d+)\n$/.exec(out)?.[1];
  if (brokers === undefined) throw new Error(`no line of brokers on standard output: ${out}${err}`);
  return { ...process, brokers };
}

describeWhereKafkaIs(whyNoKafka(), 'npm run kafka:local', () => {
  it('serves, can be found, is one a folder, ends on Ctrl-C with all that it started, and comes back at its address', async () => {
    const first = await served();
    expect(await findLocalKafka()).toBe(first.brokers);
    const second = kafkaLocal('--data-dir', folder);
    expect(await second.ended).toBe(1);
    expect(second.said().err).toContain(`in use by the process ${first.child.pid}`);

    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(brokersOn(folder)).toEqual([]);
    expect(await findLocalKafka()).not.toBe(first.brokers);

    const again = await served();
    expect(again.brokers).toBe(first.brokers);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });

  it('says what is wrong with its options, and exits with 2', async () => {
    const mistyped = kafkaLocal('--brokers', '2');
    expect(await mistyped.ended).toBe(2);
    expect(mistyped.said().out).toBe('');
    expect(mistyped.said().err).toMatch(/^kafka:local: --brokers is 1 or 3, not 2$/m);
  });
});

/** Ids of the processes that run on a folder; none where the system does not tell. */
function brokersOn(dataDir: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(dataDir);
    } catch {
      // ended while it was looked at
      return false;
    }
  });
}
