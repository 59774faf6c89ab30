import { type Command, InvalidArgumentError } from 'commander';
import { kafkaDetails, withKafka } from '../kafka/kafka-options';
import { withStorage } from '../projections/with-storage';
import type { ReplayOptions } from './replay';

export function addReplay(program: Command): void {
  withKafka(withStorage(program.command('replay')))
    .description('tell history again as the world learnt it: to standard output, or to a Kafka topic')
    .option('--from <instant>', 'begin with what was known then: an instant, or a date (its beginning in UTC)', instant)
    .option('--to <instant>', 'end before what was known then (default: at the end)', instant)
    .option('--speed <speed>', 'max, real, or so many times real time', speed, Infinity)
    .option('--types <types>', 'only events of these types, parted by commas', list)
    .option('--instruments <refs>', 'only events of these instruments, parted by commas: MIC:SYMBOL, or ids', list)
    .option('--after <cursor>', 'go on behind a record: what an interrupted replay printed, or <knownAt>~<position>')
    .option('--stdout', 'NDJSON on standard output (the default)')
    .option('--to-topic <name>', 'CloudEvents to this topic of Kafka, made with 12 partitions where there is none')
    .option('--json', 'at the end one JSON document: on standard output with --to-topic, else on standard error')
    .addHelpText('after', details)
    .action(async (options: ReplayOptions) => (await import('./replay')).replay(options));
}

function instant(text: string): number {
  const at = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new InvalidArgumentError('write a date, 2026-02-27, or an instant in UTC, 2026-02-27T13:49:00Z.');
}

function speed(text: string): number {
  if (text === 'max') return Infinity;
  const factor = text === 'real' ? 1 : Number(text);
  if (factor > 0 && factor < Infinity) return factor;
  throw new InvalidArgumentError('write max, real, or how many times real time: 3600 tells an hour in a second.');
}

function list(text: string): readonly string[] {
  const parts = text.split(',').filter((part) => part !== '');
  if (parts.length > 0) return parts;
  throw new InvalidArgumentError('name one at least, several parted by commas.');
}

const details = `
Every fact comes at its own knownAt; a delivery of bars session by session, each at its close. With a speed, nights and
weekends pass as they did. The space key pauses and goes on, and so do Ctrl-Z and fg. Ctrl-C ends with exit code 130 and
prints the cursor to go on from.
${kafkaDetails}

Examples:
  streakline replay --from 2026-02-01 --to 2026-03-01 | jq .type
  streakline replay --from 2026-02-05 --speed 3600 --instruments XNAS:AMZN
  streakline replay --from 2026-01-01 --speed real --to-topic history.v1 --brokers kafka:9092`;
