import type { ReactNode } from 'react';
import { PercentChange, Unknown } from '../../../ui/change';
import type { Reaction } from '../answers';
import styles from './trace.module.css';

/** How day 0 came about: its gap, its day, its volume. */
export function GapFacts({ reaction }: { readonly reaction: Reaction }) {
  const { gapReturn, openToClose, volumeRatio, totalReturn, benchmarkReturn, benchmark } = reaction;
  return (
    <dl className={styles.gaps}>
      <Fact name="Day 0, base close to open">
        <PercentChange value={gapReturn} />
      </Fact>
      <Fact name="Day 0, open to close">
        <PercentChange value={openToClose} />
      </Fact>
      <Fact name="Its volume, against the 20 sessions before">
        {volumeRatio === null ? <Unknown /> : `${volumeRatio.toFixed(2)} times`}
      </Fact>
      <Fact name="Total return of day 0">
        <PercentChange value={totalReturn} />
      </Fact>
      <Fact name={`${benchmark ?? 'Benchmark'} on day 0`}>
        <PercentChange value={benchmarkReturn} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
