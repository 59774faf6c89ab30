import { CloudEvent as OthersEvent, Kafka } from 'cloudevents';
import { asRead, anAnnouncement, binary, headers, type Parts, structured } from '../../test/records';
import { readCloudEvent } from './read-cloud-event';

const read = (parts: Parts) => {
  const { data, ...attributes } = readCloudEvent(asRead(parts), ['streakline.announce.v1']);
  return { ...attributes, data: data() };
};
const withHeaders = (texts: Readonly<Record<string, string>>, value: string | Buffer = '{}'): Parts => ({
  key: null,
  value: Buffer.from(value),
  headers: headers(texts),
});

describe('reading a CloudEvent from a record', () => {
  const said = { subject: 'XNAS:AMZN', correlationid: 'c' };
  const expected = {
    type: 'streakline.announce.v1',
    source: '/tests',
    id: 'event-1',
    subject: 'XNAS:AMZN',
    correlationId: 'c',
    data: anAnnouncement,
  };

  it('reads both modes alike', () => {
    expect(read(binary(said))).toEqual(expected);
    expect(read(structured(said))).toEqual(expected);
  });

  it("reads what the CloudEvents project's own client writes", () => {
    const event = new OthersEvent({
      type: 'streakline.announce.v1',
      source: '/tests',
      id: 'event-1',
      subject: 'XNAS:AMZN',
      correlationid: 'c',
      datacontenttype: 'application/json',
      data: anAnnouncement,
    });
    for (const message of [Kafka.binary(event), Kafka.structured(event)]) {
      const value = typeof message.value === 'string' ? message.value : JSON.stringify(message.value);
      const texts = Object.entries(message.headers).map(([name, text]) => [name, String(text)]);
      expect(read(withHeaders(Object.fromEntries(texts), value))).toEqual(expected);
    }
  });

  it('takes a content type in any case, with its charset, and JSON where none is given', () => {
    const [{ headers: given, ...parts }, whole] = [binary(said), structured(said)];
    const attributes = given.filter(([name]) => name !== 'content-type');
    for (const contentType of [undefined, 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"']) {
      const all = [...attributes, ...headers({ 'content-type': contentType })];
      expect(read({ ...parts, headers: all })).toEqual(expected);
    }
    const structuredType = headers({ 'content-type': 'application/cloudevents+json; charset=UTF-8' });
    expect(read({ ...whole, headers: structuredType })).toEqual(expected);
  });

  it('reads data in Base64, and takes null for an attribute that is not set', () => {
    const envelope = { specversion: '1.0', type: 't', source: 's', id: 'i', subject: null };
    const value = JSON.stringify({ ...envelope, data_base64: Buffer.from('{"a": [1]}').toString('base64') });
    expect(read(withHeaders({ 'content-type': 'application/cloudevents+json' }, value))).toEqual({
      type: 't',
      source: 's',
      id: 'i',
      subject: undefined,
      correlationId: undefined,
      data: { a: [1] },
    });
  });

  it('takes a header twice where both say the same', () => {
    const { headers: given, ...parts } = binary(said);
    expect(read({ ...parts, headers: [...given, ...given] })).toEqual(expected);
  });

  it('keeps to the names of headers, whatever objects are made of', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const { headers: given, ...parts } = binary(said);
      expect(read({ ...parts, headers: [...headers({ [name]: 'x' }), ...given] })).toEqual(expected);
    }
    const envelope = '{"__proto__":{"specversion":"1.0","type":"t","source":"s","id":"i"}}';
    expect(() => read(withHeaders({ 'content-type': 'application/cloudevents+json' }, envelope))).toThrow(
      'specversion is missing',
    );
  });
});
