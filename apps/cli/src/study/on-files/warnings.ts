import type { Suspicion, UnfitEvent } from '@streakline/event-study';
import { asNumberIfOne } from './answer-names';

/** Something that was seen in an event, as the JSON answer tells it. */
export interface SuspicionAnswer {
  readonly eventId: string | number;
  readonly firm: string;
  readonly code: string;
  readonly detail: string;
  readonly days?: readonly number[];
  readonly windows?: Suspicion['windows'];
  readonly evidence?: Suspicion['evidence'];
}

export interface Told {
  /** Seen, and left as it is. */
  readonly warnings: readonly SuspicionAnswer[];
  /** Takes no part, as a whole or on the days and in the windows named. */
  readonly leftOut: readonly SuspicionAnswer[];
}

export function toldOf(suspicions: readonly Suspicion[], unfit: readonly UnfitEvent[]): Told {
  const answers = (policy: Suspicion['policy']) => suspicions.filter((one) => one.policy === policy).map(answerOf);
  const withoutFit = unfit.map(({ event, code, message }) => ({
    eventId: asNumberIfOne(event.id),
    firm: event.firm,
    code,
    detail: message,
  }));
  return { warnings: answers('warn'), leftOut: [...answers('exclude'), ...withoutFit] };
}

function answerOf({ event, firm, screen, detail, days, windows, evidence }: Suspicion): SuspicionAnswer {
  return { eventId: asNumberIfOne(event), firm, code: screen, detail, days, windows, evidence };
}

/** More lines than this hide what matters: then there is one for each screen. */
const MOST_LINES = 20;

/** Lines for standard error: what was left out, then the warnings; what several models share once. */
export function linesOf(told: readonly Told[]): readonly string[] {
  return [
    ...listed(
      'left out',
      told.flatMap(({ leftOut }) => leftOut),
    ),
    ...listed(
      'warning',
      told.flatMap(({ warnings }) => warnings),
    ),
  ];
}

function listed(kind: string, answers: readonly SuspicionAnswer[]): readonly string[] {
  const distinct = new Map(answers.map((one) => [inWords(one), one]));
  if (distinct.size <= MOST_LINES) return [...distinct.keys()].map((words) => `${kind}: ${words}`);
  const byCode = new Map<string, { readonly first: SuspicionAnswer; times: number }>();
  for (const one of distinct.values()) {
    const seen = byCode.get(one.code);
    if (seen) seen.times += 1;
    else byCode.set(one.code, { first: one, times: 1 });
  }
  return [...byCode].map(([code, { first, times }]) => {
    if (times === 1) return `${kind}: ${inWords(first)}`;
    const { eventId, firm, detail } = first;
    return `${kind}: ${code}: ${times.toLocaleString('en-US')} times (--json has all); first event ${eventId} (${firm}): ${detail}`;
  });
}

function inWords({ eventId, firm, code, detail }: SuspicionAnswer): string {
  return `event ${eventId} (${firm}): ${code}: ${detail}`;
}
