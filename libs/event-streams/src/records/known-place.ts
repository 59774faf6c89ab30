import type { KnownPlace } from '@streakline/event-store';
import { instantText } from './instant-text';

const PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z)~(\d{1,16})$/;

/** A place in the order of knownAt as a text: `2026-02-27T21:00:00.000Z~1234`, the knownAt and the position of the last record. */
export function placeText({ knownAt, position }: KnownPlace): string {
  return `${instantText(knownAt)}~${position}`;
}

/** The place that a text names; undefined where it names none. */
export function readPlace(text: string): KnownPlace | undefined {
  const [, instant = '', position = ''] = PLACE.exec(text) ?? [];
  const knownAt = Date.parse(instant);
  return Number.isNaN(knownAt) ? undefined : { knownAt, position: Number(position) };
}
