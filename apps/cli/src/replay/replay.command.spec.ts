import { Command } from 'commander';
import { exitCodeOf } from '../failures';
import { addReplay } from './replay.command';

/** What the command fails by, before it looks for a store. */
async function refusal(...args: readonly string[]): Promise<{ readonly code: number; readonly words: string }> {
  const program = new Command().exitOverride().configureOutput({ outputError: () => undefined });
  addReplay(program);
  const error: unknown = await program.parseAsync(['node', 'streakline', 'replay', ...args]).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('It was not refused.');
  return { code: exitCodeOf(error), words: error.message };
}

describe('streakline replay, asked for what there is not', () => {
  it.each([
    [['--speed', 'fast'], 'write max, real'],
    [['--speed', '0'], 'write max, real'],
    [['--from', 'yesterday'], 'write a date'],
    [['--from', '2025-03-02T00:00:00+01:00'], 'write a date'],
    [['--from', '2025-03-02', '--to', '2025-03-01'], '--to must be later than --from'],
    [['--types', 'Nothing'], 'there is no type of event Nothing'],
    [['--types', ','], 'name one at least'],
    [['--instruments', ''], 'name one at least'],
    [['--after', '12'], 'is no cursor of a replay'],
    [['--stdout', '--to-topic', 'x'], 'name one of --stdout and --to-topic'],
  ])('%j is a mistake of use, in one line', async (args, words) => {
    expect(await refusal(...args)).toEqual({ code: 2, words: expect.stringContaining(words) as string });
  });
});
