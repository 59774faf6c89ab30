import type { FigureBasis, FigureColumns, PriceBatch } from '../price-item';
import type { PriceRole, RowGroup } from './row-layout';

/** Rows a batch. */
export const BATCH_ROWS = 8_192;

/** One batch that is being filled. All groups of a layout have the same kinds of columns. */
export class BatchBuilder {
  count = 0;
  readonly lines = new Float64Array(BATCH_ROWS);
  readonly days = new Int32Array(BATCH_ROWS);
  readonly symbols = new Int32Array(BATCH_ROWS);
  private readonly figures: Partial<Record<FigureBasis, Partial<Record<PriceRole, Float64Array>>>> = {};
  private readonly dividends: Float64Array | null;
  private readonly splits: Float64Array | null;
  private readonly dividendBasis: 'raw' | 'splitAdjusted';

  constructor(groups: readonly RowGroup[]) {
    const dividend = groups.find((group) => group.dividend !== undefined)?.dividend;
    this.dividendBasis = dividend?.basis ?? 'raw';
    this.dividends = dividend === undefined ? null : filled();
    this.splits = groups.some(({ split }) => split !== undefined) ? filled() : null;
    for (const { basis, role } of groups.flatMap((group) => group.figures)) this.column(basis, role);
  }

  /** Where a group's values go, in the order in which `fieldsOf` reads them. */
  targetsOf(group: RowGroup): readonly Float64Array[] {
    return [
      ...group.figures.map(({ basis, role }) => this.column(basis, role)),
      ...(group.dividend === undefined || this.dividends === null ? [] : [this.dividends]),
      ...(group.split === undefined || this.splits === null ? [] : [this.splits]),
    ];
  }

  private column(basis: FigureBasis, role: PriceRole): Float64Array {
    const ofBasis = (this.figures[basis] ??= {});
    return (ofBasis[role] ??= filled());
  }

  build(file: string, symbolNames: readonly string[]): PriceBatch {
    const figures: Partial<Record<FigureBasis, FigureColumns>> = this.figures;
    return {
      kind: 'rows',
      file,
      count: this.count,
      lines: this.lines,
      days: this.days,
      symbols: this.symbols,
      symbolNames,
      figures,
      ...(this.dividends === null ? {} : { dividends: { basis: this.dividendBasis, cash: this.dividends } }),
      ...(this.splits === null ? {} : { splits: this.splits }),
    };
  }
}

function filled(): Float64Array {
  return new Float64Array(BATCH_ROWS).fill(NaN);
}
