import type { StudyResult } from '@streakline/event-study';
import type { Shown } from '../document';
import { confidenceText } from '../words/figures';
import { axes, frameFor } from './frame';
import { bandPath, linePath, withoutGaps } from './paths';

/** The CAAR from the event window's first day on, in its band. */
export function caarChart({ curve, event }: StudyResult, { value, confidence }: Shown): string {
  const heading = `CAAR, the mean over events, with its ${confidenceText(confidence)} band`;
  const values = curve.flatMap(({ caar, lower, upper }) => [caar, lower, upper].filter((each) => each !== null));
  const frame = frameFor(event, values);
  const points = curve.map(({ day, caar }) => ({ day, value: caar }));
  return [
    axes(frame, heading, value),
    ...withoutGaps(curve).map((row) => `<path class="band" d="${bandPath(frame, row)}"/>`),
    `<path class="caar" d="${linePath(frame, points)}"/>`,
  ].join('');
}
