import type { RowOf } from '@streakline/client';
import { useEffect, useState } from 'react';
import { useAnswer } from '../../api/answers';
import { withQuery } from '../../api/moment';
import { announcementHref, instrumentHref } from '../../ui/link';

/** Keys typed faster than this are one question. */
const PAUSE_MS = 90;
const INSTRUMENTS = 6;
const ANNOUNCEMENTS = 5;

export type FoundOption =
  | { readonly href: string; readonly instrument: RowOf<'/v1/instruments'> }
  | { readonly href: string; readonly announcement: RowOf<'/v1/announcements'> }
  | { readonly href: string; readonly words: string };

export interface Found {
  /** Instruments, then announcements, then the list of all that the words find. */
  readonly options: readonly FoundOption[];
  readonly isPending: boolean;
  readonly error: unknown;
}

/** What the words find at the moment in force. */
export function useFound(text: string, enabled: boolean): Found {
  const words = useSettled(text.trim());
  const isAsked = { enabled: enabled && words !== '' };
  const instruments = useAnswer('/v1/instruments', { query: { q: words, limit: INSTRUMENTS } }, isAsked);
  const announcements = useAnswer(
    '/v1/announcements',
    { query: { q: words, order: 'newest', limit: ANNOUNCEMENTS } },
    isAsked,
  );
  const options: FoundOption[] = [];
  for (const instrument of useLast(instruments.data)?.data ?? [])
    options.push({ href: instrumentHref(instrument.ref), instrument });
  for (const announcement of useLast(announcements.data)?.data ?? [])
    options.push({ href: announcementHref(announcement.id), announcement });
  if (text.trim() !== '') options.push({ href: listHref(text.trim()), words: text.trim() });
  const isPending = words !== text.trim() || instruments.isFetching || announcements.isFetching;
  return { options, isPending, error: instruments.error ?? announcements.error };
}

/** The newest answer there was: what was found last stays until more is known. */
function useLast<T>(answer: T | undefined): T | undefined {
  const [last, setLast] = useState(answer);
  if (answer !== undefined && answer !== last) setLast(answer);
  return answer ?? last;
}

function listHref(words: string): string {
  return withQuery('/', new URLSearchParams({ q: words }));
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
