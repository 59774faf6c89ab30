import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The one release that was looked into. A newer one may be cured, or ill in another way. */
const LOOKED_INTO = '2.2.4';

/**
 * A module from inside kafkajs, to be mended from outside: node_modules stay as they are published. Throws on any other
 * release than the one looked into.
 */
export function kafkajsInternal<T>(...path: readonly string[]): T {
  const from = createRequire(__filename);
  const { version } = from('kafkajs/package.json') as { version: string };
  if (version !== LOOKED_INTO) {
    throw new Error(
      `kafkajs ${version} is not ${LOOKED_INTO}: look at its src/${path.join('/')} and at who asks for it in libs/event-log/src/kafkajs`,
    );
  }
  return from(join(from.resolve('kafkajs/package.json'), '..', 'src', ...path)) as T;
}
