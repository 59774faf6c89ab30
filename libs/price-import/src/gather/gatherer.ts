import type { Detection, FigureColumns, FileFact, PriceBatch } from '@streakline/price-files';
import { fromDay } from '@streakline/market-time';
import type { ToldBasis } from '../import-options';
import type { FileOwner } from '../owner/owner-of-file';
import type { RefusedPriceRow } from '../refused-row';
import { figuresToRecord, type NoFigures } from './figures-to-record';
import { PriceSeries, type SeriesTraits } from './series';

/** Rows of many files, sorted into the series that they belong to. */
export class Gatherer {
  readonly series = new Map<string, PriceSeries>();
  /** At hand, in all series. */
  rows = 0;

  constructor(private readonly toldBasis: ToldBasis | undefined) {}

  /** Takes the rows of one file from here on. `place`: of the file among those imported. */
  file(place: number, detection: Detection, owner: FileOwner, source: string): FileGatherer {
    return new FileGatherer(this, place, detection, owner, source, this.toldBasis);
  }

  seriesOf(traits: SeriesTraits): PriceSeries {
    const { symbol, isRef, isDated, source, basis } = traits;
    const key = `${isRef ? 'ref' : isDated ? 'dated' : 'name'} ${basis} ${source} ${symbol}`;
    const known = this.series.get(key);
    if (known !== undefined) return known;
    const made = new PriceSeries(traits);
    this.series.set(key, made);
    return made;
  }

  /** Lets go of the rows at hand. */
  forget(): void {
    for (const series of this.series.values()) if (series.holdsSomething()) series.clear(undefined);
    this.rows = 0;
  }
}

const none = new Float64Array(0);

/** Sorts the rows of one file. */
export class FileGatherer {
  /** What its rows are recorded on; undefined before the first. */
  basis: ToldBasis | undefined;
  /** By the place of the symbol in the file's own table; -1 stands at the end. */
  private readonly bySymbol: (PriceSeries | undefined)[] = [];
  private onlySymbol = -1;

  constructor(
    private readonly all: Gatherer,
    private readonly place: number,
    private readonly detection: Detection,
    private readonly owner: FileOwner,
    private readonly source: string,
    private readonly toldBasis: ToldBasis | undefined,
  ) {}

  /** Says where none of the batch's columns can be recorded; rows that cannot be sorted go to `refuse`. */
  take(batch: PriceBatch, refuse: (row: RefusedPriceRow) => void): NoFigures | undefined {
    const figures = figuresToRecord(batch, this.toldBasis);
    if ('code' in figures) return figures;
    const { basis, columns } = figures;
    this.basis = basis;
    const dividendBasis = batch.dividends?.basis ?? 'raw';
    for (let row = 0; row < batch.count; row++) {
      const close = columns.close?.[row] ?? Number.NaN;
      const fault = Number.isNaN(close) ? noClose : this.symbolFault(batch, row);
      if (fault !== undefined) refuse(this.refusal(batch, row, fault));
      else this.add(this.seriesAt(batch, row, basis, dividendBasis), batch, row, columns);
    }
    return undefined;
  }

  /** A dividend or split that stands in a file of its own beside the prices. */
  takeFact({ symbol, day, line, dividend, split }: FileFact): void {
    const traits = { basis: this.basis ?? 'raw', dividendBasis: 'raw' } as const;
    const series = this.all.seriesOf(this.traitsOf(symbol, traits.basis, traits.dividendBasis));
    const at = { day, line, file: this.place };
    if (dividend !== undefined) series.dividends.push({ ...at, value: dividend });
    if (split !== undefined) series.splits.push({ ...at, value: split });
  }

  private add(series: PriceSeries, batch: PriceBatch, row: number, columns: FigureColumns): void {
    const { open = none, high = none, low = none, close = none, volume = none } = columns;
    const [day, line] = [batch.days[row]!, batch.lines[row]!];
    const at = series.add(day, line, this.place);
    const given = (column: Float64Array) => column[row] ?? Number.NaN;
    series.setFigures(at, given(open), given(high), given(low), given(close), given(volume));
    this.all.rows += 1;
    const cash = batch.dividends?.cash[row] ?? 0;
    if (cash > 0) series.dividends.push({ day, line, file: this.place, value: cash });
    const split = batch.splits?.[row] ?? 0;
    if (split > 0 && split !== 1) series.splits.push({ day, line, file: this.place, value: split });
  }

  private seriesAt(
    batch: PriceBatch,
    row: number,
    basis: ToldBasis,
    dividendBasis: 'raw' | 'splitAdjusted',
  ): PriceSeries {
    const symbol = batch.symbols[row]!;
    const known = symbol < 0 ? undefined : this.bySymbol[symbol];
    if (known !== undefined) return known;
    const series = this.all.seriesOf(this.traitsOf(batch.symbolNames[symbol], basis, dividendBasis));
    if (symbol >= 0) this.bySymbol[symbol] = series;
    return series;
  }

  private traitsOf(symbol: string | undefined, basis: ToldBasis, dividendBasis: 'raw' | 'splitAdjusted'): SeriesTraits {
    const { owner, source } = this;
    const common = { source, basis, dividendBasis };
    if (owner.by === 'ref') return { symbol: owner.ref, isRef: true, isDated: false, ...common };
    if (owner.by === 'file') return { symbol: owner.symbol, isRef: false, isDated: false, ...common };
    const isDated = this.detection.datedSymbols;
    return { symbol: symbol ?? this.detection.symbol ?? '', isRef: false, isDated, ...common };
  }

  /** A file of several companies cannot be all of one. */
  private symbolFault(batch: PriceBatch, row: number): Fault | undefined {
    const symbol = batch.symbols[row]!;
    if (this.owner.by === 'column') return symbol < 0 && this.detection.symbol === null ? noSymbol : undefined;
    if (symbol < 0) return undefined;
    if (this.onlySymbol < 0) this.onlySymbol = symbol;
    if (symbol === this.onlySymbol) return undefined;
    const [mine, first] = [batch.symbolNames[symbol], batch.symbolNames[this.onlySymbol]];
    return {
      code: 'anotherSymbol',
      reason: `this row is of ${mine}, and the file began with ${first}; leave --instrument and --by file out to go by the symbols`,
    };
  }

  private refusal(batch: PriceBatch, row: number, { code, reason }: Fault): RefusedPriceRow {
    const symbol = batch.symbolNames[batch.symbols[row]!] ?? this.detection.symbol;
    return {
      file: batch.file,
      line: batch.lines[row]!,
      symbol,
      date: fromDay(batch.days[row]!),
      code,
      reason,
      text: '',
    };
  }
}

interface Fault {
  readonly code: string;
  readonly reason: string;
}

const noClose: Fault = { code: 'noClose', reason: 'it has no closing price' };
const noSymbol: Fault = { code: 'noSymbol', reason: 'it names no symbol' };
