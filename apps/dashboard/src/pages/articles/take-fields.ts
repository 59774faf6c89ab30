import type { components } from '@streakline/client';
import { momentOf } from '../../shell/moment-of';

export type RecordArticle = components['schemas']['RecordArticle'];

/** Characters that the server reads of an article at most, its marks and addresses among them. */
export const MOST_CHARACTERS = 2_000_000;
/** Bytes of a file that is opened at all. */
export const MOST_BYTES = 8 * 1024 * 1024;

/** The form as it is typed. */
export interface TakeDraft {
  readonly text: string;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly instruments: string;
}

export const EMPTY: TakeDraft = { text: '', url: '', title: '', publisher: '', published: '', instruments: '' };

/** JSON pointers of what the server may refuse, by field of the form. */
export const POINTERS: Readonly<Record<keyof TakeDraft, readonly string[]>> = {
  text: ['/text'],
  url: ['/url'],
  title: ['/title'],
  publisher: ['/publisher'],
  published: ['/publishedAt', '/publishedOn'],
  instruments: ['/instruments'],
};

export type Take =
  | { readonly request: RecordArticle; readonly errors: Partial<Record<keyof TakeDraft, string>> }
  | { readonly request: null; readonly errors: Partial<Record<keyof TakeDraft, string>> };

/** The body of POST /v1/articles; what is left empty the article says itself. */
export function takeOf(draft: TakeDraft): Take {
  const { text, published } = draft;
  const errors: Partial<Record<keyof TakeDraft, string>> = {};
  if (text.trim() === '') errors.text = 'Paste an article, drop a file, or choose one.';
  if (text.length > MOST_CHARACTERS) errors.text = tooLong(text.length);
  const moment = published.trim() === '' ? null : momentOf(published);
  if (moment?.error !== undefined && moment.error !== null) errors.published = moment.error;
  if (Object.keys(errors).length > 0) return { request: null, errors };
  const instruments = draft.instruments.split(/[\s,;]+/).filter((ref) => ref !== '');
  const said = {
    url: draft.url.trim(),
    title: draft.title.trim(),
    publisher: draft.publisher.trim(),
    ...publishedOf(moment?.moment ?? ''),
  };
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
  return { request: { text, ...given, ...(instruments.length > 0 && { instruments }) }, errors };
}

/** A date stays one: nobody knows its time of day. */
function publishedOf(moment: string): { readonly publishedAt?: string; readonly publishedOn?: string } {
  return moment.includes('T') ? { publishedAt: moment } : { publishedOn: moment };
}

export function tooLong(length: number): string {
  const [has, most] = [length, MOST_CHARACTERS].map((count) => count.toLocaleString('en-US'));
  return `This has ${has ?? ''} characters, and at most ${most ?? ''} are read: send the article alone.`;
}
