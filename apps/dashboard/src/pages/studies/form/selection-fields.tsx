import { kinds, timings } from '../words/names';
import styles from '../studies.module.css';
import { CheckField, ChecksField, TextField } from './fields';
import { InstrumentPicker } from './instrument-picker';
import { ScopeHint } from './scope-hint';

/** Which announcements a study is about: all that is named must hold at once. */
export function SelectionFields() {
  return (
    <fieldset className={styles.part}>
      <legend>Which announcements</legend>
      <ChecksField name="kinds" label="Kinds" hint="None ticked: all of them." options={kinds} />
      <InstrumentPicker
        name="instruments"
        label="Instruments"
        hint="Whose reactions are studied. None: every instrument that reacts."
      />
      <div className={styles.grid}>
        <TextField name="from" type="date" label="Day 0 from" hint="This session or later." />
        <TextField name="to" type="date" label="Day 0 before" hint="This session itself is not in it." />
      </div>
      <ScopeHint />
      <details className={styles.more}>
        <summary>More conditions: timing, role, sector, size, amendments</summary>
        <ChecksField name="timings" label="Timing" hint="In the instrument’s own trading day." options={timings} />
        <div className={styles.grid}>
          <TextField name="roles" label="Roles" hint="Of the instrument: issuer, target, rival... apart by commas." />
          <TextField name="sectors" label="Sectors" hint="In force on day 0, as SCHEME:CODE, such as GICS:45." />
          <TextField name="periods" label="Periods" hint="Reported on, as announced: 2025-Q4." />
          <TextField name="announcements" label="Announcements" hint="By their ids, ann_... apart by commas." />
          <TextField name="sizeMin" label="Market cap from" hint="At the base close, in whole units: 10000000000." />
          <TextField name="sizeMax" label="Market cap below" hint="In the instrument’s own currency." />
        </div>
        <CheckField name="includeAmendments" label="Amendments too" hint="They react on days of their own." />
        <CheckField
          name="includeAssumed"
          label="Assumed day 0s too"
          hint="Where only the date is known, the session is a guess: it may be a day off."
        />
      </details>
    </fieldset>
  );
}

/** The moment that a study is asked at. */
export function MomentFields() {
  return (
    <details className={styles.more}>
      <summary>As of a past moment</summary>
      <div className={styles.grid}>
        <TextField
          name="known"
          label="As of"
          hint="Only what was public by then enters: a date (its end in UTC) or an instant. Empty: all on record."
        />
        <TextField
          name="position"
          label="Position"
          hint="Of the event store to rest on, such as that of an earlier study. Empty: the newest."
        />
      </div>
    </details>
  );
}
