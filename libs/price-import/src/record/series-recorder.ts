import type { EventStore } from '@streakline/event-store';
import type { SplitRatio } from '@streakline/market-data';
import { inOrder } from '../gather/in-order';
import type { PriceRow, PriceSeries } from '../gather/series';
import type { PriceImportOptions } from '../import-options';
import { type NoOwner, type Owner, Owners } from '../owner/owners';
import type { RefusedPriceRow } from '../refused-row';
import { dateOf } from './date-of';
import { type RecordedRows, recordRows } from './record-series';
import type { Refusals } from './refusals';
import type { RowsOfOwner } from './rows-of-owner';
import type { Tally } from './tally';

/** Where refused rows go: `count` of them stand for more than one where a whole series is refused. */
export type Refuse = (row: RefusedPriceRow, count: number) => Promise<void>;

/** What is one owner's of a series. */
type Stretch = Pick<RowsOfOwner, 'rows' | 'dividends' | 'splits'>;

/** Jumps named of one series; more of them say the same. */
const MOST_JUMPS = 3;

/** Records series, one after the other or several at a time, and keeps the tally of what they come to. */
export class SeriesRecorder {
  readonly owners: Owners;

  constructor(
    private readonly store: EventStore,
    private readonly options: PriceImportOptions,
    private readonly tally: Tally,
    private readonly refusals: Refusals,
    private readonly refuse: Refuse,
  ) {
    this.owners = new Owners(store, options);
  }

  /** Records what is at hand of a series, and forgets it. */
  async record(series: PriceSeries): Promise<void> {
    const { rows, repeated, atOdds } = inOrder(series);
    this.tally.sums.bars.repeated += repeated;
    for (const { row, other } of atOdds) await this.refuse(this.refusals.atOdds(series, row, other), 1);
    for (const stretch of await this.stretches(series, rows)) await this.recordStretch(series, stretch);
    series.clear(rows.at(-1));
  }

  /** A ticker of each row's own date may name several companies, one after the other. */
  private async stretches(series: PriceSeries, rows: readonly PriceRow[]): Promise<readonly Stretch[]> {
    const { dividends, splits } = series;
    const seams = series.traits.isDated ? await this.owners.seams(series.traits.symbol) : [];
    if (seams.length === 0) return [{ rows, dividends, splits }];
    return [...seams, null].map((to, index) => {
      const from = seams[index - 1] ?? '';
      const isIn = ({ day }: { readonly day: number }) => from <= dateOf(day) && (to === null || dateOf(day) < to);
      return { rows: rows.filter(isIn), dividends: dividends.filter(isIn), splits: splits.filter(isIn) };
    });
  }

  private async recordStretch(series: PriceSeries, { rows, dividends, splits }: Stretch): Promise<void> {
    const last = rows.at(-1) ?? dividends.at(-1) ?? splits.at(-1);
    if (last === undefined) return;
    const owner = await this.owners.of(series.traits, dateOf(last.day));
    if ('code' in owner) return this.refuseAll(series, rows, last, owner);
    this.tally.instruments.add(owner.instrumentId);
    const { revises = false, dryRun = false, adjustedTo = null, now } = this.options;
    const asked = { revises, dryRun, adjustedTo, now };
    const recorded = await recordRows(this.store, { owner, series, rows, dividends, splits }, asked);
    await this.count(owner, series, rows, recorded);
  }

  private async count(owner: Owner, series: PriceSeries, rows: readonly PriceRow[], recorded: RecordedRows) {
    const { bars, facts, check, laterSplit } = recorded;
    this.warn(owner, recorded);
    const { basisChecks, splits, dividends } = this.tally.sums;
    basisChecks.splitsThatAgree += check.agree;
    basisChecks.splitsThatTellNothing += check.tellNothing;
    if (bars === null) {
      basisChecks.seriesThatContradict += 1;
      return this.refuseAll(series, rows, rows[0], {
        code: 'basisContradicted',
        detail: otherBasis(series, check.contradict),
      });
    }
    if (laterSplit !== null) {
      const detail = adjustedToWhen(laterSplit);
      return this.refuseAll(series, rows, rows[0], { code: 'adjustedToWhen', detail });
    }
    const [fault] = bars.ofDelivery;
    if (fault !== undefined) return this.refuseAll(series, rows, rows[0], fault);
    addCounts(this.tally.sums.bars, bars.counts);
    addCounts(splits, facts.splits);
    addCounts(dividends, facts.dividends);
    for (const row of this.refusals.bars(series, rows, bars)) await this.refuse(row, 1);
    for (const { fact, code, reason } of facts.refused)
      await this.refuse(this.refusals.fact(series, fact, code, reason), 1);
  }

  private warn({ ref }: Owner, { jumps, factor }: RecordedRows): void {
    for (const { session, from, to, looksLike } of jumps.slice(0, MOST_JUMPS)) {
      const more = jumps.length > MOST_JUMPS ? ` (${jumps.length} such moves in all)` : '';
      const detail = `from ${from} to ${to} at the open of ${session}, as a split of ${looksLike} would, and none is on record: if it was one, record it by POST /v1/instruments/${ref}/splits${more}`;
      this.tally.warn({ code: 'unexplainedJump', of: ref, detail });
    }
    if (factor === null) return;
    const detail = `its bars differ from those on record by the factor ${Number(factor.toPrecision(4))} throughout, as a split would make them: record the split, then import again`;
    this.tally.warn({ code: 'differsByOneFactor', of: ref, detail });
  }

  private async refuseAll(
    series: PriceSeries,
    rows: readonly PriceRow[],
    first: Parameters<Refusals['series']>[1] | undefined,
    { code, detail }: Pick<NoOwner, 'detail'> & { readonly code: string },
  ): Promise<void> {
    if (first === undefined) return;
    const count = Math.max(1, rows.length);
    await this.refuse(this.refusals.series(series, rows[0] ?? first, count, code, detail), count);
  }
}

function otherBasis({ traits }: PriceSeries, contradict: readonly string[]): string {
  const [said, other] =
    traits.basis === 'raw'
      ? ['prices as traded', '--basis splitAdjusted']
      : ['prices adjusted for splits', '--basis raw'];
  const more = contradict.length === 1 ? '' : ` (and at ${contradict.length - 1} more)`;
  return `they are said to be ${said}, but ${contradict[0]}${more}. Give ${other} if they are (with --format plain, where the format itself says otherwise), or mend the split on record`;
}

function adjustedToWhen({ exDate, from, to }: SplitRatio): string {
  return `they are adjusted for splits, but end before the split of ${exDate}, ${to} for ${from}, and do not tell whether they are adjusted for it. Give --adjusted-to with the day of the download, or with that of the last row if they are not adjusted for it, or import a file that goes on until after the split`;
}

function addCounts<Field extends string>(
  sum: Record<NoInfer<Field>, number>,
  more: Readonly<Record<Field, number>>,
): void {
  for (const field of Object.keys(more) as Field[]) sum[field] += more[field];
}
