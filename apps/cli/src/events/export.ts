import { exportEvents } from '@streakline/event-archive';
import { UsageError } from '../failures';
import { print } from '../output/print';
import { packageVersion } from '../project';
import type { StorageOptions } from '../projections/open-projections';
import { checkPlace } from '../study/check-options';
import { openEvents } from './open-events';
import { EventsProgress } from './events-progress';
import { withStop } from './with-stop';

export interface ExportCommandOptions extends StorageOptions {
  readonly out: string;
  readonly fromPosition?: number;
  readonly toPosition?: number;
  readonly json?: boolean;
}

export async function exportToFile(options: ExportCommandOptions): Promise<void> {
  const { out, fromPosition: from, toPosition: to } = options;
  if (from !== undefined && to !== undefined && from > to)
    throw new UsageError(`--from-position ${from} is after --to-position ${to}`);
  await checkPlace('--out', out);
  await withStop('interrupted: no file was written', async (signal) => {
    const { pool, close } = await openEvents(options);
    const line = new EventsProgress(process.stderr);
    try {
      const exported = await exportEvents({
        ...{ pool, file: out, streakline: packageVersion(), signal },
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        onProgress: ({ events, total }) => line.show('exporting', events, total),
      });
      line.clear();
      const { events, firstPosition, lastPosition, bytes, sha256 } = exported;
      const sentence = `${out}: ${count(events)} events at positions ${firstPosition} to ${lastPosition}, ${count(bytes)} bytes, sha256 of the events ${sha256}.\n`;
      await print(options.json ? `${JSON.stringify(exported)}\n` : sentence);
    } finally {
      line.clear();
      await close();
    }
  });
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
