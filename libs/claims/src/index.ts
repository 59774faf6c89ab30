/**
 * What a source said about the tape, held against the tape. Pure: no clock, no I/O.
 *
 * `judge` splits a claim into parts (direction, length, span, relation, amount, record, level) and says of each whether
 * the tape supports it, contradicts it or cannot tell; `claimReport` says it to people. Cut the tape at the article's
 * moment for the verdict at publication, or leave it whole for the one now. Of the Amazon case (test/amazon-2026.spec.ts
 * runs this example):
 *
 *     judge(nineDaysStraightAfterTheReport, { known, published: { at: '2026-02-27T22:38:27Z' }, claims });
 *     // { verdict: 'partly', parts: [
 *     //   { part: 'direction', verdict: 'supported' }, { part: 'length', verdict: 'supported' },
 *     //   { part: 'relation', verdict: 'contradicted', why: '3 of 9 sessions (2026-02-03, ...) came before day 0, ...' } ] }
 */
export { judge } from './judge';
export type { Judging, NamedTape } from './stage/judging';
export * from './verdict/verdict';
export { type ReadingCode, readingCodes, readingWords } from './verdict/reading';
export { ROUGHLY, toleranceOf, toleranceTable } from './figures/tolerance';
export { claimReport, type ClaimReport } from './report/claim-report';
