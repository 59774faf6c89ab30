import type { ImportWarning, PriceImportSummary } from '../summary';

const MOST_WARNINGS = 1_000;

type Sums = Pick<PriceImportSummary, 'bars' | 'splits' | 'dividends' | 'basisChecks'>;
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends object ? Mutable<T[Key]> : T[Key] };

/** What an import has come to so far. */
export class Tally {
  readonly sums: Mutable<Sums> = {
    bars: { recorded: 0, revised: 0, known: 0, repeated: 0 },
    splits: { recorded: 0, known: 0 },
    dividends: { recorded: 0, known: 0 },
    basisChecks: { splitsThatAgree: 0, splitsThatTellNothing: 0, seriesThatContradict: 0 },
  };
  readonly refused: Record<string, number> = {};
  readonly warnings: ImportWarning[] = [];
  readonly instruments = new Set<string>();
  moreWarnings = 0;
  rows = 0;

  constructor(private readonly onWarning?: (warning: ImportWarning) => void) {}

  refuse(code: string, count: number): void {
    this.refused[code] = (this.refused[code] ?? 0) + count;
  }

  warn(warning: ImportWarning): void {
    this.onWarning?.(warning);
    if (this.warnings.length < MOST_WARNINGS) this.warnings.push(warning);
    else this.moreWarnings += 1;
  }
}
