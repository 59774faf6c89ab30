import { uuidOf } from '@streakline/events';
import { validate } from 'uuid';

/** What a record says in its CloudEvents attributes, and its data where somebody asks for it. */
export interface CloudEvent {
  readonly type: string;
  readonly source: string;
  readonly id: string;
  readonly subject: string | undefined;
  /** Of the extension `correlationid`. */
  readonly correlationId: string | undefined;
  /** The JSON of the data; undefined without any. Throws a ProblemException where it is none, as HTTP does of a body. */
  readonly data: () => unknown;
}

/** The event's `correlationid` if that is a UUID, else always the same one for the same event. */
export function correlationIdOf({ source, id, correlationId }: CloudEvent): string {
  return correlationId !== undefined && validate(correlationId)
    ? correlationId.toLowerCase()
    : uuidOf(['correlation', source, id]);
}
