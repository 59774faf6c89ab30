import { createLog } from '@streakline/observability';
import { startQuery } from '../../../../query/src/start-query';
import { postgresOf } from '../../projections/open-projections';
import type { StoreStudyOptions } from './store-options';

/** Where studies can be asked for. */
export interface StudyServer {
  readonly url: string;
  /** Sees to it that a study that was asked for is run: a running server does so by itself. */
  run(studyId: string): void;
  close(): Promise<void>;
}

/**
 * The server that is named, or one in this process on the stored data: it runs the study here and no other, beside a
 * server that runs on the same data or alone.
 */
export async function openStudyServer(options: StoreStudyOptions): Promise<StudyServer> {
  if (options.url !== undefined) return { url: options.url, run: () => undefined, close: () => Promise.resolve() };
  const postgres = await postgresOf(options);
  try {
    let run: (studyId: string) => void = () => undefined;
    const onlyStudy = new Promise<string>((resolve) => (run = resolve));
    const service = await startQuery({ databaseUrl: postgres.url, log: createLog('error'), onlyStudy });
    await service.opened;
    const close = async () => {
      await service.close();
      await postgres.stop();
    };
    return { url: service.url, run, close };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
