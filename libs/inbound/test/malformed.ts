import { anAnnouncement, binary, type Parts, structured } from './records';

const utf8 = (text: string) => Buffer.from(text);
const replaced = ({ headers: given, ...parts }: Parts, name: string, ...values: readonly Buffer[]): Parts => ({
  ...parts,
  headers: [...given.filter(([each]) => each !== name), ...values.map((value) => [name, value] as const)],
});
const envelope = (fields: object) => structured({}, { value: utf8(JSON.stringify(fields)) });
const attributes = { specversion: '1.0', id: 'i', source: 's', type: 'streakline.announce.v1' };
const manyMegabytes = Buffer.alloc(10 * 1024 * 1024 + 1, ' ');
const NOT_UTF8 = Buffer.from([0x22, 0xc3, 0x28, 0x22]);

/** Records that are none: what is wrong, the record, and the status and code of its problem. */
export const malformed: readonly (readonly [string, Parts, number, string])[] = [
  ['a tombstone', binary({}, { value: null }), 400, 'emptyRecord'],
  ['an empty value', binary({}, { value: utf8('') }), 400, 'emptyRecord'],
  ['JSON without attributes', binary({}, { headers: [] }), 400, 'notACloudEvent'],
  ['an envelope without its content type', structured({}, { headers: [] }), 400, 'notACloudEvent'],
  ['no specversion', binary({ specversion: undefined }), 400, 'attributeMissing'],
  ['no id', binary({ id: undefined }), 400, 'attributeMissing'],
  ['an empty id', binary({ id: '' }), 400, 'attributeMissing'],
  ['no source', structured({ source: undefined }), 400, 'attributeMissing'],
  ['no type', structured({ type: undefined }), 400, 'attributeMissing'],
  ['another specversion', binary({ specversion: '0.3' }), 400, 'unsupportedSpecVersion'],
  ['another specversion, structured', structured({ specversion: '2.0' }), 400, 'unsupportedSpecVersion'],
  ['an id that is not UTF-8', replaced(binary(), 'ce_id', NOT_UTF8), 400, 'invalidAttribute'],
  ['a header without a value', replaced(binary(), 'ce_id'), 400, 'attributeMissing'],
  ['two ids', replaced(binary(), 'ce_id', utf8('1'), utf8('2')), 400, 'duplicateHeader'],
  [
    'two content types',
    replaced(binary(), 'content-type', utf8('text/csv'), utf8('application/json')),
    400,
    'duplicateHeader',
  ],
  ['an id that is a number', envelope({ ...attributes, id: 7 }), 400, 'invalidAttribute'],
  ['an unknown type', binary({ type: 'com.example.deal' }), 400, 'unknownType'],
  ["another topic's type", binary({ type: 'streakline.record-bars.v1' }), 400, 'unknownType'],
  ['XML', replaced(binary(), 'content-type', utf8('application/xml')), 415, 'unsupportedMediaType'],
  [
    'JSON in Latin-1',
    replaced(binary(), 'content-type', utf8('application/json; charset=latin1')),
    415,
    'unsupportedMediaType',
  ],
  [
    'Avro in structured mode',
    replaced(structured(), 'content-type', utf8('application/cloudevents+avro')),
    415,
    'unsupportedMediaType',
  ],
  [
    'a batch',
    replaced(structured(), 'content-type', utf8('application/cloudevents-batch+json')),
    415,
    'unsupportedMediaType',
  ],
  [
    'other data in structured mode',
    envelope({ ...attributes, datacontenttype: 'text/csv' }),
    415,
    'unsupportedMediaType',
  ],
  ['an envelope that is a list', structured({}, { value: utf8('[]') }), 400, 'invalidEnvelope'],
  ['data twice', envelope({ ...attributes, data: {}, data_base64: '' }), 400, 'invalidEnvelope'],
  ['data that is not Base64', envelope({ ...attributes, data_base64: '*' }), 400, 'invalidEnvelope'],
  ['data that is not UTF-8', binary({}, { value: NOT_UTF8 }), 415, 'notUtf8'],
  ['an envelope that is not UTF-8', structured({}, { value: NOT_UTF8 }), 415, 'notUtf8'],
  ['data that is not JSON', binary({}, { value: utf8('{"kind": }') }), 400, 'malformedJson'],
  ['an envelope that is not JSON', structured({}, { value: utf8('{"id" 1}') }), 400, 'malformedJson'],
  ['more than 10 MB', binary({}, { value: manyMegabytes }), 413, 'bodyTooLarge'],
  ['more than 10 MB, structured', structured({}, { value: manyMegabytes }), 413, 'bodyTooLarge'],
  ['no subject where one is needed', binary({ type: 'streakline.retract.v1' }), 400, 'subjectMissing'],
  [
    'a subject that is not storable',
    structured({ type: 'streakline.amend.v1', subject: 'a\0' }),
    400,
    'invalidAttribute',
  ],
  ['no data', structured({ data: undefined }), 422, 'invalidBody'],
  ['data that the schema refuses', binary({ data: { kind: 'deal' } }), 422, 'invalidBody'],
  ['text that is not storable', binary({ data: { ...anAnnouncement, headline: 'a\0' } }), 422, 'invalidBody'],
  ['data as a text of JSON', structured({ data: JSON.stringify(anAnnouncement) }), 422, 'invalidBody'],
];
