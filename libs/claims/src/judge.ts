import type { Claim } from '@streakline/events';
import { amountOf } from './parts/amount';
import { directionOf } from './parts/direction';
import { lengthOf } from './parts/length';
import { levelOf } from './parts/level';
import { recordOf } from './parts/record';
import { relationAside, relationOf } from './parts/relation';
import { spanOf } from './parts/span';
import { NO_EVIDENCE } from './stage/evidence-builder';
import type { Judging } from './stage/judging';
import { Stage } from './stage/stage';
import { type Finding, partOf, readingsOf, uncheckable } from './verdict/finding';
import type { ClaimPart, ClaimVerdict, PartVerdict } from './verdict/verdict';

/**
 * Holds a claim against a tape: part by part, in every admissible reading, by the table of tolerances. Nothing that the
 * article could not know is held against it: figures of its own day count only if that day had closed when it appeared.
 */
export function judge(claim: Claim, judging: Judging): ClaimVerdict {
  const { known } = judging;
  if (known === null || known.sessions.length === 0) return withoutTape(claim, known !== null);
  const stage = new Stage(known, judging);
  const byPart: readonly (readonly [ClaimPart, readonly Finding[]])[] = [
    ['direction', directionOf(stage, claim)],
    ['length', lengthOf(stage, claim)],
    ['span', spanOf(stage, claim)],
    ['relation', relationOf(stage, claim)],
    ['amount', amountOf(stage, claim)],
    ['record', recordOf(stage, claim)],
    ['level', levelOf(stage, claim)],
  ];
  const aside = relationAside(stage, claim);
  const parts = byPart.flatMap(([part, findings]) =>
    part === 'relation' ? [...partOf(part, findings), ...aside.flatMap(asideOf)] : partOf(part, findings),
  );
  const readings = byPart.flatMap(([part, findings]) => readingsOf(part, findings));
  return {
    verdict: wholeOf(parts),
    parts,
    readings: [...readings, ...readingsOf('relation', aside)],
    evidence: stage.evidence.done(),
  };
}

/** A date and a cause are judged beside the order in time, and name themselves. */
function asideOf(finding: Finding): readonly PartVerdict[] {
  return partOf('relation', [finding]).map((part) => ({ ...part, reading: finding.reading }));
}

function wholeOf(parts: readonly PartVerdict[]): ClaimVerdict['verdict'] {
  const [first] = parts;
  if (first === undefined) return 'uncheckable';
  return parts.every(({ verdict }) => verdict === first.verdict) ? first.verdict : 'partly';
}

/** No tape: nothing of it can be checked, and each part says so. */
function withoutTape(claim: Claim, isListed: boolean): ClaimVerdict {
  const { subject } = claim;
  const who = 'name' in subject ? subject.name : subject.instrumentId;
  const missing = isListed ? `bars of ${who}` : `a listing of ${who}, with its bars`;
  const why = isListed
    ? `No bar of ${who} was known then.`
    : `${who} is no instrument on record: there is no tape to hold it against.`;
  const parts = partsOf(claim).flatMap((part) => partOf(part, [uncheckable(missing, why)]));
  const readings = parts.map(({ part, verdict }) => ({ part, reading: [], verdict, found: null }));
  return { verdict: 'uncheckable', parts, readings, evidence: NO_EVIDENCE };
}

function partsOf({ direction, length, relation, change, record, level }: Claim): readonly ClaimPart[] {
  const stated: readonly (readonly [ClaimPart, unknown])[] = [
    ['direction', direction],
    ['length', length],
    ['relation', relation],
    ['amount', change],
    ['record', record],
    ['level', level],
  ];
  return stated.flatMap(([part, value]) => (value === undefined ? [] : [part]));
}
