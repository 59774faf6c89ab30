import type { Claim, StatedFigure } from '@streakline/events';
import { idOf } from '@streakline/events';
import { type ClaimContext, readClaims, type ReadClaim, readTextOf } from '@streakline/article-reading';

const quillon = idOf('ins', ['spec', 'QLN']);
const marbeck = idOf('ins', ['spec', 'MBK']);
const names: Readonly<Record<string, string>> = { [quillon]: 'Quillon', [marbeck]: 'Marbeck' };

/** An article on Quillon that also names Marbeck and Tessaly (private), published on Friday evening, 2026-02-27, in New York. */
export const fridayEvening: ClaimContext = {
  published: { at: '2026-02-27T22:38:00Z' },
  zone: 'America/New_York',
  instruments: [
    { instrumentId: quillon, names: ['Quillon Systems, Inc.'], tickers: ['QLN'], mic: 'XNAS', currency: 'USD' },
    { instrumentId: marbeck, names: ['Marbeck Corporation'], tickers: ['MBK'], mic: 'XNYS', currency: 'USD' },
  ],
  mentions: [
    { name: 'Quillon', instrumentId: quillon },
    { name: 'Tessaly', instrumentId: null },
  ],
};

/** The claims of sentences (of one paragraph), each as one line: see `inWords`. */
export function read(text: string, context: ClaimContext = fridayEvening): string[] {
  return claimsOf(text, context).map(({ claim }) => inWords(claim));
}

export function claimsOf(text: string, context: ClaimContext = fridayEvening): ReadClaim[] {
  return readClaims(readTextOf([text]), context);
}

/** "Quillon down | length 9 days | following earnings 2026-02-05 | price 0.01 close | session 2026-02-27". */
export function inWords(claim: Claim): string {
  const { subject, direction, length, relation, change, level, record, span } = claim;
  const who = 'name' in subject ? `(${subject.name})` : (names[subject.instrumentId] ?? subject.instrumentId);
  const parts = [
    direction === undefined ? who : `${who} ${direction}`,
    length && `length ${figure(length.figure)} ${length.unit}`,
    change && `${change.of} ${figure(change.figure)}${change.currency ? ` ${change.currency}` : ''} ${change.measured}`,
    level && `${level.of} ${level.relation} ${figure(level.figure)} ${level.currency ?? ''}`,
    record && `${record.of} since ${record.since ?? 'ever'}`,
    relation && tie(relation),
    span && spanInWords(span),
  ];
  return parts.filter((part) => part !== undefined).join(' | ');
}

function tie({ is, announcement: { kind, on }, causal }: NonNullable<Claim['relation']>): string {
  return [is, causal ? 'because of' : '', kind ?? '', on ?? ''].filter((word) => word !== '').join(' ');
}

function figure({ value, wording, resolution }: StatedFigure): string {
  return `${wording === 'plain' ? '' : `${wording} `}${value}±${resolution}`;
}

function spanInWords(span: NonNullable<Claim['span']>): string {
  switch (span.is) {
    case 'session':
      return `on ${span.on}`;
    case 'range':
      return `${span.from}..${span.to}`;
    case 'since':
      return `since ${span.from}`;
    case 'sinceAnnouncement':
      return `since ${[span.announcement.kind, span.announcement.on].filter(Boolean).join(' ')}`;
    case 'lastSessions':
      return `last ${span.sessions} ${span.unit ?? 'session'}`;
    case 'streakOf':
      return `of ${span.claimId}`;
  }
}
