import { loadAmazonExample, requestsOf } from '../../../../examples/amazon-2026/load';
import type { Api } from './api';

export interface TypedIn {
  /** Ids of the announcements, in the example's order. */
  readonly announcementIds: readonly string[];
  /** Reading from here on sees all of it. */
  readonly position: number;
  readonly requests: number;
  /** Records on the inbound topics, in place of requests. */
  readonly records: number;
}

/** Types the whole example in, one request after the other, as a person with curl would. */
export async function typeInExample(api: Api): Promise<TypedIn> {
  const requests = requestsOf(loadAmazonExample());
  const announcementIds: string[] = [];
  let position = 0;
  for (const { path, body } of requests) {
    const receipt = await api.post(path, body);
    position = Math.max(position, receipt.position);
    if (path === '/v1/announcements') announcementIds.push(receipt.id);
  }
  return { announcementIds, position, requests: requests.length, records: 0 };
}
