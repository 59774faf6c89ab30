import type { Days } from '../form/reading';
import type { EventRequest, Selection, StreakRequest } from '../form/study-types';
import { dayNumber } from '../../../words/times';
import { money } from '../../../words/money';
import { kinds, nameOf, timings } from './names';

/** A condition of a selection; instruments are told by their ids, for whoever draws it to name. */
export interface Condition {
  readonly text: string;
  readonly instruments?: readonly string[];
}

/** Names told at most; a selection may hold thousands. */
const MOST_NAMES = 5;

/** What was selected, condition by condition; all of them hold at once. */
export function selectionConditions(selection: Partial<Selection>): readonly Condition[] {
  const { instruments, announcements, roles, sectors, periods, from, to, size } = selection;
  const texts = [
    named(
      '',
      selection.kinds?.map((kind) => nameOf(kinds, kind).toLowerCase()),
    ),
    named(
      '',
      selection.timings?.map((timing) => nameOf(timings, timing).toLowerCase()),
    ),
    named('in the role of ', roles),
    named('in the sector ', sectors),
    named('reporting on ', periods),
    announcements && `${announcements.length} named`,
    from && `day 0 from ${from} on`,
    to && `day 0 before ${to}`,
    size && `market cap ${sizeText(size)}`,
    selection.includeAmendments ? 'with amendments' : undefined,
    selection.includeAssumed ? 'with assumed day 0s' : undefined,
  ];
  const told = texts.flatMap((text): Condition[] => (text ? [{ text }] : []));
  const all: readonly Condition[] = [
    ...(instruments ? [{ text: instrumentsText(instruments), instruments }] : []),
    ...told,
  ];
  return all.length === 0 ? [{ text: 'all announcements' }] : all;
}

function instrumentsText(instruments: readonly string[]): string {
  return instruments.length > MOST_NAMES ? `${instruments.length} instruments` : 'of';
}

function named(before: string, names: readonly string[] | undefined): string | undefined {
  if (names === undefined) return undefined;
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `${before}${names.slice(0, MOST_NAMES).join(', ')}${more}`;
}

function sizeText({ min, max }: NonNullable<Selection['size']>): string {
  const amount = (value: number) => money(value, '').trim();
  if (max === undefined) return `of ${amount(min ?? 0)} or more`;
  return min === undefined ? `below ${amount(max)}` : `of ${amount(min)} or more, below ${amount(max)}`;
}

/** `[−1, +1]`, or `[0]` for a single day. */
export function windowText({ from, to }: Days): string {
  return from === to ? `[${dayNumber(from)}]` : `[${dayNumber(from)}, ${dayNumber(to)}]`;
}

/** Days in a sentence. */
export function daysWords({ from, to }: Days): string {
  return from === to ? `day ${dayNumber(from)}` : `days ${dayNumber(from)} to ${dayNumber(to)}`;
}

/** What events are told apart by. */
export function groupWords(group: NonNullable<EventRequest['groupBy']>): string {
  if (typeof group === 'string') return group === 'streakAtBase' ? 'the run in force at base' : group;
  if ('sector' in group) return `sector by ${group.sector}`;
  if ('size' in group) return `market cap, at ${group.size.map((bound) => money(bound, '').trim()).join(', ')}`;
  return `surprise of ${[group.surprise, group.basis, group.period].filter((part) => part !== undefined).join(', ')}`;
}

/** A request as the API tells it: it has been checked, and has all defaults. */
export function asEventRequest(request: object): EventRequest {
  return request as EventRequest;
}

export function asStreakRequest(request: object): StreakRequest {
  return request as StreakRequest;
}
