import { type EntryFilter, type EntrySummary, matches, summaryOf } from '@streakline/dead-letters';
import { exitCodes } from '../exit-codes';
import { print } from '../output/print';
import { tableOf } from '../output/table';
import { seenEntries } from './seen-entries';
import { type SourceOptions, tellUnseen, withOpenSources } from './sources';

export interface ListOptions extends SourceOptions, EntryFilter {
  readonly json?: boolean;
}

export async function listDeadLetters(options: ListOptions): Promise<void> {
  const { entries, unseen } = await withOpenSources(options, async (sources) => ({
    entries: (await seenEntries(sources)).filter(matches(options)).map(summaryOf),
    unseen: sources.unseen,
  }));
  tellUnseen(unseen);
  if (unseen.some(({ failed }) => failed)) process.exitCode = exitCodes.partlyDone;
  if (options.json)
    return print(
      `${JSON.stringify({ data: entries, unseen: unseen.map(({ what, why }) => ({ what, why })) }, null, 2)}\n`,
    );
  const head = ['id', 'topic', 'key', 'refused', 'code', 'detail', 'attempts'];
  const { isTTY, columns } = process.stdout;
  return print(
    tableOf(
      head,
      entries.map((entry) => rowOf(entry, isTTY ? Math.max(30, columns - 110) : Infinity)),
      isTTY,
    ),
  );
}

function rowOf(entry: EntrySummary, room: number): readonly string[] {
  const { id, topic, projection, key, refusedAt, code, attempts, events } = entry;
  const detail = entry.detail.replace(/\s+/g, ' ');
  return [
    id,
    topic ?? `projection ${projection ?? ''}`,
    key ?? '-',
    refusedAt,
    code,
    detail.length > room ? `${detail.slice(0, room - 1)}…` : detail,
    attempts === null ? `${events ?? 0} waiting` : String(attempts),
  ];
}
