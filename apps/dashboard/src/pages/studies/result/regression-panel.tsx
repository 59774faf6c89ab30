import type { NoRegression, Regression, RegressionCoefficient } from '@streakline/event-study';
import { type Column, DataTable } from '../../../ui/data-table';
import { Empty } from '../../../ui/empty';
import { Panel } from '../../../ui/panel';
import { plural, signed } from '../../../words/numbers';
import type { Days } from '../form/reading';
import { windowText } from '../words/asked';
import { pText } from '../words/tests';

interface Found extends Days {
  readonly leftOut: number;
  readonly lacking: Readonly<Record<string, number>>;
  readonly ambiguous: Readonly<Record<string, number>>;
  readonly regression: Regression | NoRegression;
}

/** What CARs are explained by. */
export function RegressionPanel({ found }: { readonly found: object | null }) {
  if (found === null) return null;
  // As libs/studies answers it: the API's document leaves its shape open.
  const { regression, leftOut, lacking, ambiguous, ...window } = found as Found;
  const reasons = [...counted('lack', lacking), ...counted('have several', ambiguous)].join(', ');
  return (
    <Panel title={`What explains the CARs over ${windowText(window)}`}>
      {regression.outcome === 'none' ? (
        <Empty>{regression.reason}</Empty>
      ) : (
        <>
          <DataTable
            caption="Regression of CARs"
            columns={columns}
            rows={regression.coefficients}
            rowKey={({ name }) => name}
          />
          <p className="soft">
            {plural(regression.observations, 'event')}; R² {regression.rSquared?.toFixed(3) ?? '–'}; standard errors:{' '}
            {regression.errors}
            {regression.joint !== null &&
              `; that none of them matters: F ${regression.joint.f.toFixed(2)}, p ${pText(regression.joint.pValue)}`}
            .
          </p>
        </>
      )}
      {leftOut > 0 && (
        <p className="soft">
          Left out of it: {plural(leftOut, 'event')}
          {reasons !== '' && ` (${reasons})`}.
        </p>
      )}
    </Panel>
  );
}

function counted(verb: string, counts: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${verb} ${name}`);
}

const columns: readonly Column<RegressionCoefficient>[] = [
  { name: 'By', rowHeader: true, cell: ({ name }) => name },
  { name: 'Slope', number: true, cell: ({ estimate }) => signed(estimate, 5) },
  { name: 'Standard error', number: true, cell: ({ standardError }) => standardError.toFixed(5) },
  { name: 't', number: true, cell: ({ t }) => signed(t) },
  { name: 'p', number: true, cell: ({ pValue }) => pText(pValue) },
  { name: 'Interval', cell: ({ lower, upper }) => `${signed(lower, 5)} to ${signed(upper, 5)}` },
];
