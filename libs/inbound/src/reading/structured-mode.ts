import { readJson, unstorableText } from '@streakline/web-api';
import { readAttributes } from './attributes';
import type { CloudEvent } from './cloud-event';
import { requireJson } from './media-type';
import { invalidAttribute, invalidEnvelope } from './problems';

type Envelope = Readonly<Record<string, unknown>>;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * An event whole in the value (CloudEvents 1.0, JSON event format). What points into the data counts from the data, as
 * in binary mode.
 */
export function readStructured(value: Buffer): CloudEvent {
  const envelope = readJson(value);
  if (!isObject(envelope)) throw invalidEnvelope('it is no JSON object');
  const attribute = (name: string) => {
    const given = Object.hasOwn(envelope, name) ? envelope[name] : undefined;
    // The JSON format lets a producer write an unset attribute as null.
    if (given === undefined || given === null) return undefined;
    if (typeof given === 'string') return given;
    throw invalidAttribute(name, 'is no text: write it as a JSON string');
  };
  return { ...readAttributes(attribute), data: () => readData(envelope, attribute('datacontenttype'), value) };
}

function readData(envelope: Envelope, contentType: string | undefined, value: Buffer): unknown {
  requireJson(contentType);
  if (!Object.hasOwn(envelope, 'data_base64')) return storable(envelope['data'], value);
  if (Object.hasOwn(envelope, 'data')) throw invalidEnvelope('it has both data and data_base64; send one of them');
  const text = envelope['data_base64'];
  if (typeof text !== 'string' || !BASE64.test(text)) throw invalidEnvelope('its data_base64 is not Base64');
  const bytes = Buffer.from(text, 'base64');
  return storable(readJson(bytes), bytes);
}

function storable(data: unknown, writtenAs: Buffer): unknown {
  const problem = unstorableText(writtenAs, data);
  if (problem !== undefined) throw problem;
  return data;
}

function isObject(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
