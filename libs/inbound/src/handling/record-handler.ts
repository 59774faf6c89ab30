import { isRefusal, type Refusal } from '@streakline/event-store';
import { EventLogError, type LogRecord, type TopicPartition } from '@streakline/event-log';
import { problemOf, type Problem, problemOfRefusal } from '@streakline/web-api';
import type { InboundType } from '../commands/inbound-type';
import { readCommand, type ReadCommand } from '../commands/read-command';
import type { InboundOptions } from '../options';
import type { LetterBox } from './letter-box';
import { mayPass } from './may-pass';
import { patiently, type Patience } from './patience';
import type { Troubles } from './troubles';

/** What nobody expected may still pass; this often, within some seconds, and it is the record's fault. */
const UNEXPECTED_ATTEMPTS = 5;

/** Brings records to their ends: a command carried out, or a dead letter that says why not. */
export class RecordHandler {
  constructor(
    private readonly options: InboundOptions,
    private readonly letters: LetterBox,
    private readonly troubles: Troubles,
  ) {}

  /**
   * Resolves when the record's outcome is stored, however long that takes; rejects when the patience ends before.
   *
   * @param types that the record's topic takes
   */
  async handle(
    record: LogRecord,
    origin: TopicPartition,
    types: readonly InboundType[],
    patience: Patience,
  ): Promise<void> {
    patience.signal.throwIfAborted();
    const trouble = {};
    try {
      const read = readCommand(record, origin, types);
      const problem = 'problem' in read ? read.problem : await this.execute(read, origin, patience, trouble);
      if (problem !== null) await this.putAside(record, origin, problem, patience, trouble);
    } finally {
      this.troubles.passed(trouble);
    }
  }

  /** Null where the command was taken. */
  private async execute(
    read: ReadCommand,
    origin: TopicPartition,
    patience: Patience,
    trouble: object,
  ): Promise<Problem | null> {
    try {
      const attempt = () => this.options.execute(read.command(Date.now()));
      const answer = await patiently(attempt, patience, (error, attempts) => {
        const again = mayPass(error) || attempts < UNEXPECTED_ATTEMPTS;
        if (again) this.noteRetry(error, origin, trouble);
        return again;
      });
      if (isRefusal(answer)) return read.problemOf(problemOfRefusal(forEvents(answer)));
      this.options.metrics?.handled?.(read.type, answer.said);
      return null;
    } catch (err) {
      if (patience.signal.aborted) throw err;
      const problem = read.problemOf(err);
      this.options.log.error({ err, requestId: problem.requestId }, `a ${read.type} failed and is put aside`);
      return problem;
    }
  }

  private async putAside(
    record: LogRecord,
    origin: TopicPartition,
    problem: Problem,
    patience: Patience,
    trouble: object,
  ): Promise<void> {
    const { metrics, log } = this.options;
    await patiently(
      () => this.letters.put(record, origin, problem),
      patience,
      (error) => {
        this.noteRetry(error, origin, trouble);
        return true;
      },
    );
    metrics?.refused?.(origin.topic, problem.code);
    const where = { topic: origin.topic, partition: origin.partition, offset: record.offset };
    log.info({ ...where, code: problem.code, requestId: problem.requestId }, 'a record was refused and put aside');
  }

  private noteRetry(err: unknown, { topic, partition }: TopicPartition, trouble: object): void {
    const code = err instanceof EventLogError ? err.code : problemOf(err, '').problem.code;
    // While the database is away, all records in work say the same again and again.
    const level = this.troubles.message === null ? 'warn' : 'debug';
    this.troubles.note(trouble, err);
    this.options.metrics?.retried?.(topic, code);
    this.options.log[level]({ err, topic, partition, code }, 'a record waits and is tried again');
  }
}

/** An event has no Idempotency-Key to draw: what was used before are its source and id. */
function forEvents(refusal: Refusal): Refusal {
  if (refusal.code !== 'idempotencyKeyReused') return refusal;
  const detail = 'An event of this source and id was taken before, and it said something else: give each event an id.';
  return { ...refusal, detail };
}
