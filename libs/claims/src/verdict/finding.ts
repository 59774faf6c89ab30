import type { ReadingCode } from './reading';
import type { ClaimPart, Elsewhere, Found, JudgedReading, PartVerdict, Stated, Tolerance, Verdict } from './verdict';

/** What one reading of one part comes to. The first of a part is the one that the words mean first. */
export interface Finding {
  readonly reading: readonly ReadingCode[];
  readonly verdict: Verdict;
  readonly why: string;
  readonly stated?: Stated | null;
  readonly found?: Found | null;
  readonly tolerance?: Tolerance | null;
  readonly missing?: string;
  readonly elsewhere?: Elsewhere | undefined;
}

export function uncheckable(missing: string, why: string, reading: readonly ReadingCode[] = []): Finding {
  return { reading, verdict: 'uncheckable', why, missing };
}

/**
 * A part from its readings: once where they agree, once for each verdict where they do not. A reading that lacks what it
 * needs is no admissible one while another has it.
 */
export function partOf(part: ClaimPart, findings: readonly Finding[]): readonly PartVerdict[] {
  const checkable = findings.filter(({ verdict }) => verdict !== 'uncheckable');
  const admissible = checkable.length > 0 ? checkable : findings.slice(0, 1);
  const found = [...new Set(admissible.map(({ verdict }) => verdict))];
  return found.flatMap((verdict) => {
    const group = admissible.filter((finding) => finding.verdict === verdict);
    const [first] = group;
    return first === undefined ? [] : [partVerdict(part, first, found.length > 1 ? inCommon(group, admissible) : [])];
  });
}

export function readingsOf(part: ClaimPart, findings: readonly Finding[]): readonly JudgedReading[] {
  return findings.map(({ reading, verdict, found }) => ({ part, reading, verdict, found: found ?? null }));
}

/** What all readings of a group have chosen, and not all readings have. */
function inCommon(group: readonly Finding[], all: readonly Finding[]): readonly ReadingCode[] {
  const shared = (findings: readonly Finding[], code: ReadingCode) =>
    findings.every(({ reading }) => reading.includes(code));
  const codes = group[0]?.reading ?? [];
  const telling = codes.filter((code) => shared(group, code) && !shared(all, code));
  return telling.length > 0 ? telling : codes.filter((code) => !shared(all, code));
}

function partVerdict(part: ClaimPart, finding: Finding, reading: readonly ReadingCode[]): PartVerdict {
  const { verdict, why, stated = null, found = null, tolerance = null, missing, elsewhere } = finding;
  return {
    ...{ part, verdict },
    ...(reading.length === 0 ? {} : { reading }),
    ...{ why, stated, found, tolerance },
    ...(missing === undefined ? {} : { missing }),
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
}
