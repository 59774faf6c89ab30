import type { Claim } from '@streakline/events';
import { isGap } from '../spans/span-reading';
import { oneSession } from '../spans/span-of-dates';
import type { Stage } from '../stage/stage';
import type { Finding } from '../verdict/finding';

/** Whether the date can be true: on some days there was no trading. */
export function spanOf(stage: Stage, { span }: Claim): readonly Finding[] {
  if (span?.is !== 'session') return [];
  return oneSession(stage, span.on).flatMap((place): readonly Finding[] =>
    isGap(place) && place.noSession === true ? [{ reading: [], verdict: 'contradicted', why: place.why }] : [],
  );
}
