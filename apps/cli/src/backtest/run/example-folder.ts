import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../demo/embedded';

/** A data folder that holds an example. */
export interface ExampleFolder {
  readonly dataDir: string;
  remove(): Promise<void>;
}

/** Types the Amazon example into a data folder of its own, which is removed at the end. */
export async function exampleFolder(stop: AbortSignal): Promise<ExampleFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'streakline-example-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const say = (line: string) => void process.stderr.write(`streakline: ${line}\n`);
    const system = await startEmbedded({ dataDir: folder, port: 0, stop, say });
    try {
      await system.typeIn();
    } finally {
      await system.close();
    }
    return { dataDir: folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
