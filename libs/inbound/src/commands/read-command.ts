import { uuidOf } from '@streakline/events';
import type { CommandContext } from '@streakline/event-store';
import type { LogRecord, TopicPartition } from '@streakline/event-log';
import { isStorable, problemOf, type Problem, withPointers } from '@streakline/web-api';
import { correlationIdOf, type CloudEvent } from '../reading/cloud-event';
import { invalidAttribute, subjectMissing, unknownType } from '../reading/problems';
import { readCloudEvent } from '../reading/read-cloud-event';
import { idempotencyOf } from './idempotency';
import type { AnyCommand, InboundType } from './inbound-type';

/** A record that says what to do. */
export interface ReadCommand {
  readonly type: string;
  /** The command as of a moment, in epoch milliseconds. */
  readonly command: (now: number) => AnyCommand;
  /** What failed in carrying it out, as HTTP would answer it. */
  readonly problemOf: (error: unknown) => Problem;
}

/** A record that cannot become a command, and why. */
export interface UnreadableCommand {
  readonly problem: Problem;
}

/** Never throws: whatever is in the record, it is a command or a problem. */
export function readCommand(
  record: LogRecord,
  { topic, partition }: TopicPartition,
  types: readonly InboundType[],
): ReadCommand | UnreadableCommand {
  // The same for the same record, whenever it is read.
  let requestId = uuidOf(['record', topic, partition, record.offset]);
  try {
    const names = types.map(({ type }) => type);
    const event = readCloudEvent(record, names);
    requestId = correlationIdOf(event);
    const type = types.find((each) => each.type === event.type);
    if (type === undefined) throw unknownType(event.type, names);
    return readAs(type, event, requestId);
  } catch (error) {
    return { problem: withPointers(problemOf(error, requestId).problem, []) };
  }
}

function readAs(type: InboundType, event: CloudEvent, correlationId: string): ReadCommand {
  const subject = subjectOf(type, event);
  const data = event.data();
  const make = type.read(subject, data);
  const context: Omit<CommandContext, 'now'> = { correlationId, idempotency: idempotencyOf(event, subject, data) };
  const parameters = type.subject === null ? [] : [type.subject.parameter];
  return {
    type: type.type,
    command: (now) => make({ ...context, now }),
    problemOf: (error) => withPointers(problemOf(error, correlationId).problem, parameters),
  };
}

/** Where none is needed, whatever is given is for people to read. */
function subjectOf({ type, subject }: InboundType, event: CloudEvent): string {
  if (subject === null) return '';
  if (event.subject === undefined || event.subject === '') throw subjectMissing(type, subject.what);
  if (!isStorable(event.subject)) throw invalidAttribute('subject', 'holds U+0000 or half of a surrogate pair');
  return event.subject;
}
