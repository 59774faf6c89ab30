import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeExample } from './make-example';

/** `node bin/run.js examples/event-study/write` in the project's folder writes the two files anew. */
const { returns, events } = makeExample();
const folder = join(process.cwd(), 'examples/event-study');
writeFileSync(join(folder, 'returns.csv'), returns);
writeFileSync(join(folder, 'events.csv'), events);
