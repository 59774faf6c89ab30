import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { InterruptedError } from '../../failures';
import { print } from '../../output/print';
import { stopSignal } from '../../serve/stop-signal';
import { ProgressLine } from '../progress-line';
import { studyBody } from './study-body';
import { StudyClient, type ToldStudy } from './study-client';
import { openStudyServer } from './study-server';
import type { StoreStudyOptions } from './store-options';

/** A study of announcements on record. Interrupted, it is cancelled; done, it is kept, and told again for ever. */
export async function runOnStore(options: StoreStudyOptions, command: Command): Promise<void> {
  const given = new Set(Object.keys(options).filter((name) => command.getOptionValueSource(name) === 'cli'));
  const body = await studyBody(options, given);
  const stop = stopSignal();
  const server = await openStudyServer(options);
  try {
    const client = new StudyClient(server.url, server.headers);
    const { id, position } = await client.ask(body);
    server.run(id);
    // Whatever becomes of this process, the study can be looked up by it.
    process.stderr.write(`streakline: study ${id}, at position ${position}\n`);
    const study = await finished(client, id, stop);
    await tell(client, study, options);
  } finally {
    await server.close();
  }
}

async function finished(client: StudyClient, id: string, stop: AbortSignal): Promise<ToldStudy> {
  const line = new ProgressLine(process.stderr);
  try {
    const study = await client.finished(id, stop, ({ progress }) => progress && line.show(progress));
    if (!stop.aborted) return study;
    await client.cancel(id);
    throw new InterruptedError(`interrupted: the study ${id} is cancelled`);
  } finally {
    // Before anything else is said: an error must not hide behind the bar.
    line.clear();
  }
}

async function tell(client: StudyClient, { id, state, failure }: ToldStudy, options: StoreStudyOptions): Promise<void> {
  if (failure !== null) throw new Error(failure.detail);
  if (state !== 'done') throw new Error(`the study ${id} was ${state}`);
  const { plot, report, json } = options;
  if (plot !== undefined) await writeFile(plot, await client.as(id, 'image/svg+xml'));
  if (report !== undefined) await writeFile(report, await client.as(id, 'text/html'));
  const text = await client.as(id, json === true ? 'application/json' : 'text/plain');
  await print(json === true ? `${JSON.stringify(JSON.parse(text), null, 2)}\n` : text);
}
