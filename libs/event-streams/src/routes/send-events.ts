import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, type EventStore, type RawEvent } from '@streakline/event-store';
import {
  acceptedType,
  isStreamedType,
  mediaTypes,
  ProblemException,
  sendPackets,
  sendTable,
  streamedTypes,
} from '@streakline/web-api';
import type { Request, Response } from 'express';
import { readSelection } from '../reading/event-selection';
import { eventColumns } from '../records/event-columns';
import { eventLine } from '../records/event-line';
import { instantText } from '../records/instant-text';
import { placeText } from '../records/known-place';
import type { AskedEvents } from './event-desk';

const PAGE = 100;
/** A page is held in memory; the other forms are streamed. */
const MOST_A_PAGE = 1_000;
/** Characters of a page, after which it ends: a delivery of bars may have 200 kB. */
const LONGEST_PAGE = 4 * 1024 * 1024;
/** Characters sent at once. */
const PACKET = 128 * 1024;

/** Sends events in the form that was asked for: a page of JSON, or all of them as a stream. */
@Injectable()
export class EventSender {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async send(asked: AskedEvents, request: Request, response: Response): Promise<void> {
    const type = acceptedType(request, response, [mediaTypes.json, ...streamedTypes]);
    response.setHeader('Streakline-Position', String(asked.position));
    if (request.method === 'HEAD') return void response.type(type).end();
    if (!isStreamedType(type)) return this.sendPage(asked, response);
    const batches = readSelection(this.store, asked.listings, asked.selection);
    if (type === mediaTypes.ndjson) return sendPackets(response, type, packetsOf(batches), 'events');
    return sendTable(response, type, { columns: eventColumns, rows: eachOf(batches) }, 'events');
  }

  private async sendPage({ selection, listings, position, asOf }: AskedEvents, response: Response): Promise<void> {
    const { limit = PAGE, order } = selection;
    if (limit > MOST_A_PAGE) throw pageTooLong();
    const lines: string[] = [];
    let [length, next, last]: [number, string | null, RawEvent | undefined] = [0, null, undefined];
    for await (const event of eachOf(readSelection(this.store, listings, { ...selection, limit: limit + 1 }))) {
      if (last !== undefined && (lines.length === limit || length >= LONGEST_PAGE)) {
        next = order === 'knownAt' ? placeText(last) : String(last.position);
        break;
      }
      last = event;
      const line = eventLine(event);
      length += line.length;
      lines.push(line);
    }
    const restsOn = { position, ...(asOf !== undefined && { asOf: instantText(asOf) }) };
    const rest = JSON.stringify({ nextCursor: next, ...restsOn }).slice(1);
    response.type(mediaTypes.json).send(`{"data":[${lines.join(',')}],${rest}`);
  }
}

function pageTooLong(): ProblemException {
  const detail = `A page of JSON has ${MOST_A_PAGE} records at most: follow nextCursor, or accept ${mediaTypes.ndjson}, which has them all.`;
  return new ProblemException(400, { code: 'invalidQuery', detail, errors: [{ pointer: '/limit', detail }] });
}

async function* packetsOf(batches: AsyncIterable<readonly RawEvent[]>): AsyncGenerator<string, void, void> {
  let packet = '';
  for await (const batch of batches) {
    for (const event of batch) {
      packet += `${eventLine(event)}\n`;
      if (packet.length < PACKET) continue;
      yield packet;
      packet = '';
    }
  }
  if (packet !== '') yield packet;
}

async function* eachOf(batches: AsyncIterable<readonly RawEvent[]>): AsyncGenerator<RawEvent, void, void> {
  for await (const batch of batches) yield* batch;
}
