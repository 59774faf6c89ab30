import { escapeLiteral } from 'pg';
import type { RawReadOptions } from '../reading/raw-event';
import { columns } from './columns';
import { FIRST_OF_MANY, OF_MANY } from './of-many';

const DAY_MS = 86_400_000;
const LAST_DATE = Date.parse('9999-12-31');

/** A COPY of the next `limit` events of those asked for. (COPY takes no parameters: texts are quoted.) */
export function copyRaw(options: RawReadOptions, limit: number): string {
  const order = options.order === 'knownAt' ? 'e.known_at, e.position' : 'e.position';
  const select = `select ${columns} from event_store.events e
where ${conditionsOf(options).join('\n  and ')}
order by ${order} limit ${limit}`;
  return `copy (${select}) to stdout with (null '')`;
}

function conditionsOf(options: RawReadOptions): readonly string[] {
  const { after = 0, upTo, behind, types, keys, knownFrom, knownBefore, instants } = options;
  const conditions = [`e.position > ${after}`];
  if (upTo !== undefined) conditions.push(`e.position <= ${upTo}`);
  if (behind !== undefined) conditions.push(`(e.known_at, e.position) > (${behind.knownAt}, ${behind.position})`);
  if (types !== undefined) conditions.push(`e.type ${among(types)}`);
  if (keys !== undefined) conditions.push(ofKeys(keys, options));
  if (knownFrom !== undefined) conditions.push(`e.known_at >= ${knownFrom}`);
  if (instants === 'many') conditions.push(OF_MANY);
  if (instants === 'one') conditions.push(`not (${OF_MANY})`);
  if (knownBefore !== undefined) conditions.push(known(knownBefore, instants));
  return conditions;
}

/** By the primary key of event_keys. */
function ofKeys(keys: readonly string[], { after = 0, upTo = Number.MAX_SAFE_INTEGER }: RawReadOptions): string {
  return `e.position in (select k.position from event_store.event_keys k
    where k.key ${among(keys)} and k.position > ${after} and k.position <= ${upTo})`;
}

function known(before: number, instants: RawReadOptions['instants']): string {
  // A session may have closed a day before its date begins in UTC, nowhere more.
  const begunBy = `${FIRST_OF_MANY} <= ${escapeLiteral(dateOf(before + DAY_MS))}`;
  if (instants === 'many') return begunBy;
  const itself = `e.known_at < ${before}`;
  return instants === 'one' ? itself : `(${itself} or (${OF_MANY} and ${begunBy}))`;
}

/** In the form that PostgreSQL compares with the condition of a partial index. */
function among(texts: readonly string[]): string {
  if (texts.length === 0) return 'is null';
  return `in (${texts.map((text) => escapeLiteral(text)).join(', ')})`;
}

/** No session is later than the last date of four digits; ISO's form of what is would sort before all of them. */
function dateOf(at: number): string {
  return new Date(Math.min(at, LAST_DATE)).toISOString().slice(0, 10);
}
