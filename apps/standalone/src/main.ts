import { EmbeddedPostgresError } from '@streakline/embedded-postgres';
import { readStandaloneSettings, runService, ServiceError } from '@streakline/service';
import { startStandalone } from './start-standalone';

/* Everything in one process, told by its environment: for containers. By hand, `streakline serve` is the same. */
void runService('standalone', readStandaloneSettings, ({ storage, ...settings }) =>
  startStandalone({ ...storage, ...settings }).catch((error: unknown) => {
    throw error instanceof EmbeddedPostgresError ? new ServiceError('databaseUnreachable', error.message) : error;
  }),
);
