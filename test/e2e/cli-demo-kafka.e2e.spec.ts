import { readdirSync, readFileSync } from 'node:fs';
import { topicsOf } from '@streakline/event-log';
import { describeWithKafka } from '@streakline/testing';
import { type Finished, streakline, streaklineUntil, temporaryFolder } from './cli-process';

jest.setTimeout(240_000);

const folder = temporaryFolder();

describeWithKafka('streakline demo --kafka', (kafka) => {
  const environment = () => ({ TMPDIR: folder, KAFKA_BROKERS: kafka().connection.brokers.join(',') });

  /** No process, no topic and no folder of a run is left. */
  async function expectNothingLeftBy({ stderr }: Finished): Promise<void> {
    const prefix = /begin with (demo-[0-9a-f]{8}\.)/.exec(stderr)?.[1];
    if (prefix === undefined) throw new Error(`It did not name its topics: ${stderr}`);
    const there = Object.values({ ...topicsOf(prefix) }).map(({ name }) => kafka().admin.describeTopic(name));
    expect((await Promise.all(there)).filter((topic) => topic !== null)).toEqual([]);
    expect(processesWith(`STREAKLINE_TOPIC_PREFIX=${prefix}`)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  }

  it('tells what the embedded demo tells, ids aside, and leaves nothing behind', async () => {
    const onKafka = await streakline(['demo', '--kafka', '--once', '--json'], '', environment());
    expect({ code: onKafka.code, stderr: onKafka.stderr }).toMatchObject({ code: 0 });
    const embedded = await streakline(['demo', '--once', '--json'], '', environment());
    expect(withoutIds(JSON.parse(onKafka.stdout))).toEqual(withoutIds(JSON.parse(embedded.stdout)));
    expect(onKafka.stdout).toContain('"relation": "extended"');
    await expectNothingLeftBy(onKafka);
  });

  it('stopped while its processes start it leaves nothing behind either, and exits with 130', async () => {
    const moment = 'Topics and groups of this run';
    const stopped = await streaklineUntil(moment, 'SIGINT', ['demo', '--kafka', '--once'], environment());
    expect({ code: stopped.code, stdout: stopped.stdout }).toEqual({ code: 130, stdout: '' });
    await expectNothingLeftBy(stopped);
  });

  it('serves until it is stopped, which is no failure', async () => {
    const served = await streaklineUntil('The API stays up', 'SIGINT', ['demo', '--kafka'], environment());
    expect(served.code).toBe(0);
    expect(served.stdout).toContain('the whole fall');
    await expectNothingLeftBy(served);
  });
});

/** Ids are drawn at random, or are names of what was told: two runs need not agree on them. */
function withoutIds(document: unknown): unknown {
  const text = JSON.stringify(document);
  return JSON.parse(text.replace(/"(?:ann|amd|ins|org)_[0-9a-f]+"/g, '"an id"'));
}

/** Ids of the processes whose environment holds a text; none where the system does not tell. */
function processesWith(text: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(text);
    } catch {
      // ended while it was looked at, or another user's
      return false;
    }
  });
}
