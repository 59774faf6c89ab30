import type { CoverCount } from '../facts/read-share-counts';
import type { Filing } from '../submissions/filing';
import type { FilingTime } from '../times/filing-time';
import type { PlannedCount } from './plan';

/** The counts of covers, each known from when its filing was public. */
export function plannedCounts(
  counts: readonly CoverCount[],
  timeOf: (accession: string) => FilingTime | undefined,
): readonly PlannedCount[] {
  return counts.map(({ accession, form, countedOn, shares, shareClass, symbol, filedOn }) => {
    const at = timeOf(accession)?.at;
    return {
      accession,
      form,
      countedOn,
      shares,
      ...(shareClass === undefined ? {} : { shareClass }),
      ...(symbol === undefined ? {} : { symbol }),
      filed: at === undefined ? { filedOn } : { filedAt: new Date(at).toISOString() },
    };
  });
}

/** A cover counts shares in units, thousands or by mistake: so great a step is worth a look. */
const SUSPECT_STEP = 50;

/** What a reader should know of the counts: those that are missing, and those that jump. */
export function notesOnCounts(
  { counts, hasFacts }: { readonly counts: readonly CoverCount[]; readonly hasFacts: boolean },
  filings: readonly Filing[],
): readonly string[] {
  if (!hasFacts && counts.length === 0) {
    return [
      'share counts: there is no companyfacts file of the issuer (companyfacts/CIK##########.json), and no cover.',
    ];
  }
  return [...missingNote(counts, filings), ...jumps(counts)];
}

const REPORTS = new Set(['10-K', '10-Q', '20-F', '40-F']);

/** companyfacts holds no facts with dimensions, and a cover that counts by class has nothing else. */
function missingNote(counts: readonly CoverCount[], filings: readonly Filing[]): readonly string[] {
  const latest = filings.filter(({ form }) => REPORTS.has(form)).at(-1);
  // Facts in XBRL began in 2009 with the largest issuers, and in 2011 for all.
  if (latest === undefined || latest.filedOn < '2011-07-01') return [];
  if (counts.some(({ accession }) => accession === latest.accession)) return [];
  const last = counts.at(-1);
  const until = last === undefined ? 'no filing' : `none after ${last.form} ${last.accession} of ${last.filedOn}`;
  const why = 'companyfacts has none of an issuer that counts its classes one by one';
  return [
    `share counts: ${until} has one, though ${latest.form} ${latest.accession} of ${latest.filedOn} is there. ${why}: put the cover of the filing (its XBRL, <accession>_htm.xml) into the folder.`,
  ];
}

function jumps(counts: readonly CoverCount[]): readonly string[] {
  return counts.flatMap((count, index) => {
    const before = counts[index - 1];
    if (before === undefined || before.shareClass !== count.shareClass) return [];
    const step = Math.max(count.shares / before.shares, before.shares / count.shares);
    if (step < SUSPECT_STEP) return [];
    return [
      `share counts: ${count.shares} in ${count.accession} after ${before.shares} in ${before.accession}: the cover may count in thousands, or there was a split.`,
    ];
  });
}
