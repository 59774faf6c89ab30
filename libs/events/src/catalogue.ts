import * as announcements from './announcement/announcement-events';
import * as articles from './article/article-events';
import * as bars from './bars/bars-events';
import type { EventType } from './event-type';
import * as classes from './instrument/class-events';
import * as expectations from './instrument/expectation-events';
import * as instruments from './instrument/instrument-events';
import * as trading from './instrument/trading-events';

type AnyEventType = EventType<string, never>;

const isEventType = (value: unknown): value is AnyEventType =>
  typeof value === 'object' && value !== null && 'keysOf' in value && 'schema' in value;

/** Every type of event there is, by name. */
export const catalogue: ReadonlyMap<string, AnyEventType> = new Map(
  [instruments, classes, trading, expectations, bars, announcements, articles]
    .flatMap((module) => Object.values<unknown>(module))
    .filter(isEventType)
    .map((type) => [type.name, type]),
);
