import { ProblemException } from '@streakline/web-api';

/*
 * What can be wrong with a record before its data is looked at. HTTP has no such thing, so these codes are of this lib;
 * from the data on, codes and words are HTTP's.
 */

/** A tombstone, or nothing at all. */
export function emptyRecord(): ProblemException {
  const detail = 'The record has no value. Nothing is deleted by a tombstone here: send a CloudEvent with data.';
  return new ProblemException(400, { code: 'emptyRecord', detail });
}

export function notACloudEvent(types: readonly string[], looksLikeOne: boolean): ProblemException {
  const how = looksLikeOne
    ? 'Its value looks like one: send it with the header content-type: application/cloudevents+json.'
    : `Send the value again with the headers ce_specversion: 1.0, ce_id, ce_source, ce_type (${types.join(' or ')}) and content-type: application/json.`;
  return new ProblemException(400, { code: 'notACloudEvent', detail: `The record is not a CloudEvent. ${how}` });
}

export function attributeMissing(name: string): ProblemException {
  const detail = `The CloudEvents attribute ${name} is missing or empty. Give it a value.`;
  return new ProblemException(400, { code: 'attributeMissing', detail });
}

export function invalidAttribute(name: string, what: string): ProblemException {
  return new ProblemException(400, {
    code: 'invalidAttribute',
    detail: `The CloudEvents attribute ${name} ${what}.`,
  });
}

export function duplicateHeader(name: string): ProblemException {
  const detail = `The header ${name} comes more than once, with different values. Send one.`;
  return new ProblemException(400, { code: 'duplicateHeader', detail });
}

export function unsupportedSpecVersion(version: string): ProblemException {
  const detail = `CloudEvents ${JSON.stringify(version)} is not read here. Send version 1.0.`;
  return new ProblemException(400, { code: 'unsupportedSpecVersion', detail });
}

export function unsupportedMediaType(given: string): ProblemException {
  const how = /^application\/cloudevents-batch/i.test(given)
    ? 'Send each event of a batch as a record of its own.'
    : 'Send JSON in UTF-8: application/json in binary mode, application/cloudevents+json in structured mode.';
  return new ProblemException(415, {
    code: 'unsupportedMediaType',
    detail: `The content type ${JSON.stringify(given)} is not read here. ${how}`,
  });
}

/** The value of a record in structured mode is JSON, and not the JSON that an event is. */
export function invalidEnvelope(what: string): ProblemException {
  const detail = `The value is not a CloudEvent in structured mode: ${what}.`;
  return new ProblemException(400, { code: 'invalidEnvelope', detail });
}

export function unknownType(type: string, types: readonly string[]): ProblemException {
  const detail = `The type ${JSON.stringify(type)} is unknown on this topic. It takes ${types.join(', ')}.`;
  return new ProblemException(400, { code: 'unknownType', detail });
}

export function subjectMissing(type: string, what: string): ProblemException {
  const detail = `${type} needs the CloudEvents attribute subject: ${what}.`;
  return new ProblemException(400, { code: 'subjectMissing', detail });
}
