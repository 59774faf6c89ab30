import type { EmbeddedPostgres } from '../../../embedded-postgres/src';

/** Names the environment variable with the test server's url: Jest's workers inherit it. */
export const ADMIN_URL_VARIABLE = 'STREAKLINE_TEST_POSTGRES_URL';

// Jest loads set-up and teardown apart, so that a module's variable would not reach from one to the other.
const shared = globalThis as { streaklineTestServer?: EmbeddedPostgres };

export function keepForTeardown(server: EmbeddedPostgres): void {
  shared.streaklineTestServer = server;
}

export function serverToTearDown(): EmbeddedPostgres | undefined {
  return shared.streaklineTestServer;
}
