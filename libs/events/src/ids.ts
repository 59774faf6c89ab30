import { v5 } from 'uuid';

/** `ins_` and 32 hex digits. Stable for ever: renaming the ticker does not change it. */
export type InstrumentId = `ins_${string}`;
/** `ann_` and 32 hex digits. */
export type AnnouncementId = `ann_${string}`;
/** `amd_` and 32 hex digits. */
export type AmendmentId = `amd_${string}`;
/** `art_` and 32 hex digits. */
export type ArticleId = `art_${string}`;

// Drawn once at random; changing it would change every id derived from a natural key.
const NAMESPACE = '5f1d6c1e-6b1b-4f0e-9a53-2f6a4a3f9d11';

/**
 * A deterministic id (UUID version 5, RFC 9562) of a natural key, so that saying the same thing twice, even to two
 * processes at once, names one thing.
 */
export function idOf<Prefix extends 'ins' | 'ann' | 'amd' | 'art'>(
  prefix: Prefix,
  naturalKey: readonly unknown[],
): `${Prefix}_${string}` {
  return `${prefix}_${uuidOf([prefix, ...naturalKey]).replaceAll('-', '')}`;
}

/** A deterministic UUID (version 5) of the JSON form of `parts`. */
export function uuidOf(parts: readonly unknown[]): string {
  return v5(JSON.stringify(parts), NAMESPACE);
}

export function isInstrumentId(text: string): text is InstrumentId {
  return /^ins_[0-9a-f]{32}$/.test(text);
}

export function isAnnouncementId(text: string): text is AnnouncementId {
  return /^ann_[0-9a-f]{32}$/.test(text);
}

export function isAmendmentId(text: string): text is AmendmentId {
  return /^amd_[0-9a-f]{32}$/.test(text);
}

export function isArticleId(text: string): text is ArticleId {
  return /^art_[0-9a-f]{32}$/.test(text);
}
