import { writeFile } from 'node:fs/promises';
import { htmlOf, type KeptRun, type RunDocument, RunStore, textOf } from '@streakline/backtests';
import { UsageError } from '../../failures';
import { print } from '../../output/print';
import { tableOf } from '../../output/table';
import type { StorageOptions } from '../../projections/open-projections';
import { checkPlace } from '../../study/check-options';
import { openBacktests } from '../open-backtests';
import { documentJson, shownOf } from '../run/run';
import { comparisonOf, comparisonText } from './comparison';
import { figureText } from './figure-text';

export interface ListOptions extends StorageOptions {
  readonly strategy?: string;
  readonly limit: number;
  readonly json?: boolean;
}

export interface ShowOptions extends StorageOptions {
  readonly json?: boolean;
  readonly html?: string;
}

export interface CompareOptions extends StorageOptions {
  readonly json?: boolean;
}

export async function list({ strategy, limit, json, ...storage }: ListOptions): Promise<void> {
  const runs = await withRuns(storage, (store) => store.list({ strategy, limit }));
  if (json === true) return print(`${JSON.stringify({ data: runs }, null, 2)}\n`);
  const head = ['run', 'strategy', 'from', 'to', 'params', 'return', 'sharpe', 'drawdown', 'state', 'ran'];
  return print(tableOf(head, runs.map(rowOf), process.stdout.isTTY));
}

export async function show(id: string, { json, html, ...storage }: ShowOptions): Promise<void> {
  await checkPlace('--html', html);
  const document = await withRuns(storage, (store) => documentOf(store, id));
  if (html !== undefined) await writeFile(html, htmlOf(shownOf(document)));
  await print(json === true ? `${documentJson(document)}\n` : textOf(shownOf(document)));
}

export async function compare(id: string, other: string, { json, ...storage }: CompareOptions): Promise<void> {
  const runs = await withRuns(storage, async (store) => [await runOf(store, id), await runOf(store, other)] as const);
  const comparison = comparisonOf(...runs);
  await print(
    json === true ? `${JSON.stringify(comparison, null, 2)}\n` : comparisonText(comparison, process.stdout.isTTY),
  );
}

async function withRuns<Answer>(options: StorageOptions, work: (store: RunStore) => Promise<Answer>): Promise<Answer> {
  const storage = await openBacktests(options, { follow: false });
  try {
    return await work(new RunStore(storage.pool));
  } finally {
    await storage.close();
  }
}

async function runOf(store: RunStore, begins: string): Promise<KeptRun> {
  const ids = await store.idsLike(begins);
  const [id, another] = ids.includes(begins) ? [begins] : ids;
  const run = id === undefined || another !== undefined ? undefined : await store.find(id);
  if (run) return run;
  const why = another === undefined ? 'no run that was kept here begins so' : `several runs do: ${ids.join(', ')}`;
  throw new UsageError(`'${begins}' is no run: ${why} (streakline backtest list)`);
}

async function documentOf(store: RunStore, begins: string): Promise<RunDocument> {
  const { runId } = await runOf(store, begins);
  const document = await store.document(runId);
  if (document) return document;
  throw new UsageError(
    `of ${runId} the figures alone were kept, as of a sweep's many: run it once more by itself with the parameters that \`streakline backtest list --json\` tells`,
  );
}

function rowOf({ runId, strategy, settings, params, metrics, state, ranAt }: KeptRun): readonly string[] {
  const chosen = Object.entries(params).map(([name, value]) => `${name}=${String(value)}`);
  return [
    ...[runId, strategy, settings.from, settings.to, chosen.join(' ') || '-'],
    ...[figureText('totalReturn', metrics), figureText('sharpe', metrics), figureText('maxDrawdown', metrics)],
    ...[state, ranAt],
  ];
}
