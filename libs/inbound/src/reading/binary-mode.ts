import { readJson, unstorableText } from '@streakline/web-api';
import { readAttributes } from './attributes';
import type { CloudEvent } from './cloud-event';
import type { HeaderOf } from './headers';
import { requireJson } from './media-type';

/** An event whose attributes are headers and whose data is the value (CloudEvents Kafka binding 1.0.2, 3.2). */
export function readBinary(header: HeaderOf, value: Buffer): CloudEvent {
  return {
    ...readAttributes((name) => header(`ce_${name}`)),
    data: () => {
      requireJson(header('content-type'));
      const data = readJson(value);
      const problem = unstorableText(value, data);
      if (problem !== undefined) throw problem;
      return data;
    },
  };
}
