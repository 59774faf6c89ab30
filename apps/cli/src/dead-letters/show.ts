import { type Entry, idOf, parkedEventOf, textOf, valueOfLetter } from '@streakline/dead-letters';
import type { DeadLetter } from '@streakline/event-log';
import type { ParkedKey } from '@streakline/projections';
import type { OpenKafka } from '../kafka/open-kafka';
import { print } from '../output/print';
import type { OpenProjections } from '../projections/open-projections';
import { findEntry } from './find-entries';
import { seenEntries } from './seen-entries';
import { type OpenSources, type SourceOptions, withOpenSources } from './sources';

export interface ShowOptions extends SourceOptions {
  readonly json?: boolean;
  readonly raw?: boolean;
}

/** All that is known of an entry, for programs. `valueBase64` stands in for a value that is no text. */
interface Shown {
  readonly lines: readonly (readonly [name: string, text: string])[];
  readonly document: Readonly<Record<string, unknown>>;
  readonly value: Buffer | null;
}

export async function showDeadLetter(id: string, { json, raw, ...options }: ShowOptions): Promise<void> {
  const shown = await withOpenSources(options, async (sources) =>
    shownOf(findEntry(await seenEntries(sources), id, sources.unseen), sources),
  );
  if (raw) return void process.stdout.write(shown.value ?? '');
  if (json) return print(`${JSON.stringify({ ...shown.document, ...valueFields(shown.value) }, null, 2)}\n`);
  const width = Math.max(...shown.lines.map(([name]) => name.length));
  const lines = shown.lines.map(([name, text]) => `${name.padEnd(width)}  ${text}\n`);
  return print(`${lines.join('')}${valueText(shown.value)}`);
}

async function shownOf(entry: Entry, { kafka, storage }: OpenSources): Promise<Shown> {
  if (entry.kind === 'record' && kafka !== null) return shownLetter(entry.letter, kafka);
  if (entry.kind === 'parked' && storage !== null) return shownParked(entry.parked, storage);
  throw new Error(`${idOf(entry)} comes from a source that is not open`);
}

async function shownLetter(letter: DeadLetter, kafka: OpenKafka): Promise<Shown> {
  const record = await valueOfLetter(kafka, letter);
  if (record === undefined) throw new Error(`${letter.id} is no longer on ${letter.place.topic}`);
  const { id, origin, key, refusedAt, attempts, problem, headers, leftOut } = letter;
  return {
    document: { id, origin, key, refusedAt, attempts, problem, headers, leftOut },
    value: record.value,
    lines: [
      ['id', id],
      [
        'topic',
        origin === null ? 'unknown' : `${origin.topic}, partition ${origin.partition}, offset ${origin.offset}`,
      ],
      ['key', key ?? '-'],
      ['refused', `${refusedAt}, attempt ${attempts}`],
      ['problem', `${problem.code}: ${problem.detail}`],
      ...errorsOf(problem['errors']).map((text) => ['', text] as const),
      ...Object.entries(headers).map(([name, text]) => [name, text] as const),
      ...Object.entries(leftOut).map(([part, bytes]) => [`no ${part}`, `${bytes} bytes did not fit here`] as const),
    ],
  };
}

async function shownParked(parked: ParkedKey, storage: OpenProjections): Promise<Shown> {
  const { projection, version, key, position, reason, events, at } = parked;
  const event = await parkedEventOf(storage, parked);
  const id = `parked-${key}`;
  const refusedAt = new Date(at).toISOString();
  return {
    document: { id, projection, version, key, refusedAt, reason, position, events, event: event ?? null },
    value: event === undefined ? null : Buffer.from(JSON.stringify(event.data)),
    lines: [
      ['id', id],
      ['projection', `${projection}, version ${version}`],
      ['key', key],
      ['parked', `${refusedAt}, ${events} event(s) wait`],
      ['reason', reason],
      ['event', event === undefined ? `at position ${position}` : `${event.type} at position ${position}`],
    ],
  };
}

function errorsOf(errors: unknown): readonly string[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((error: unknown) => {
    const { pointer, detail } = { pointer: '', detail: '', ...(error as object) };
    return `${pointer} ${detail}`.trim();
  });
}

function valueFields(value: Buffer | null): Readonly<Record<string, unknown>> {
  if (value === null) return { value: null };
  const text = textOf(value);
  return text === null ? { valueBase64: value.toString('base64') } : { value: text };
}

function valueText(value: Buffer | null): string {
  if (value === null) return 'no value\n';
  const text = textOf(value);
  return `value, ${value.length} bytes${text === null ? ' that are no text: --raw gives them' : `\n${text}`}\n`;
}
