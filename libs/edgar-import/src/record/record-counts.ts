import type { PlannedCount } from '@streakline/edgar';
import { RecordShareCount, type ResolvedInstrument } from '@streakline/instruments';
import { holderOfClass } from './holder-of-class';
import { contextOf, count, type Recorder } from './recorder';

/** Records counts one after the other: they are in the stream of their instrument. */
export async function recordCounts(recorder: Recorder, counts: readonly PlannedCount[]): Promise<void> {
  const unplaced = new Map<string, PlannedCount[]>();
  for (const planned of counts) {
    if (recorder.signal?.aborted) return;
    const holder = holderOfClass(planned, recorder.instruments);
    if ('why' in holder) unplaced.set(holder.why, [...(unplaced.get(holder.why) ?? []), planned]);
    else await record(recorder, planned, holder);
    recorder.onDone();
  }
  for (const [why, its] of unplaced) {
    const [first] = its;
    const others = its.length === 1 ? '' : ` and ${its.length - 1} more`;
    recorder.outcome.refused.push({ where: `share count of ${first?.accession}${others}`, reason: why });
  }
}

async function record(
  recorder: Recorder,
  { accession, form, countedOn, shares, filed }: PlannedCount,
  { instrument, shareClass }: { readonly instrument: ResolvedInstrument; readonly shareClass?: string },
): Promise<void> {
  const source = `SEC EDGAR ${form} ${accession}`.replace('  ', ' ');
  const body = { countedOn, shares, ...filed, source, ...(shareClass === undefined ? {} : { shareClass }) };
  const command = new RecordShareCount(instrument.instrumentId, body, contextOf(recorder));
  count(recorder, recorder.outcome.shareCounts, `share count of ${accession}`, await recorder.execute(command));
}
