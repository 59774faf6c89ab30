import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where Kafka and its data are kept: a folder of the project's, wherever the compiled code runs from. Not inside
 * `.streakline`: that is the default data folder of `serve`, which tolerates nothing beside its own.
 */
export function kafkaFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) throw new Error(`No package.json above ${__dirname}: is the checkout whole?`);
    folder = dirname(folder);
  }
  return join(folder, '.streakline-kafka');
}
