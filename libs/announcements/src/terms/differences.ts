import type { Moment } from '@streakline/events';
import type { Fault } from '@streakline/event-store';
import type { MomentFields } from '../moment/moment-fields';

/** What a body may say again: when, and the fields that events carry as they are. */
export interface Statement {
  readonly moment: Moment;
  readonly [field: string]: unknown;
}

/**
 * Where a body contradicts what is on record, by field. `said` holds only what the body gives: absent optional fields
 * never contradict.
 */
export function differences(fields: MomentFields, said: Statement, known: Statement): readonly Fault[] {
  const { moment, ...others } = said;
  const pairs = Object.entries(others).flatMap(([field, value]) => unlike(`/${field}`, value, known[field]));
  return [...momentDifferences(fields, moment, known.moment), ...pairs];
}

function momentDifferences({ timing }: MomentFields, said: Moment, known: Moment): readonly Fault[] {
  if ('at' in said) return unlike('/announcedAt', said.at, 'at' in known ? known.at : known.on);
  if ('at' in known || said.on !== known.on)
    return unlike('/announcedOn', said.on, 'at' in known ? known.at : known.on);
  return unlike('/timing', timing, known.timing);
}

function unlike(pointer: string, said: unknown, known: unknown): readonly Fault[] {
  if (said === undefined || Object.is(said, known)) return [];
  if (Array.isArray(said) && Array.isArray(known) && said.length === known.length) {
    return said.flatMap((value: unknown, index) => unlike(`${pointer}/${index}`, value, known[index]));
  }
  if (isObject(said) && isObject(known)) {
    return Object.entries(said).flatMap(([key, value]) =>
      unlike(`${pointer}/${NAMES_IN_BODIES[key] ?? key}`, value, known[key]),
    );
  }
  const detail = `On record stands ${brief(known)}, not ${brief(said)}. Say what is on record, or correct it by POST .../corrections.`;
  return [{ code: 'announcementContradicts', pointer, detail }];
}

/** Bodies refer to an instrument, events carry its id. */
const NAMES_IN_BODIES: Readonly<Record<string, string>> = { instrumentId: 'instrument' };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function brief(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
