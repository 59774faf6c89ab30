import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemas } from '@asyncapi/specs';
import { deadLetter, encodeEvent, placed, watermark } from '@streakline/event-log';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { projectFolder } from '../../project';
import { asyncApiOf } from './asyncapi';

const GOLDEN = join(projectFolder(), 'docs', 'contracts', 'asyncapi.json');

interface AsyncApi {
  readonly channels: Record<string, { readonly address: string; readonly messages: Record<string, unknown> }>;
  readonly components: {
    readonly messages: Record<string, { readonly headers: object; readonly payload?: object }>;
  };
}

/*
 * Whoever reads or writes our topics does so by this document. `npm run contracts:update` renews the file; the change
 * belongs in the changelog.
 */
describe('the AsyncAPI document', () => {
  const document = JSON.parse(JSON.stringify(asyncApiOf())) as AsyncApi;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats(ajv);
  ajv.addSchema(document, 'asyncapi.json');

  /** What the document says against a record, by the name of its message. */
  function faultsOf(name: string, headers: object, value?: unknown): readonly unknown[] {
    const at = `asyncapi.json#/components/messages/${name}`;
    const faults = (part: string, given: unknown) => {
      const check = ajv.getSchema(`${at}/${part}`);
      if (check === undefined) throw new Error(`the document says nothing of the ${part} of ${name}`);
      return check(given) === true ? [] : (check.errors ?? []);
    };
    return [...faults('headers', headers), ...(value === undefined ? [] : faults('payload', value))];
  }

  it('is the one that is published', () => {
    if (process.env['UPDATE_CONTRACTS'] === '1') writeFileSync(GOLDEN, `${JSON.stringify(document, null, 2)}\n`);
    expect(document).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
  });

  it('is valid AsyncAPI 3.0, in which every reference leads somewhere', () => {
    // The validator brings this one itself, under the same name.
    const draft7 = 'http://json-schema.org/draft-07/schema';
    const definitions = Object.fromEntries(
      Object.entries(schemas['3.0.0'].definitions ?? {}).filter(([name]) => name !== draft7),
    );
    const validate = new Ajv({ strict: false, allErrors: true, logger: false });
    addFormats(validate);
    const check = validate.compile({ ...schemas['3.0.0'], definitions });
    expect(check(document) || check.errors).toBe(true);
    for (const [, reference = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = reference.split('/').reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document);
      expect([reference, typeof found]).toEqual([reference, 'object']);
    }
  });

  it('has every topic under the prefix of the installation', () => {
    const { channels } = asyncApiOf('staging.') as unknown as AsyncApi;
    expect(Object.values(channels).map(({ address }) => address)).toEqual(
      [
        'streakline.events.v1',
        'streakline.insights.v1',
        'streakline.inbound.announcements.v1',
        'streakline.inbound.prices.v1',
        'streakline.inbound.announcements.v1.dead-letters',
        'streakline.inbound.prices.v1.dead-letters',
        'streakline.events.v1.dead-letters',
      ].map((name) => `staging.${name}`),
    );
  });

  const event = {
    position: 12,
    id: 'c8f1f9ce-9a8f-5d5a-8c39-3a4d0c5f1d11',
    streamId: 'ins_0123456789abcdef0123456789abcdef',
    streamVersion: 3,
    type: 'InstrumentRenamed',
    typeVersion: 1,
    data: {
      instrumentId: 'ins_0123456789abcdef0123456789abcdef',
      symbol: 'META',
      mic: 'XNAS',
      from: '2022-06-09',
    },
    keys: ['ins_0123456789abcdef0123456789abcdef'],
    knownAt: 1_654_781_400_000,
    recordedAt: 1_770_325_260_000,
    correlationId: 'd0b2c7e4-56a1-5cf2-9d0e-0a8f3f7a9a51',
    causationId: null,
  };

  it('describes the headers that events and watermarks are sent with', () => {
    const record = placed(encodeEvent(event), { partition: 3, key: event.streamId, prevPosition: 9 });
    expect(faultsOf('InstrumentRenamed.v1', record.headers, JSON.parse(String(record.value)))).toEqual([]);
    expect(faultsOf('InstrumentRenamed.v1', { ...record.headers, ce_position: 'twelve' })).toHaveLength(1);
    const names = Object.keys(
      (document.components.messages['InstrumentRenamed.v1']?.headers as { properties: object }).properties,
    );
    expect(names).toEqual(expect.arrayContaining(Object.keys(record.headers)));
    expect(faultsOf('watermark', watermark(3, 12, 9).headers, null)).toEqual([]);
  });

  it('describes the headers of dead letters', () => {
    const refused = { offset: 4, key: null, value: Buffer.from('{'), headers: {}, timestamp: 1_770_325_260_000 };
    const problem = { code: 'invalidJson', title: 'Bad Request', detail: 'The value is not JSON.' };
    const { headers } = deadLetter(refused, { topic: 'streakline.inbound.prices.v1', partition: 1 }, problem);
    expect(faultsOf('deadLetter', headers)).toEqual([]);
    expect(Object.keys(headers).every((name) => name.startsWith('streakline-'))).toBe(true);
  });

  it('describes what others send, in both modes', () => {
    const data = {
      source: 'tape',
      basis: 'raw',
      bars: [{ session: '2026-02-05', open: 1, high: 1, low: 1, close: 1, volume: 1 }],
    };
    const attributes = {
      specversion: '1.0',
      id: 'a',
      source: '/tape',
      type: 'streakline.record-bars.v1',
      subject: 'XNAS:AMZN',
    };
    const headers = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce_${name}`, value]));
    expect(faultsOf('streakline.record-bars.v1', headers, data)).toEqual([]);
    expect(faultsOf('streakline.record-bars.v1', headers, { ...data, bars: 'none' })).not.toEqual([]);
    const structured = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
    expect(faultsOf('prices.structured', structured, { ...attributes, data })).toEqual([]);
    expect(faultsOf('prices.structured', structured, { ...attributes, subject: undefined, data })).not.toEqual([]);
  });
});
