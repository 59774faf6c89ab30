import { kinds, modelExpects, models, studied } from '../words/names';
import styles from '../studies.module.css';
import { CheckField, ChecksField, SelectField, TextField } from './fields';
import { InstrumentPicker } from './instrument-picker';
import type { EventRequest } from './study-types';
import { useForm } from './use-form';

/** What a return is held against. */
export function ModelFields() {
  const { values } = useForm();
  const model = values['model'] as EventRequest['model'];
  return (
    <fieldset className={styles.part}>
      <legend>What would have been expected</legend>
      <div className={styles.grid}>
        <SelectField
          name="model"
          label="Model"
          hint={`Expects ${modelExpects[model] ?? 'nothing'}.`}
          options={models}
        />
        <TextField name="estimation" label="Estimation window" hint="Days before day 0 that the model learns from." />
        <TextField name="minEstimationDays" label="Usable estimation days" hint="With fewer an event is left out." />
      </div>
      {model === 'factors' && (
        <InstrumentPicker
          name="factors"
          label="Factors"
          hint="Instruments whose returns explain, beside the benchmark."
        />
      )}
      <details className={styles.more}>
        <summary>Benchmark, returns, thin trading, other announcements in the estimation</summary>
        <InstrumentPicker name="benchmark" label="Benchmark" hint="Instead of the one in force on each day 0." single />
        <ReturnFields />
        <OmissionFields />
      </details>
    </fieldset>
  );
}

function ReturnFields() {
  return (
    <>
      <div className={styles.grid}>
        <SelectField
          name="value"
          label="What is studied"
          hint="Volume and volatility need no returns."
          options={studied}
        />
        <SelectField
          name="returns"
          label="Returns"
          hint="Logarithms add up over days; simple returns are what was earned."
          options={[
            ['simple', 'Simple'],
            ['log', 'Logarithms, ln(1 + r)'],
          ]}
        />
      </div>
      <CheckField
        name="tradeToTrade"
        label="Trade to trade"
        hint="After days without a price, one return over the gap (Maynes and Rumsey 1993)."
      />
    </>
  );
}

function OmissionFields() {
  const { values } = useForm();
  return (
    <>
      <CheckField
        name="omit"
        label="Leave days of earlier announcements out of the estimation"
        hint="The answer shows both."
      />
      {values['omit'] === 'yes' && (
        <>
          <ChecksField name="omitKinds" label="Earlier ones of these kinds" hint="None ticked: all." options={kinds} />
          <TextField name="omitDays" label="Their days left out" hint="Around their day 0, such as 0..1." />
        </>
      )}
    </>
  );
}
