import { nameOf, screens } from '../words/names';
import styles from '../studies.module.css';
import { screenField } from './event-request';
import { ChecksField, SelectField, TextField } from './fields';
import { ModelFields } from './model-fields';
import { MomentFields, SelectionFields } from './selection-fields';
import { groupTraits, regressors } from './study-parts';
import { TestFields } from './test-fields';
import { useForm } from './use-form';

const PLAIN_TRAITS: Readonly<Record<string, string>> = {
  ...{ kind: 'Kind', role: 'Role', timing: 'Timing', period: 'Period', sector: 'Sector', instrument: 'Instrument' },
  ...{ year: 'Year', streakAtBase: 'The run in force at base', surprise: 'Surprise of a metric', size: 'Market cap' },
  ...{ logMarketCap: 'Market cap (log)', streakLengthAtBase: 'Length of the run at base' },
};
const named = (names: readonly string[]) => names.map((name) => [name, PLAIN_TRAITS[name] ?? name] as const);

/** Everything that an event study may be asked. */
export function EventFields() {
  return (
    <>
      <SelectionFields />
      <ModelFields />
      <WindowFields />
      <TestFields />
      <GroupFields />
      <ScreenFields />
      <MomentFields />
    </>
  );
}

function WindowFields() {
  return (
    <fieldset className={styles.part}>
      <legend>Which days around day 0</legend>
      <div className={styles.grid}>
        <TextField name="event" label="Event window" hint="Its curve is drawn. First and last day: -10..20." />
        <TextField
          name="windows"
          label="Windows tested"
          hint="Within it, apart by commas: 0, 0..1. The more you look at, the more is found by chance."
        />
      </div>
    </fieldset>
  );
}

function GroupFields() {
  const { values } = useForm();
  const groupBy = values['groupBy'] ?? '';
  return (
    <details className={styles.more}>
      <summary>Groups and what explains the differences</summary>
      <div className={styles.grid}>
        <SelectField
          name="groupBy"
          label="Groups by"
          hint="Each group’s average, and the tests of their difference."
          options={[['', 'No groups'], ...named([...groupTraits, 'surprise', 'size'])]}
        />
        {groupDetail[groupBy] !== undefined && <TextField name="groupDetail" {...groupDetail[groupBy]} />}
        {groupBy === 'surprise' && (
          <TextField name="groupBasis" label="Basis" hint="Such as gaap; empty: the only one." />
        )}
      </div>
      <ChecksField
        name="regressOn"
        label="Explain CARs by"
        hint="A regression over the events, its errors robust to what they share."
        options={named(regressors)}
      />
      <div className={styles.grid}>
        <TextField name="regressSurprise" label="... and the surprise of" hint="A metric, such as eps." />
        <TextField name="regressWindow" label="CARs of the window" hint="One of the windows tested." />
      </div>
      <ChecksField
        name="cluster"
        label="Errors may hang together by"
        options={[
          ['instrument', 'Instrument'],
          ['day0', 'Day 0'],
        ]}
      />
    </details>
  );
}

const groupDetail: Readonly<Record<string, { readonly label: string; readonly hint: string }>> = {
  sector: { label: 'Scheme', hint: 'Such as GICS; empty where all have one and the same.' },
  surprise: { label: 'Metric', hint: 'Such as eps.' },
  size: { label: 'Bounds of market cap', hint: 'In whole units, apart by commas.' },
};

function ScreenFields() {
  return (
    <details className={styles.more}>
      <summary>What is suspicious, and what follows</summary>
      <div className={styles.grid}>
        {screens.map(([screen]) => (
          <SelectField
            key={screen}
            name={screenField(screen)}
            label={nameOf(screens, screen)}
            options={[
              ['exclude', 'Leave out'],
              ['warn', 'Only say so'],
              ['ignore', 'Do not look'],
            ]}
          />
        ))}
      </div>
    </details>
  );
}
