import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { csvLines } from './csv-lines';
import { mediaTypes, type StreamedType } from './media-types';
import { ndjsonLines } from './ndjson-lines';
import type { Table } from './table';

/** Characters or bytes that are put together before they are sent: a row by itself is too small a packet. */
const PACKET = 64 * 1024;

const parameters: Readonly<Record<StreamedType, string>> = {
  [mediaTypes.ndjson]: '; charset=utf-8',
  [mediaTypes.csv]: '; charset=utf-8; header=present',
  [mediaTypes.arrow]: '',
};

/**
 * Sends a table row by row, no faster than it is taken and never held as a whole. Whoever goes away ends it; where the
 * rows fail, the answer is cut off, so that it never looks whole.
 *
 * @param file name without its ending, for whoever saves the answer
 */
export async function sendTable<Row>(
  response: Response,
  type: StreamedType,
  table: Table<Row>,
  file: string,
): Promise<void> {
  await sendPackets(response, type, await packetsOf(type, table), file);
}

/** The same of what is encoded already, in packets of some kilobytes. */
export async function sendPackets(
  response: Response,
  type: StreamedType,
  packets: AsyncIterable<Uint8Array | string>,
  file: string,
): Promise<void> {
  response.setHeader('Content-Type', `${type}${parameters[type]}`);
  response.setHeader('Content-Disposition', `inline; filename="${file}.${endings[type]}"`);
  try {
    await pipeline(Readable.from(packets, { objectMode: false }), response);
  } catch (error) {
    if (!wentAway(error)) throw error;
  }
}

const endings: Readonly<Record<StreamedType, string>> = {
  [mediaTypes.ndjson]: 'ndjson',
  [mediaTypes.csv]: 'csv',
  [mediaTypes.arrow]: 'arrows',
};

async function packetsOf<Row>(type: StreamedType, table: Table<Row>): Promise<AsyncIterable<Uint8Array | string>> {
  if (type === mediaTypes.ndjson) return packed(ndjsonLines(table.rows));
  if (type === mediaTypes.csv) return packed(csvLines(table));
  // Loaded by whom asks for it: no small library.
  const { arrowStream } = await import('./arrow-stream');
  return arrowStream(table);
}

async function* packed(lines: AsyncIterable<string>): AsyncGenerator<string, void, void> {
  let packet = '';
  for await (const line of lines) {
    packet += line;
    if (packet.length < PACKET) continue;
    yield packet;
    packet = '';
  }
  if (packet !== '') yield packet;
}

function wentAway(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
