import { startEmbeddedPostgres } from './embedded-postgres';
import { EmbeddedPostgresError } from './embedded-postgres-error';

/*
 * For the specs: serves a data folder until it is killed. Prints its url and the server's pid, or its error's code
 * and message.
 */
const [dataDir = ''] = process.argv.slice(2);
process.once('SIGTERM', () => process.exit(0));
startEmbeddedPostgres({ dataDir }).then(
  ({ url, pid }) => {
    process.stdout.write(`${JSON.stringify({ url, pid })}\n`);
    setInterval(() => undefined, 60_000);
  },
  (error: unknown) =>
    process.stdout.write(
      `${JSON.stringify(error instanceof EmbeddedPostgresError ? { error: error.message, code: error.code } : { error: String(error) })}\n`,
    ),
);
