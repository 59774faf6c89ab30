import { Evidence } from '../../ui/evidence';
import { Link, instrumentHref } from '../../ui/link';
import { Panel } from '../../ui/panel';
import { plural, whole } from '../../words/numbers';
import styles from './backtests.module.css';
import { flat } from './comparison';
import { type RunResult, valuesText } from './result';
import { useRefOf } from './use-ref-of';

const NAMED = 8;

/** What the run follows from: the same of it gives the same bytes. */
export function RestsOn({ result: { runId, manifest } }: { readonly result: RunResult }) {
  const { strategy, codeHash, params, settings, position, factsHash, versions } = manifest;
  const universe = Array.isArray(settings['universe']) ? (settings['universe'] as string[]) : [];
  const rest = flat(settings).filter(({ name }) => name !== 'universe' && name !== 'benchmark');
  return (
    <Panel title="What it rests on">
      <p>The same code, parameters, settings and position give the same run id, and the same bytes.</p>
      <dl className={styles.facts}>
        <dt>Run</dt>
        <dd>
          <code>{runId}</code>
        </dd>
        <dt>Position</dt>
        <dd>
          <Evidence href={`/v1/events?after=${Math.max(0, position - 1)}&limit=1`}>event {whole(position)}</Evidence>:
          what was recorded after it does not enter
        </dd>
        <dt>Code</dt>
        <dd>
          {strategy}, <code>{codeHash}</code>
        </dd>
        <dt>Parameters</dt>
        <dd>{valuesText(params)}</dd>
        <dt>Instruments</dt>
        <dd>
          <Universe ids={universe} />
        </dd>
        <dt>Facts</dt>
        <dd>
          <code>{factsHash}</code>
        </dd>
        <dt>Versions</dt>
        <dd>{valuesText(versions)}</dd>
        <dt>Settings</dt>
        <dd>{rest.map(({ name, text }) => `${name} ${text}`).join(', ')}</dd>
      </dl>
    </Panel>
  );
}

function Universe({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length > NAMED) return plural(ids.length, 'instrument');
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <InstrumentLink id={id} />
    </span>
  ));
}

function InstrumentLink({ id }: { readonly id: string }) {
  return <Link href={instrumentHref(id)}>{useRefOf(id) ?? id}</Link>;
}
