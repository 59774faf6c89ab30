import { isBusinessDay, nextBusinessDay } from './business-days';
import { instantOf, type NewYorkTime } from './new-york';

/** What two sources say of the same thing. */
export interface TimeConflict {
  readonly from: string;
  readonly says: string;
}

/** When the public could read a filing. */
export interface Publication {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Accepted too late for that day's dissemination. */
  readonly heldOver: boolean;
  readonly conflicts: readonly TimeConflict[];
}

const OPENS = '06:00:00';
const CUT_OFF = '17:30:00';
const CLOSES = '22:00:00';

/**
 * When a filing became public. EDGAR disseminates what it accepts between 06:00 and 17:30 New York time at once; what it
 * accepts later, on the next business day at 06:00, under that day's date (Regulation S-T, 17 CFR 232.13; "EDGAR hours
 * of operation"). Ownership reports, and a few others, count and are public until 22:00. The date that the filing carries
 * (`filedOn`) is EDGAR's own word on the day: where it is later than the rule has it (a closure by order), it holds, and
 * where it is earlier, the rule does, so that nothing is known too soon; either is shown as a conflict.
 */
export function publicationOf(form: string, accepted: NewYorkTime, filedOn: string): Publication {
  const [day, time] = [accepted.slice(0, 10), accepted.slice(11)];
  const cutOff = isPublicUntilTen(form, day) ? CLOSES : CUT_OFF;
  const sameDay = isBusinessDay(day) && time <= cutOff;
  const byRule = sameDay ? day : nextBusinessDay(day);
  const conflicts = filedOn === byRule ? [] : [conflict(accepted, byRule, filedOn, cutOff)];
  const publicOn = filedOn > byRule ? filedOn : byRule;
  // Nothing is accepted before six: a time that says so waits for it.
  const early = publicOn === day && time < OPENS;
  if (publicOn === day && !early) return { at: instantOf(accepted), heldOver: false, conflicts };
  return { at: instantOf(`${publicOn}T${OPENS}`), heldOver: !early, conflicts };
}

/** Whether a time can be one at which EDGAR accepted a filing that it dated so. */
export function isPossible(form: string, accepted: NewYorkTime, filedOn: string): boolean {
  const time = accepted.slice(11);
  if (time < OPENS || time > CLOSES) return false;
  return publicationOf(form, accepted, filedOn).conflicts.length === 0;
}

/**
 * Forms that are dated, and shown, on the day until 22:00: Section 16 reports, registration statements that only add to
 * an offering (Rule 462(b)), Form 144 since 2023-03-20 (Release 33-11159), Schedules 13D and 13G since 2024-02-05
 * (Release 33-11253).
 */
function isPublicUntilTen(form: string, day: string): boolean {
  const bare = form.toUpperCase().replace(/\/A$/, '');
  if (['3', '4', '5', 'POS 462B'].includes(bare) || bare.endsWith('MEF')) return true;
  if (bare === '144') return day >= '2023-03-20';
  return /^(SC|SCHEDULE) 13[DG]$/.test(bare) && day >= '2024-02-05';
}

function conflict(accepted: NewYorkTime, byRule: string, filedOn: string, cutOff: string): TimeConflict {
  const rule = `accepted at ${accepted.replace('T', ' ')} New York time, it would be dated ${byRule}`;
  return {
    from: 'filing date',
    says: `${filedOn}: ${rule} (until ${cutOff.slice(0, 5)} the same business day, else the next)`,
  };
}
