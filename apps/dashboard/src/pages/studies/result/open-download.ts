import type { StreaklineClient } from '@streakline/client';
import type { StudyKind } from '../form/study-types';

/** The study as a whole, or its events one by one. */
export interface Wanted {
  readonly id: string;
  readonly kind: StudyKind;
  readonly what: 'study' | 'events';
}

interface How {
  readonly accept: string;
  readonly signal: AbortSignal;
}

/** Takes an answer of the API as it comes, telling how many bytes there are. */
export async function openDownload(
  client: StreaklineClient,
  wanted: Wanted,
  how: How,
  onBytes: (bytes: number) => void,
): Promise<Blob> {
  const response = await ask(client, wanted, how);
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error('The answer has no body.');
  const parts: BlobPart[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts, { type: how.accept });
    parts.push(value);
    bytes += value.byteLength;
    onBytes(bytes);
  }
}

function ask(client: StreaklineClient, { id: studyId, kind, what }: Wanted, how: How): Promise<Response> {
  const options = { path: { studyId }, ...how };
  if (what === 'events') {
    return kind === 'event'
      ? client.response('/v1/event-studies/{studyId}/events', options)
      : client.response('/v1/streak-studies/{studyId}/events', options);
  }
  return kind === 'event'
    ? client.response('/v1/event-studies/{studyId}', options)
    : client.response('/v1/streak-studies/{studyId}', options);
}

/** 1536 is 1.5 kB. */
export function bytesText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
