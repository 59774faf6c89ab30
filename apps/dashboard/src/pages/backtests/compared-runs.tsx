import { useMemo } from 'react';
import { useUrlState } from '../../api/url-state';
import { ChartFrame } from '../../charts/chart-frame';
import { CurveChart } from '../../charts/curve-chart';
import { secondsOfDate } from '../../charts/time-labels';
import { Badge } from '../../ui/badge';
import { Change, Unknown } from '../../ui/change';
import { DataTable } from '../../ui/data-table';
import { Link } from '../../ui/link';
import { Panel } from '../../ui/panel';
import { Segmented } from '../../ui/segmented';
import { percent, signed } from '../../words/numbers';
import { day } from '../../words/times';
import styles from './backtests.module.css';
import { comparedFigures, comparedValues } from './comparison';
import { aboveZero, aligned, growthOf } from './curves';
import { type RunResult, valuesText } from './result';

interface Side {
  readonly id: string;
  readonly result: RunResult;
}

interface Props {
  readonly a: Side;
  readonly b: Side;
}

/** Figures with their differences, both curves in one chart, and what the runs follow from. */
export function ComparedRuns({ a, b }: Props) {
  return (
    <>
      <div className="columns">
        <About name="A" side={a} />
        <About name="B" side={b} />
      </div>
      <Panel title="Value, after costs">
        <BothCurves a={a.result} b={b.result} />
      </Panel>
      <Panel title="Figures, after costs">
        <DataTable
          caption="Figures of both runs"
          columns={[
            { name: 'Figure', rowHeader: true, cell: ({ name }) => name },
            { name: 'A', number: true, cell: ({ a: value }) => value },
            { name: 'B', number: true, cell: ({ b: value }) => value },
            {
              name: 'B less A',
              number: true,
              cell: ({ difference, differenceText }) => <Change value={difference} text={differenceText} />,
            },
            { name: 'What it says', cell: ({ means }) => <span className={styles.means}>{means}</span> },
          ]}
          rows={comparedFigures(a.result, b.result)}
          rowKey={({ name }) => name}
        />
        <p className="soft">▲ and ▼ say which is greater, not which is better. pp: percentage points.</p>
      </Panel>
      <Differences a={a.result} b={b.result} />
    </>
  );
}

function About({ name, side: { id, result } }: { readonly name: string; readonly side: Side }) {
  const { backtest, runId, manifest } = result;
  const { from, to } = backtest.settings;
  return (
    <Panel title={`${name}: ${manifest.strategy}`}>
      <p>
        {day(from)} up to {day(to)}. Parameters: {valuesText(manifest.params)}.
      </p>
      {backtest.failure !== null && (
        <p>
          <Badge tone="bad">✕ failed</Badge> {backtest.failure.message}
        </p>
      )}
      <p>
        <Link href={`/backtests/${id}`}>Tearsheet of {name}</Link>, <code className={styles.wrapped}>{runId}</code>
      </p>
    </Panel>
  );
}

function BothCurves({ a, b }: { readonly a: RunResult; readonly b: RunResult }) {
  const [scale, setScale] = useUrlState('scale', 'linear');
  const isLog = scale === 'log';
  const drawn = useMemo(() => drawnOf(a, b, isLog), [a, b, isLog]);
  return (
    <ChartFrame
      title="Growth of 1, A and B"
      summary={drawn.summary}
      figures={drawn.figures}
      fileName="growth-compared"
      controls={
        <Segmented
          legend="Scale"
          options={[
            ['linear', 'Linear'],
            ['log', 'Log'],
          ]}
          value={isLog ? 'log' : 'linear'}
          onChange={setScale}
        />
      }
    >
      <CurveChart x={drawn.x} time nameX="Session" log={isLog} curves={drawn.curves} format={twoDigits} />
    </ChartFrame>
  );
}

function drawnOf(a: RunResult, b: RunResult, isLog: boolean) {
  const both = aligned(growthOf(a.backtest), growthOf(b.backtest));
  const shown = (values: readonly (number | null)[]) => (isLog ? aboveZero(values) : values);
  const endOf = (values: readonly (number | null)[]) => (values.findLast((value) => value !== null) ?? 1) - 1;
  return {
    x: both.sessions.map(secondsOfDate),
    curves: [
      { name: `A, ${a.manifest.strategy}`, values: shown(both.a), look: 1 as const },
      { name: `B, ${b.manifest.strategy}`, values: shown(both.b), look: 2 as const },
    ],
    summary: `After costs A came to ${percent(endOf(both.a))} and B to ${percent(endOf(both.b))}.`,
    figures: {
      head: ['session', 'A', 'B'],
      rows: both.sessions.map((session, at) => [session, both.a[at] ?? null, both.b[at] ?? null]),
    },
  };
}

function twoDigits(value: number): string {
  return signed(value).replace(/^\+/, '');
}

function Differences({ a, b }: { readonly a: RunResult; readonly b: RunResult }) {
  return (
    <Panel title="What they follow from">
      <DataTable
        caption="Code, parameters, settings and position of both runs"
        columns={[
          { name: 'Of the run', rowHeader: true, cell: ({ name }) => name },
          { name: 'A', cell: ({ a: value }) => <Value text={value} /> },
          { name: 'B', cell: ({ b: value }) => <Value text={value} /> },
          { name: 'Differs', cell: ({ differs }) => (differs ? <Badge tone="mark">≠ differs</Badge> : 'same') },
        ]}
        rows={comparedValues(a, b)}
        rowKey={({ name }) => name}
        isMarked={({ differs }) => differs}
      />
    </Panel>
  );
}

function Value({ text }: { readonly text: string | null }) {
  return text === null ? <Unknown why="it has none of this name" /> : <span className={styles.wrapped}>{text}</span>;
}
