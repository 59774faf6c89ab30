import type { RawEvent } from '@streakline/event-store';
import { instantText } from './instant-text';

/** Texts of which JSON escapes nothing, for certain. */
const PLAIN = /^[ !#-[\]-\ud7ff]*$/;

/** An event as it is told to others: one line of JSON, without the line's end. Its data passes as it was stored. */
export function eventLine(event: RawEvent): string {
  const { position, id, streamId, streamVersion, type, typeVersion, knownAt, recordedAt } = event;
  const { keys, correlationId, causationId, json } = event;
  return (
    `{"position":${position},"id":"${id}","streamId":${text(streamId)},"streamVersion":${streamVersion}` +
    `,"type":${text(type)},"typeVersion":${typeVersion}` +
    `,"knownAt":"${instantText(knownAt)}","recordedAt":"${instantText(recordedAt)}","keys":${keysText(keys)}` +
    `,"correlationId":"${correlationId}","causationId":${causationId === null ? 'null' : `"${causationId}"`}` +
    `,"data":${json}}`
  );
}

/** The keys as a list in JSON. */
export function keysText(keys: readonly string[]): string {
  return keys.length === 0 ? '[]' : `[${keys.map(text).join(',')}]`;
}

/** A text in JSON; most hold nothing to escape, and to look is quicker than to write. */
function text(value: string): string {
  return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
}
