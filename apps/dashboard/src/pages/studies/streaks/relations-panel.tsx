import { type Column, DataTable } from '../../../ui/data-table';
import { Panel } from '../../../ui/panel';
import { whole } from '../../../words/numbers';
import type { StreakResult } from '../form/study-types';
import { directions } from '../words/names';

type Relation = StreakResult['relations'][number];
type AtBase = StreakResult['lengthsAtBase'][number];
type Did = keyof Relation['counts'];

const DID: readonly (readonly [Did, string])[] = [
  ['extended', 'Extended it'],
  ['ended', 'Ended it'],
  ['began', 'Began one'],
  ['none', 'Neither'],
];
const shareText = (share: number | undefined) => (share === undefined ? '–' : `${(share * 100).toFixed(1)}%`);

const relationColumns: readonly Column<Relation>[] = [
  { name: 'Run at base', rowHeader: true, cell: ({ direction }) => directions[direction] },
  { name: 'n', number: true, cell: ({ n }) => whole(n) },
  ...DID.map(([did, name]): Column<Relation> => ({
    name,
    number: true,
    cell: ({ counts, shares, baseRates }) =>
      `${whole(counts[did])}: ${shareText(shares?.[did])}, else ${shareText(baseRates?.[did])}`,
  })),
];

const lengthColumns: readonly Column<AtBase>[] = [
  { name: 'Run at base', rowHeader: true, cell: ({ direction }) => directions[direction] },
  { name: 'Its length', number: true, cell: ({ lengthAtBase }) => whole(lengthAtBase) },
  { name: 'n', number: true, cell: ({ n }) => whole(n) },
  { name: 'Went on, or began', number: true, cell: ({ moved }) => whole(moved) },
  { name: 'Share', number: true, cell: ({ moved, n }) => shareText(n === 0 ? undefined : moved / n) },
  { name: 'Of ordinary sessions', number: true, cell: ({ baseRate }) => shareText(baseRate ?? undefined) },
];

/** What day 0 did to the run in force at base, and the same by how long that run was. */
export function RelationsPanel({ result }: { readonly result: StreakResult }) {
  return (
    <Panel title="What day 0 did to the run">
      <DataTable
        caption="What day 0 did to the run: how many, their share of those matched, and the share of ordinary sessions"
        showCaption
        columns={relationColumns}
        rows={result.relations}
        rowKey={({ direction }) => direction}
      />
      <DataTable
        caption="The same by the run’s length at base"
        showCaption
        columns={lengthColumns}
        rows={result.lengthsAtBase}
        rowKey={({ direction, lengthAtBase }) => `${direction} ${lengthAtBase}`}
      />
    </Panel>
  );
}
