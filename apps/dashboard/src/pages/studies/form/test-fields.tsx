import { tests, testNames } from '../words/tests';
import styles from '../studies.module.css';
import { ChecksField, SelectField, TextField } from './fields';

/** Which tests are made, and how. */
export function TestFields() {
  return (
    <details className={styles.more}>
      <summary>Tests, resampling, variants</summary>
      <ChecksField
        name="tests"
        label="Tests"
        hint="None ticked: all of them, which is how to see where they do not agree."
        options={testNames.map((name) => [name, tests[name].name])}
      />
      <div className={styles.grid}>
        <TextField name="permutations" label="Permutations" hint="99 to 100000 sign flips; empty: none." />
        <TextField name="bootstrap" label="Bootstrap draws" hint="99 to 100000, for intervals of CAARs; empty: none." />
        <TextField name="seed" label="Seed" hint="The same draws for the same seed." />
        <TextField name="confidence" label="Confidence, %" hint="Of bands and intervals." />
        <VariantFields />
      </div>
    </details>
  );
}

/** Choices where the literature has variants. */
function VariantFields() {
  return (
    <>
      <SelectField
        name="patellWindow"
        label="Patell over a window"
        options={[
          ['standardisedCar', 'Standardised CAR'],
          ['sumOfStandardised', 'Sum of standardised returns'],
        ]}
      />
      <SelectField
        name="crudeDependenceDivisor"
        label="Crude dependence divisor"
        options={[
          ['T-1', 'T − 1'],
          ['T-2', 'T − 2'],
        ]}
      />
      <SelectField
        name="bmpDistribution"
        label="BMP is judged at"
        options={[
          ['t', 't, n − 1 degrees of freedom'],
          ['normal', 'the normal'],
        ]}
      />
      <SelectField
        name="crossCorrelation"
        label="Clustering: pairs of events"
        hint="How the correlation that the adjusted tests heed is averaged."
        options={[
          ['eventOverlap', 'by the days that event windows share'],
          ['estimationOverlap', 'by the days that estimation windows share'],
        ]}
      />
    </>
  );
}
