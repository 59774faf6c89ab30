import { rebuild, type Rebuilt } from '@streakline/projections';
import { InterruptedError } from '../failures';
import { print } from '../output/print';
import { aborted, stopSignal } from '../serve/stop-signal';
import { openProjections, type OpenProjections, type StorageOptions } from './open-projections';
import { RebuildDisplay } from './rebuild-display';

export interface RebuildCommandOptions extends StorageOptions {
  readonly json?: boolean;
}

const INTERRUPTED = Symbol('interrupted');

export async function rebuildProjections(options: RebuildCommandOptions): Promise<void> {
  const stop = stopSignal();
  const open = await openProjections(options);
  const outcome = await Promise.race([
    rebuildAll(open, options.json === true).finally(() => open.close()),
    aborted(stop).then(() => INTERRUPTED),
  ]);
  if (outcome !== INTERRUPTED) return;
  await open.abandon();
  throw new InterruptedError('interrupted: the version that served goes on serving');
}

async function rebuildAll({ pool, store, projections }: OpenProjections, json: boolean): Promise<void> {
  for (const projection of projections) {
    const display = new RebuildDisplay(projection.name, process.stderr);
    let rebuilt: Rebuilt;
    try {
      rebuilt = await rebuild({ pool, store, projection }, { onProgress: (progress) => display.show(progress) });
    } finally {
      // Before anything else is said: an error must not hide behind the bar.
      display.clear();
    }
    await print(
      json
        ? `${JSON.stringify({ projection: projection.name, ...rebuilt })}\n`
        : `${sentence(projection.name, rebuilt)}\n`,
    );
  }
}

function sentence(name: string, { version, replaced, builtTo, seconds }: Rebuilt): string {
  const instead = replaced === null ? '' : ` and replaced version ${replaced}`;
  return `${name}: version ${version} was built from ${builtTo} events in ${seconds.toFixed(1)} s${instead}.`;
}
