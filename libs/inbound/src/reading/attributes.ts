import type { CloudEvent } from './cloud-event';
import { attributeMissing, unsupportedSpecVersion } from './problems';

const SPEC_VERSION = '1.0';

/** Looks an attribute up by its name; undefined where the event has none. Throws where its value is no text. */
export type Attribute = (name: string) => string | undefined;

/** The attributes that every event has, and the two others that mean something here. */
export function readAttributes(attribute: Attribute): Omit<CloudEvent, 'data'> {
  const required = (name: string) => {
    const value = attribute(name);
    if (value === undefined || value === '') throw attributeMissing(name);
    return value;
  };
  const version = required('specversion');
  if (version !== SPEC_VERSION) throw unsupportedSpecVersion(version);
  return {
    id: required('id'),
    source: required('source'),
    type: required('type'),
    subject: attribute('subject'),
    correlationId: attribute('correlationid'),
  };
}
