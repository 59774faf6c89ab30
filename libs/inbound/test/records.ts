import { rawHeadersOf, type LogRecord, type OutgoingRecord, type RawHeader } from '@streakline/event-log';
import type { AnnounceBody } from '@streakline/announcements';
import type { RecordBarsBody } from '@streakline/market-data';

/** What a sender says of an event; attributes that are undefined are left out. */
export interface Said {
  readonly type?: string | undefined;
  readonly id?: string | undefined;
  readonly source?: string | undefined;
  readonly specversion?: string | undefined;
  readonly subject?: string | undefined;
  readonly correlationid?: string | undefined;
  readonly data?: unknown;
}

export const anAnnouncement: AnnounceBody = {
  kind: 'deal',
  headline: 'Amazon and OpenAI form a strategic partnership',
  announcedOn: '2026-02-27',
  timing: 'preMarket',
  subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }],
  source: 'sec-edgar',
  externalId: '0001104659-26-021050',
};

export const someBars: RecordBarsBody = {
  source: 'vendor',
  basis: 'raw',
  bars: [
    { session: '2026-02-26', close: 207.92 },
    { session: '2026-02-27', open: 206.13, high: 211, low: 205.5, close: 210, volume: 64000000 },
  ],
};

const complete = (said: Said) => ({
  specversion: '1.0',
  type: 'streakline.announce.v1',
  source: '/tests',
  id: 'event-1',
  data: anAnnouncement,
  ...said,
});

/** The parts of a record. */
export type Parts = Pick<LogRecord, 'key' | 'value'> & { readonly headers: readonly RawHeader[] };

/** Headers as most clients write them: texts in UTF-8. */
export function headers(texts: Readonly<Record<string, string | undefined>>): readonly RawHeader[] {
  return Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [[name, Buffer.from(text)]]));
}

export function binary(said: Said = {}, others: Partial<Parts> = {}): Parts {
  const { data, ...attributes } = complete(said);
  const named = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce_${name}`, value]));
  const value = Buffer.from(JSON.stringify(data) ?? '');
  return { key: null, value, headers: headers({ ...named, 'content-type': 'application/json' }), ...others };
}

export function structured(said: Said = {}, others: Partial<Parts> = {}): Parts {
  const value = Buffer.from(JSON.stringify(complete(said)));
  return { key: null, value, headers: headers({ 'content-type': 'application/cloudevents+json' }), ...others };
}

/** As a consumer reads it. */
export function asRead({ key, value, headers }: Parts, offset = 0): LogRecord {
  const texts = Object.fromEntries(headers.map(([name, bytes]) => [name, String(bytes ?? '')]));
  return { offset, key, value, headers: texts, rawHeaders: () => headers, timestamp: 0 };
}

/** As a producer sends it. */
export function asSent({ key, value, headers }: Parts, partition = 0): OutgoingRecord {
  return { partition, key, value, headers: {}, moreHeaders: headers };
}

/** Those of a letter that its sender wrote. */
export function foreignHeaders(letter: LogRecord): readonly RawHeader[] {
  return rawHeadersOf(letter).filter(([name]) => !name.startsWith('streakline-'));
}
