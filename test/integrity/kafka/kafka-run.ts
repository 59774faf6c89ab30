import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { topicsOf, type Topics } from '@streakline/event-log';
import { type Projection, Projector, readCheckpoints, servingVersion } from '@streakline/projections';
import {
  createTestStore,
  spawnTypeScript,
  until,
  type TestKafka,
  type TestStore,
  type TypeScriptProcess,
} from '@streakline/testing';
import { dossiersProjection, readModelsMigrations } from '@streakline/read-models';
import { type ProcessSettings, sayStep, type Step } from './processes/step';
import { Telling, type TellingOptions } from './telling';

/** Processes start slowly on a machine with much else to do. */
const PATIENCE_MS = 60_000;
export const SLOWLY = { patienceMs: PATIENCE_MS, pauseMs: 50 };

/** A group that lost a member to SIGKILL stands still for so long. The local brokers allow it; Kafka's default does not. */
const SESSION_TIMEOUT_MS = Number(process.env['STREAKLINE_TEST_SESSION_TIMEOUT'] ?? 2_000);

export type Role = 'relay' | 'projector' | 'intake';

/** The same projection under another name: the embedded run on the same events, to hold the one over Kafka against. */
export const embeddedProjection: Projection = { ...withoutInsights(dossiersProjection), name: 'embedded_dossiers' };

/** What is found is published once, by the projection under test. */
function withoutInsights({ publish: _publish, ...projection }: Projection): Projection {
  return projection;
}

/** A store, topics of its own on a Kafka, and the processes between them, for tests that hurt all three. */
export class KafkaRun {
  readonly prefix = `test-${randomUUID()}.`;
  readonly topics: Topics = topicsOf(this.prefix);
  /** Set by a test that plants events which no fold can digest. */
  plantedPoison = false;
  private readonly processes: { readonly role: Role; readonly process: TypeScriptProcess }[] = [];
  private readonly tellings: Telling[] = [];
  private disposed = false;

  private constructor(
    readonly kafka: TestKafka,
    readonly made: TestStore,
  ) {}

  static async create(kafka: TestKafka, store?: TestStore): Promise<KafkaRun> {
    const made = store ?? (await createTestStore({ migrations: readModelsMigrations }));
    const parts = { pool: made.database.pool, store: made.store };
    for (const projection of [dossiersProjection, embeddedProjection]) {
      // On the empty store: both versions begin at 0 and see every event by their feeds, none by a rebuild.
      const projector = new Projector({ ...parts, projection });
      await projector.start();
      await projector.stop();
    }
    return new KafkaRun(kafka, made);
  }

  /** Starts a process and resolves when it is up; one that is to die may do so before. */
  async start(role: Role, options: Partial<ProcessSettings> = {}): Promise<TypeScriptProcess> {
    // A test that ran out of time goes on in the background: what it starts would outlive the run.
    if (this.disposed) throw new Error(`the run is over: no ${role} is started any more`);
    const { url } = this.made;
    const { brokers } = this.kafka.connection;
    const settings: ProcessSettings = {
      ...{ databaseUrl: url, brokers, prefix: this.prefix, step: null, sessionTimeout: SESSION_TIMEOUT_MS },
      ...options,
    };
    const file = join(__dirname, 'processes', `${role}-process.ts`);
    const started = spawnTypeScript(file, [JSON.stringify(settings)]);
    this.processes.push({ role, process: started });
    const line = started.nextLine();
    if (settings.step === null) await line;
    else line.catch(() => undefined);
    return started;
  }

  /** Starts a process that kills itself at a step; resolves when that has happened. */
  async dies(role: Role, step: Step, options: Partial<ProcessSettings> = {}): Promise<void> {
    const dying = await this.start(role, { ...options, step });
    const { child } = dying;
    const ended = () => child.exitCode !== null || child.signalCode !== null;
    await until(`the ${role} dies ${sayStep(step)}`, ended, SLOWLY).catch((error: unknown) => {
      throw new Error(`${String(error)}: ${dying.said().slice(-2_000)}`);
    });
    if (child.signalCode !== 'SIGKILL') throw new Error(`the ${role} ended otherwise: ${dying.said()}`);
  }

  /** Starts a process that freezes itself at a step; resolves when that has happened. SIGCONT thaws it. */
  async freezes(role: Role, step: Step, options: Partial<ProcessSettings> = {}): Promise<TypeScriptProcess> {
    const freezing = await this.start(role, { ...options, step: { ...step, signal: 'SIGSTOP' } });
    const isStopped = () =>
      spawnSync('ps', ['-o', 'stat=', '-p', String(freezing.pid)], { encoding: 'utf8' }).stdout.startsWith('T');
    await until(`the ${role} freezes ${sayStep(step)}`, isStopped, SLOWLY).catch((error: unknown) => {
      throw new Error(`${String(error)}: ${freezing.said().slice(-2_000)}`);
    });
    return freezing;
  }

  tell(options: TellingOptions): Telling {
    const telling = new Telling(this.made.store, options);
    this.tellings.push(telling);
    return telling;
  }

  /** Where the version that serves has come to, lowest of its partitions. */
  async position(): Promise<number> {
    const { pool } = this.made.database;
    const serving = await servingVersion(pool, dossiersProjection.name);
    const checkpoints = await readCheckpoints(pool, dossiersProjection.name, serving?.version ?? 0);
    return Math.min(...checkpoints.values());
  }

  /** Resolves when every partition's checkpoint is at the store's head. */
  async settle(patienceMs = PATIENCE_MS): Promise<number> {
    const head = await this.made.store.head();
    const all = () => this.processes.map(({ role, process }) => `${role}: ${process.said().slice(-2_000)}`).join('\n');
    await until(`all checkpoints at ${head}`, async () => (await this.position()) >= head, {
      ...SLOWLY,
      patienceMs,
    }).catch(async (error: unknown) => {
      throw new Error(`${String(error)}; they are at ${await this.position()}. ${all()}`);
    });
    return head;
  }

  async kill(role: Role): Promise<void> {
    const ending = this.processes.filter((running) => running.role === role);
    await Promise.all(ending.map(({ process }) => process.kill()));
  }

  /** Kills what runs of a role, and starts one. */
  async restart(role: Role): Promise<void> {
    await this.kill(role);
    await this.start(role);
  }

  async killAll(): Promise<void> {
    await Promise.all(this.processes.splice(0).map(({ process }) => process.kill()));
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    await this.killAll();
    await Promise.all(this.tellings.map((telling) => telling.abandon().catch(() => undefined)));
    // What is left on the broker goes with it.
    for (const { name } of Object.values(this.topics)) await this.kafka.admin.deleteTopic(name).catch(() => undefined);
    await this.made.dispose();
  }
}

/** How a test of a suite gets its run: a new one at each call, gone after the test. */
export function kafkaRuns(kafka: () => TestKafka): (store?: TestStore) => Promise<KafkaRun> {
  const runs: KafkaRun[] = [];
  afterEach(async () => {
    await Promise.all(runs.splice(0).map((run) => run.dispose()));
  }, 120_000);
  return async (store) => {
    const run = await KafkaRun.create(kafka(), store);
    runs.push(run);
    return run;
  };
}
