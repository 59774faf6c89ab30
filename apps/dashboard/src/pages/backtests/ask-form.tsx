import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { AnswerOf } from '../../api/answers';
import { useClient } from '../../api/client';
import { fieldErrors } from '../../api/field-errors';
import { atMoment, useMoment } from '../../api/moment';
import { Field } from '../../ui/field';
import { Problem } from '../../ui/problem';
import styles from './backtests.module.css';
import {
  type BacktestRequest,
  type Draft,
  FURTHER_FIELDS,
  POINTERS,
  type SettingField,
  SPAN_FIELDS,
  askOf,
  isOnByDefault,
  pointerOf,
} from './ask-fields';
import { ParamInput, SettingInput } from './ask-inputs';

export type Strategy = AnswerOf<'/v1/strategies'>['data'][number];

interface Props {
  /** Those that can be run. */
  readonly strategies: readonly Strategy[];
  /** What the form says at first, such as a run that is asked for again. */
  readonly begin: { readonly strategy: string; readonly draft: Draft };
}

/** Asks for a run of an installed strategy, and leads to it. */
export function AskForm({ strategies, begin }: Props) {
  const [name, setName] = useState(begin.strategy);
  const [draft, setDraft] = useState(begin.draft);
  const strategy = strategies.find((one) => one.name === name) ?? strategies[0];
  const ask = askOf(strategy?.name ?? '', strategy?.params ?? {}, draft);
  const [isTold, setTold] = useState(false);
  const asking = useAsking();
  const refused = fieldErrors(asking.error, [...POINTERS, '/params']);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTold(true);
    if (ask.request !== null) asking.mutate(ask.request);
  };
  const errorsOf = (field: string) => [
    ...(isTold && ask.errors?.[field] !== undefined ? [ask.errors[field]] : []),
    ...(field.startsWith('params.') ? [] : refused.at(pointerOf(field))),
  ];
  const set = (field: string, value: string | boolean) => setDraft({ ...draft, [field]: value });
  return (
    <form className="stack" onSubmit={submit} aria-label="Ask for a backtest" noValidate>
      <div className={styles.fields}>
        <Choice strategies={strategies} chosen={strategy} errors={refused.at('/strategy')} onChange={setName} />
        <Settings fields={SPAN_FIELDS} draft={draft} errorsOf={errorsOf} onChange={set} />
      </div>
      <Params strategy={strategy} draft={draft} errorsOf={errorsOf} refused={refused.at('/params')} onChange={set} />
      <Further draft={draft} errorsOf={errorsOf} onChange={set} />
      {refused.elsewhere !== null && <Problem what="this backtest" error={refused.elsewhere} />}
      <div className="row">
        <button type="submit" className="primary" disabled={asking.isPending}>
          {asking.isPending ? 'Asking…' : 'Run it'}
        </button>
        <span className="soft">The same question at the same position is the same backtest.</span>
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly strategies: readonly Strategy[];
  readonly chosen: Strategy | undefined;
  readonly errors: readonly string[];
  readonly onChange: (name: string) => void;
}

function Choice({ strategies, chosen, errors, onChange }: ChoiceProps) {
  return (
    <Field label="Strategy" hint={chosen?.description ?? undefined} errors={errors}>
      {(input) => (
        <select {...input} value={chosen?.name ?? ''} onChange={(event) => onChange(event.target.value)}>
          {strategies.map(({ file, name }) => (
            <option key={file}>{name}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

function useAsking() {
  const client = useClient();
  const [, navigate] = useLocation();
  const moment = useMoment();
  return useMutation({
    mutationFn: (body: BacktestRequest) => client.post('/v1/backtests', { body }),
    onSuccess: ({ id }) => navigate(atMoment(`/backtests/${id}`, moment)),
  });
}

interface FieldsProps {
  readonly draft: Draft;
  readonly errorsOf: (field: string) => readonly string[];
  readonly onChange: (field: string, value: string | boolean) => void;
}

function Settings({ fields, draft, errorsOf, onChange }: FieldsProps & { readonly fields: readonly SettingField[] }) {
  return fields.map((field) => (
    <SettingInput
      key={field.name}
      field={field}
      value={draft[field.name] ?? (field.kind === 'flag' ? isOnByDefault(field.name) : '')}
      errors={errorsOf(field.name)}
      onChange={(value) => onChange(field.name, value)}
    />
  ));
}

/** Opened by hand, or by an error that stands in it. */
function Further(props: FieldsProps) {
  const isWrong = FURTHER_FIELDS.some(({ name }) => props.errorsOf(name).length > 0);
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.further}
      open={isOpen || isWrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Costs, fills, and what else is assumed</summary>
      <div className={styles.fields}>
        <Settings fields={FURTHER_FIELDS} {...props} />
      </div>
    </details>
  );
}

interface ParamsProps extends FieldsProps {
  readonly strategy: Strategy | undefined;
  readonly refused: readonly string[];
}

function Params({ strategy, draft, errorsOf, refused, onChange }: ParamsProps) {
  const params = Object.entries(strategy?.params ?? {});
  if (params.length === 0) return null;
  return (
    <fieldset className={styles.params}>
      <legend>Parameters of {strategy?.name}</legend>
      <div className={styles.fields}>
        {params.map(([name, value]) => (
          <ParamInput
            key={name}
            name={name}
            byDefault={value}
            value={draft[`params.${name}`] ?? (typeof value === 'boolean' ? value : String(value))}
            errors={errorsOf(`params.${name}`)}
            onChange={(chosen) => onChange(`params.${name}`, chosen)}
          />
        ))}
      </div>
      {refused.map((error) => (
        <p key={error} role="alert" className={styles.refused}>
          {error}
        </p>
      ))}
    </fieldset>
  );
}
