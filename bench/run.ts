import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@streakline/embedded-postgres';
import type { Bench, BenchRow } from './bench';
import { databasesOn } from './databases';
import { tableOf } from './report';

/** Every benchmark there is: the files beside this one whose names say so. */
function benches(): readonly Bench[] {
  const files = readdirSync(__dirname).filter((name) => /\.bench\.[jt]s$/.test(name));
  return files.sort().map((name) => (createRequire(__filename)(join(__dirname, name)) as { bench: Bench }).bench);
}

/** `npm run bench [-- name...] [--json]`: a table on standard output (or JSON), progress on standard error. */
async function main(args: readonly string[]): Promise<void> {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const all = benches();
  const unknown = names.find((name) => !all.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    console.error(`there is no benchmark "${unknown}"; there are: ${all.map((bench) => bench.name).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const rows = await measure(all.filter((bench) => names.length === 0 || names.includes(bench.name)));
  console.log(args.includes('--json') ? JSON.stringify(rows, null, 2) : tableOf(rows));
}

/** Runs benchmarks one after the other on a durable PostgreSQL of their own. */
async function measure(chosen: readonly Bench[]): Promise<readonly BenchRow[]> {
  const log = (line: string) => console.error(line);
  const dataDir = mkdtempSync(join(tmpdir(), 'streakline-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  const rows: BenchRow[] = [];
  try {
    for (const bench of chosen) {
      log(`${bench.name}...`);
      const databases = databasesOn(postgres.url);
      rows.push(...(await bench.run({ createDatabase: databases.create, log: (line) => log(`  ${line}`) })));
      await databases.dropAll();
    }
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return rows;
}

void main(process.argv.slice(2));
