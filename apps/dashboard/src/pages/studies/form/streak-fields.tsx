import { comparisons, directions, outcomes } from '../words/names';
import styles from '../studies.module.css';
import { SelectField, TextField } from './fields';
import { MomentFields, SelectionFields } from './selection-fields';

/** Everything that a streak study may be asked. */
export function StreakFields() {
  return (
    <>
      <SelectionFields />
      <fieldset className={styles.part}>
        <legend>What is compared</legend>
        <SelectField
          name="primary"
          label="The one comparison that it is about"
          hint="Named before it is computed, so that its p-value stands for itself; all others are adjusted for looking at so many."
          options={comparisons.map(([outcome, direction]) => [
            `${outcome}/${direction}`,
            `${outcomes[outcome]} (${directions[direction]})`,
          ])}
        />
        <div className={styles.grid}>
          <TextField
            name="window"
            label="Kept out of the base rate"
            hint="Days around every announcement: an ordinary session is none of them."
          />
          <TextField name="horizon" label="Horizon" hint="Sessions up to which mean lengths count: 1 to 250." />
        </div>
        <MatchingFields />
      </fieldset>
      <MomentFields />
    </>
  );
}

function MatchingFields() {
  return (
    <details className={styles.more}>
      <summary>Matching and resampling</summary>
      <div className={styles.grid}>
        <TextField
          name="minMatches"
          label="Matched sessions needed"
          hint="With fewer of its own instrument, an announcement is held against those of all."
        />
        <TextField name="permutations" label="Shifts of the calendar" hint="99 to 100000, for p-values; 0: none." />
        <TextField name="bootstrap" label="Resampled months" hint="99 to 100000, for intervals; 0: none." />
        <TextField name="confidence" label="Confidence, %" hint="Of intervals." />
        <TextField name="seed" label="Seed" hint="The same draws for the same seed." />
      </div>
    </details>
  );
}
