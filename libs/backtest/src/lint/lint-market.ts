import { unpackFacts } from '@streakline/dossiers';
import type { PackedInstrument } from '../market/market';
import { LATE_AFTER_DAYS, lintDossier, type RecordedAt } from './lint-dossier';
import type { DataLint, LintFinding } from './lint-finding';

const SHOWN = 100;

/**
 * Lints the data that a replay rests on: what no cut of the log can judge, since the log itself says it. Errors come first,
 * then by instrument and position.
 */
export function lintMarket(
  instruments: readonly PackedInstrument[],
  { asRecorded, recordedAt }: { readonly asRecorded: number; readonly recordedAt: RecordedAt },
): DataLint {
  const findings: LintFinding[] = [];
  let [bars, facts, recordedLate] = [0, 0, 0];
  for (const { instrumentId, years } of instruments) {
    const lint = lintDossier(unpackFacts(instrumentId, years), asRecorded, recordedAt);
    findings.push(...lint.findings);
    bars += lint.bars;
    facts += lint.facts;
    recordedLate += lint.recordedLate;
  }
  const barsOf = (wanted: LintFinding['kind']) =>
    findings.reduce((sum, finding) => sum + (finding.kind === wanted ? finding.bars : 0), 0);
  const inOrder = [...findings].sort((a, b) => rank(a) - rank(b));
  return {
    instruments: instruments.length,
    bars,
    counts: { knownBeforeClose: barsOf('knownBeforeClose'), basisAfterKnown: barsOf('basisAfterKnown') },
    findings: inOrder.slice(0, SHOWN),
    more: Math.max(0, inOrder.length - SHOWN),
    lateness: { facts, recordedLate, share: facts === 0 ? null : recordedLate / facts, afterDays: LATE_AFTER_DAYS },
  };
}

function rank({ severity }: LintFinding): number {
  return severity === 'error' ? 0 : 1;
}
