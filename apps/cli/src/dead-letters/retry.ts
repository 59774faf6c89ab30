import { readFileSync } from 'node:fs';
import { retryEntries } from '@streakline/dead-letters';
import { messageOf, UsageError } from '../failures';
import { checkChoice, chosen, type ChoiceOptions } from './find-entries';
import { showOutcomes } from './outcomes';
import { seenEntries } from './seen-entries';
import { type SourceOptions, tellUnseen, withOpenSources } from './sources';

export interface RetryOptions extends SourceOptions, ChoiceOptions {
  readonly value?: string;
  readonly json?: boolean;
}

export async function retryDeadLetters(ids: readonly string[], options: RetryOptions): Promise<void> {
  checkChoice(ids, options);
  if (options.value !== undefined && ids.length !== 1)
    throw new UsageError('--value is the value of one record: name its id, and no other');
  const value = options.value === undefined ? undefined : readValue(options.value);
  const outcomes = await withOpenSources(options, async (sources) => {
    if (options.all) tellUnseen(sources.unseen);
    const entries = chosen(await seenEntries(sources), ids, options, sources.unseen);
    if (value !== undefined && entries[0]?.kind === 'parked')
      throw new UsageError('parked events are in the store and cannot be given another value: correct them there');
    return retryEntries(entries, sources, value);
  });
  await showOutcomes(outcomes, options.json === true);
}

function readValue(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new UsageError(`--value: ${messageOf(error)}`);
  }
}
