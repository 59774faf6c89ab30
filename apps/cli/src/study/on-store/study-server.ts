import { drawOwnKey } from '@streakline/api-keys';
import { createLog } from '@streakline/observability';
import { startQuery } from '../../../../query/src/start-query';
import { apiKeyHeaders } from '../../api-key';
import { postgresOf } from '../../projections/open-projections';
import type { StoreStudyOptions } from './store-options';

/** Where studies can be asked for. */
export interface StudyServer {
  readonly url: string;
  /** What it wants to be asked with. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sees to it that a study that was asked for is run: a running server does so by itself. */
  run(studyId: string): void;
  close(): Promise<void>;
}

/**
 * The server that is named, or one in this process on the stored data: it runs the study here and no other, beside a
 * server that runs on the same data or alone.
 */
export async function openStudyServer(options: StoreStudyOptions): Promise<StudyServer> {
  if (options.url !== undefined)
    return { url: options.url, headers: apiKeyHeaders(), run: () => undefined, close: () => Promise.resolve() };
  const postgres = await postgresOf(options);
  try {
    let run: (studyId: string) => void = () => undefined;
    const onlyStudy = new Promise<string>((resolve) => (run = resolve));
    // Where the data has API keys, this process needs one too, to ask itself.
    const { key, token } = drawOwnKey();
    const service = await startQuery({ databaseUrl: postgres.url, log: createLog('error'), onlyStudy, ownKey: key });
    await service.opened;
    const close = async () => {
      await service.close();
      await postgres.stop();
    };
    return { url: service.url, headers: { Authorization: `Bearer ${token}` }, run, close };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
