import { type Bar, barFields, type BarField, type Basis, type KnownBar } from '../bars/bar';
import { type RangeFault, rangeFaults } from '../bars/bar-range';
import { agree, rescaled, scaleOf, type SplitRatio } from '../bars/split-scale';

/** A bar of a delivery, on the delivery's basis. */
export interface SaidBar extends Bar {
  readonly session: string;
  readonly basisAsOf: Basis;
}

/** What a bar of a delivery is, against the one on record. */
export type Verdict =
  | { readonly is: 'known' }
  /** Nothing was known of the session. */
  | { readonly is: 'new'; readonly bar: SaidBar }
  /** It agrees and adds figures: both together, on the basis of the one on record. */
  | { readonly is: 'fuller'; readonly bar: SaidBar }
  /** It contradicts, and is meant to: what it leaves out stays as it was, on the delivery's basis. */
  | { readonly is: 'revision'; readonly bar: SaidBar }
  | { readonly is: 'contradiction'; readonly faults: readonly RangeFault[] };

/** `revises`: the delivery replaces what it contradicts. `superseded`: what stood on record before. */
export function weighBar(
  said: SaidBar,
  known: KnownBar | undefined,
  splits: readonly SplitRatio[],
  { revises, superseded }: { readonly revises: boolean; readonly superseded: readonly KnownBar[] },
): Verdict {
  if (known === undefined) return { is: 'new', bar: said };
  const scales = scalesOf(said, known, splits);
  const contradicted = contradictedFields(said, known, splits);
  const adds = barFields.some((field) => said[field] !== undefined && known[field] === undefined);
  if (contradicted.length === 0 && !adds) return { is: 'known' };
  if (revises) return consistent('revision', onto(said, known, scales.known, scales.said));
  if (contradicted.length === 0) return consistent('fuller', onto(known, said, scales.said, scales.known));
  const repeatsOld = superseded.some((old) => contradictedFields(said, old, splits).length === 0);
  return repeatsOld
    ? { is: 'known' }
    : { is: 'contradiction', faults: contradicted.map((field) => faultOf(field, said, known)) };
}

function scalesOf(said: SaidBar, known: KnownBar, splits: readonly SplitRatio[]): { said: number; known: number } {
  return { said: scaleOf(splits, said.session, said.basisAsOf), known: scaleOf(splits, said.session, known.basisAsOf) };
}

function contradictedFields(said: SaidBar, known: KnownBar, splits: readonly SplitRatio[]): readonly BarField[] {
  const scales = scalesOf(said, known, splits);
  return barFields.filter((field) => {
    const [mine, its] = [said[field], known[field]];
    return mine !== undefined && its !== undefined && !agree(field, mine, scales.said, its, scales.known);
  });
}

/** The figures of `upper`, and where it has none, those of `lower` in the unit of `upper`. */
function onto(upper: SaidBar, lower: SaidBar, lowerScale: number, upperScale: number): SaidBar {
  const figure = (field: BarField) => {
    const below = lower[field];
    return upper[field] ?? (below === undefined ? undefined : rescaled(field, below, lowerScale, upperScale));
  };
  const { session, basisAsOf, close } = upper;
  return {
    session,
    basisAsOf,
    open: figure('open'),
    high: figure('high'),
    low: figure('low'),
    close,
    volume: figure('volume'),
  };
}

/** Figures that fit by themselves may not fit those on record that they join. */
function consistent(is: 'fuller' | 'revision', bar: SaidBar): Verdict {
  const faults = rangeFaults(bar);
  if (faults.length === 0) return { is, bar };
  return {
    is: 'contradiction',
    faults: faults.map(({ field, detail }) => ({ field, detail: `together with what is on record ${detail}` })),
  };
}

function faultOf(field: BarField, said: SaidBar, known: KnownBar): RangeFault {
  const basis = (as: Basis) => (as === null ? 'raw' : `adjusted as of ${as}`);
  const [mine, its] =
    said.basisAsOf === known.basisAsOf ? ['', ''] : [` (${basis(said.basisAsOf)})`, ` (${basis(known.basisAsOf)})`];
  return { field, detail: `the ${field} ${said[field]}${mine} contradicts ${known[field]}${its} on record` };
}
