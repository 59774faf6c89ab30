import { Field } from '../../ui/field';
import type { ParamValue, SettingField } from './ask-fields';

interface InputProps {
  readonly value: string | boolean;
  readonly errors: readonly string[];
  readonly onChange: (value: string | boolean) => void;
}

/** A setting of a run. */
export function SettingInput({ field, value, errors, onChange }: InputProps & { readonly field: SettingField }) {
  const { kind, label, hint } = field;
  return (
    <Field label={label} hint={hint} errors={errors}>
      {(input) => {
        if (kind === 'auction')
          return (
            <select {...input} value={String(value)} onChange={(event) => onChange(event.target.value)}>
              <option value="">open (default)</option>
              <option value="close">close</option>
            </select>
          );
        if (kind === 'flag') return <Flag input={input} value={value} onChange={onChange} />;
        return (
          <input
            {...input}
            inputMode={kind === 'number' ? 'decimal' : undefined}
            autoComplete="off"
            spellCheck={false}
            value={String(value)}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      }}
    </Field>
  );
}

interface ParamProps extends InputProps {
  readonly name: string;
  readonly byDefault: ParamValue;
}

/** A parameter of a strategy: of the kind that its default is. */
export function ParamInput({ name, byDefault, value, errors, onChange }: ParamProps) {
  return (
    <Field label={name} hint={`Default: ${String(byDefault)}`} errors={errors}>
      {(input) =>
        typeof byDefault === 'boolean' ? (
          <Flag input={input} value={value} onChange={onChange} />
        ) : (
          <input
            {...input}
            inputMode={typeof byDefault === 'number' ? 'decimal' : undefined}
            autoComplete="off"
            value={String(value)}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

interface FlagProps {
  readonly input: object;
  readonly value: string | boolean;
  readonly onChange: (value: boolean) => void;
}

function Flag({ input, value, onChange }: FlagProps) {
  return (
    <input {...input} type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
  );
}
