import { barOn } from '../known/bar-on';
import { changeOf } from '../known/change';
import type { Known } from '../known/known';
import type { Reaction } from './reaction';

const VOLUME_SESSIONS = 20;

/** The figures of day 0 (its ordinal) that are not windows. */
export function dayZeroFigures(
  known: Known,
  day0: number,
): Pick<Reaction, 'gapReturn' | 'openToClose' | 'volumeRatio'> {
  const { open, close, value, splitFactor } = known;
  const day = barOn(known, day0);
  const base = barOn(known, day0 - 1);
  const opened = day === -1 ? Number.NaN : open[day]!;
  const hasOpen = !Number.isNaN(opened);
  return {
    gapReturn: hasOpen && base !== -1 ? changeOf(value[base]!, opened * splitFactor[day]!) : null,
    openToClose: hasOpen ? changeOf(opened, close[day]!) : null,
    volumeRatio: day === -1 || base === -1 ? null : volumeRatio(known, day, base),
  };
}

/** Null unless day 0 and each of the 20 sessions that end at base have a volume. */
function volumeRatio({ ordinals, volume, splitFactor }: Known, day: number, base: number): number | null {
  const first = base - VOLUME_SESSIONS + 1;
  if (first < 0 || ordinals[base]! - ordinals[first]! !== VOLUME_SESSIONS - 1) return null;
  let sum = 0;
  for (let i = first; i <= base; i++) sum += volume[i]! / splitFactor[i]!;
  const ratio = volume[day]! / splitFactor[day]! / (sum / VOLUME_SESSIONS);
  return Number.isFinite(ratio) ? ratio : null;
}
