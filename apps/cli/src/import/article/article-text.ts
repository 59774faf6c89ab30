import type { ArticleAnswer, ProposalAnswer } from '@streakline/read-models';

type JudgedClaim = ArticleAnswer['claims'][number];
type Amount = ProposalAnswer['amounts'][number];

/** A report for people: every claim, the verdict, one sentence why; and the announcements that it tells. */
export function articleText(article: ArticleAnswer, said: 'now' | 'before'): string {
  const when = article.publishedAt ?? article.publishedOn ?? '';
  const lines = [
    article.title,
    [article.publisher, `published ${when}`, article.url].filter((part) => part !== undefined).join(', '),
    `${article.id}, ${said === 'now' ? 'recorded now' : 'on record before'}`,
    '',
    ...claimLines(article.claims),
    '',
    ...proposalLines(article.proposals),
    '',
    ...mentionLines(article),
  ];
  return `${lines.join('\n')}\n`;
}

function claimLines(claims: readonly JudgedClaim[]): string[] {
  if (claims.length === 0) return ['Claims about a tape: none was found.'];
  return ['Claims', ...claims.flatMap(linesOf)];
}

function linesOf({ claim, state, instrument, atPublication, now }: JudgedClaim): string[] {
  const whose = instrument ?? ('name' in claim.subject ? claim.subject.name : claim.subject.instrumentId);
  const head = `  ${claim.id}  ${whose}: ${claim.quotation === undefined ? 'added by hand' : `"${claim.quotation.text}"`}`;
  if (atPublication === null || now === null) return [head, '      withdrawn'];
  const told = state === 'read' ? '' : ` (${state})`;
  const first = `      ${atPublication.verdict.toUpperCase()}${told}: ${atPublication.why}`;
  if (atPublication.verdict === now.verdict && atPublication.why === now.why) return [head, first];
  return [head, `${first} (as known then)`, `      now ${now.verdict.toUpperCase()}: ${now.why}`];
}

function proposalLines(proposals: readonly ProposalAnswer[]): string[] {
  if (proposals.length === 0) return ['Announcements: it tells none.'];
  return ['Announcements', ...proposals.flatMap(proposed)];
}

function proposed(proposal: ProposalAnswer): string[] {
  const { id, kind, headline, announcedAt, announcedOn, timing, state, onRecord = [], announcementId } = proposal;
  const when = announcedAt ?? [announcedOn, timing].filter((part) => part !== undefined).join(' ');
  const like = onRecord.length === 0 ? '' : `; on record may be ${onRecord.join(', ')}`;
  return [
    `  ${id}  ${when} ${kind}: ${headline} (${announcementId ?? state}${state === 'proposed' ? like : ''})`,
    ...proposal.amounts.map((amount) => `      ${amountText(amount)}`),
  ];
}

function amountText({ label, value, currency, certainty, condition, deadline }: Amount): string {
  const sum = `${currency} ${value.toLocaleString('en-US')}`;
  const until = deadline === undefined ? '' : `, until ${deadline}`;
  return `${label}: ${sum}, ${certainty}${until}${condition === undefined ? '' : `: ${condition}`}`;
}

function mentionLines({ mentions }: ArticleAnswer): string[] {
  const onRecord = mentions.filter(({ instrument }) => instrument !== null).map(({ instrument }) => instrument);
  const others = mentions.filter(({ instrument }) => instrument === null).map(({ name }) => name);
  return [
    `Mentions on record: ${onRecord.join(', ') || 'none'}`,
    ...(others.length === 0 ? [] : [`Not on record: ${others.join(', ')}`]),
  ];
}
