import { Answered } from '../../../ui/answered';
import { Badge } from '../../../ui/badge';
import { type Column, DataTable } from '../../../ui/data-table';
import { Evidence } from '../../../ui/evidence';
import { Panel } from '../../../ui/panel';
import { Progress } from '../../../ui/progress';
import { NOTHING } from '../../../words/nothing';
import { plural, signed, whole } from '../../../words/numbers';
import { useWatched } from '../watching/use-watched';
import { LagTrend } from './lag-trend';
import { type Projection, stateWords } from './state-words';
import { useLagHistories } from './use-lag-histories';

const EVERY_MS = 2_000;

const columns: readonly Column<Projection>[] = [
  { name: 'Projection', rowHeader: true, cell: ({ name }) => name },
  { name: 'State', cell: ({ state }) => <Badge tone={stateWords[state][0]}>{state}</Badge> },
  { name: 'Version', number: true, cell: ({ version }) => (version === null ? NOTHING : whole(version)) },
  { name: 'Position', number: true, cell: ({ position }) => whole(position) },
  { name: 'Head', number: true, cell: ({ head }) => whole(head) },
  { name: 'Lag, events', number: true, cell: ({ lag }) => whole(lag.events) },
  { name: 'Lag, seconds', number: true, cell: ({ lag }) => seconds(lag.seconds) },
  { name: 'Parked events', number: true, cell: ({ parked }) => whole(parked) },
];

/** How the projections stand, asked again every two seconds, and how their lag went since the page was opened. */
export function ProjectionsPanel() {
  const query = useWatched('/v1/projections', {}, EVERY_MS);
  const histories = useLagHistories(query.data?.data, query.dataUpdatedAt);
  return (
    <Panel title="Projections" aside={<Evidence href="/v1/projections">All figures</Evidence>}>
      <Answered query={query} what="the projections">
        {({ data }) => (
          <>
            <DataTable
              caption="Projections: version, state, position and lag"
              columns={columns}
              rows={data}
              rowKey={({ name }) => name}
            />
            {data.map((projection) => (
              <About key={projection.name} projection={projection} />
            ))}
            {data.map(({ name }) => (
              <LagTrend key={name} name={name} history={histories.get(name) ?? []} />
            ))}
          </>
        )}
      </Answered>
    </Panel>
  );
}

function About({ projection }: { readonly projection: Projection }) {
  const { name, state, problem, rebuild, head, partitions } = projection;
  return (
    <div className="stack">
      <p>
        <strong>{name}</strong>: {stateWords[state][1]}
        {problem !== null && (
          <>
            {' '}
            <span className="falls">▼ {problem}</span>
          </>
        )}
      </p>
      {rebuild !== null && (
        <Progress what={rebuildWords(rebuild)} done={head === 0 ? null : Math.min(1, rebuild.events / head)} />
      )}
      <details>
        <summary>{plural(partitions.length, 'partition')}</summary>
        <DataTable
          caption={`Partitions of ${name}`}
          columns={partitionColumns}
          rows={partitions}
          rowKey={({ partition }) => partition}
        />
      </details>
    </div>
  );
}

type Partition = Projection['partitions'][number];
const partitionColumns: readonly Column<Partition>[] = [
  { name: 'Partition', rowHeader: true, number: true, cell: ({ partition }) => partition },
  { name: 'Position', number: true, cell: ({ position }) => whole(position) },
  { name: 'Lag, events', number: true, cell: ({ lag }) => whole(lag.events) },
  { name: 'Lag, seconds', number: true, cell: ({ lag }) => seconds(lag.seconds) },
];

function rebuildWords({ version, events, rate, etaSeconds }: NonNullable<Projection['rebuild']>): string {
  const left = etaSeconds === null ? '' : `, about ${plural(Math.ceil(etaSeconds), 'second')} left`;
  return `Building version ${version}: ${whole(events)} events at ${whole(Math.round(rate))} a second${left}`;
}

function seconds(value: number): string {
  return signed(value, value === 0 ? 0 : 1).replace('+', '');
}
