import type { EdgarPlan } from '@streakline/edgar';
import type { ImportedEdgar, ImportedIssuer, Tally } from '@streakline/edgar-import';

const MOST_SHOWN = 20;
const MOST_FORMS = 8;

/** The summary for people. */
export function edgarText({ issuers, refused, ignoredFiles }: ImportedEdgar, dryRun: boolean, seconds: number): string {
  const lines = [
    ...issuers.flatMap((issuer) => issuerLines(issuer, dryRun)),
    ...shortened(refused.map(({ where, reason }) => `not taken: ${where}: ${reason}`)),
    ...(ignoredFiles === 0 ? [] : [`${number(ignoredFiles)} files bear no name of EDGAR's and were not looked at.`]),
    `${dryRun ? 'Dry run, nothing was recorded: ' : ''}${number(issuers.length)} issuer${issuers.length === 1 ? '' : 's'} in ${seconds.toFixed(1)} s.`,
  ];
  return `${lines.join('\n')}\n`;
}

function issuerLines(issuer: ImportedIssuer, dryRun: boolean): readonly string[] {
  const { name, cik, instruments, plan, refused, notes } = issuer;
  const refs = instruments.map(({ mic, symbol }) => `${mic}:${symbol}`).join(', ');
  const told = (tally: Tally, planned: number) => (dryRun ? `${number(planned)} to record` : tallyText(tally));
  return [
    `${name} (CIK ${cik}): ${refs}`,
    `  announcements: ${told(issuer.announcements, plan.announcements.length)}${kindsText(plan)}`,
    ...(plan.amendments.length === 0 ? [] : [`  amendments: ${told(issuer.amendments, plan.amendments.length)}`]),
    `  share counts: ${told(issuer.shareCounts, plan.counts.length)}`,
    ...timesText(plan),
    ...otherFormsText(plan),
    ...shortened(notes).map((note) => `  note: ${note}`),
    ...shortened(refused.map(({ where, reason }) => `${where}: ${reason}`)).map((line) => `  refused: ${line}`),
  ];
}

function tallyText({ recorded, before, corrected }: Tally): string {
  const parts = [`${number(recorded)} recorded`, `${number(before)} known before`];
  return [...parts, ...(corrected === 0 ? [] : [`${number(corrected)} put right by a surer time`])].join(', ');
}

function kindsText({ announcements }: EdgarPlan): string {
  const counts = new Map<string, number>();
  for (const { kind } of announcements) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (counts.size === 0) return '';
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return ` (${sorted.map(([kind, count]) => `${number(count)} ${kind}`).join(', ')})`;
}

/** How sure the moments are, and what speaks for the reading of the submissions file. */
function timesText({ times, conflicts, evidence }: EdgarPlan): readonly string[] {
  const { stated, inferred, likely, dateOnly } = times;
  if (stated + inferred + likely + dateOnly === 0) return [];
  const sure = [
    ...(stated > 0 ? [`${number(stated)} stated`] : []),
    ...(inferred > 0 ? [`${number(inferred)} inferred from EDGAR's hours and dates`] : []),
    ...(likely > 0 ? [`${number(likely)} likely, read as the issuer's other times or as told`] : []),
    ...(dateOnly > 0 ? [`${number(dateOnly)} by date only`] : []),
  ];
  const decided = evidence.newYork + evidence.utc;
  const clocks =
    decided === 0
      ? ''
      : `; of ${number(decided)} filings whose submissions time can be one clock's only, ${number(evidence.newYork)} are New York time and ${number(evidence.utc)} UTC`;
  const shown =
    conflicts === 0 ? '' : `; ${number(conflicts)} with sources that contradict each other (in their \`sources\`)`;
  return [`  times: ${sure.join(', ')}${clocks}${shown}`];
}

function otherFormsText({ otherForms }: EdgarPlan): readonly string[] {
  const forms = Object.entries(otherForms);
  if (forms.length === 0) return [];
  const shown = forms.slice(0, MOST_FORMS).map(([form, count]) => `${number(count)} ${form}`);
  const more = forms.length > MOST_FORMS ? `, and ${number(forms.length - MOST_FORMS)} forms more` : '';
  return [`  left aside: ${shown.join(', ')}${more}`];
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_SHOWN) return lines;
  return [...lines.slice(0, MOST_SHOWN), `and ${number(lines.length - MOST_SHOWN)} more (--json names them all)`];
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

/** The same for programs, with every filing. */
export function edgarDocument(imported: ImportedEdgar, dryRun: boolean, seconds: number): object {
  const issuers = imported.issuers.map(({ plan, refused, notes, ...issuer }) => ({
    ...issuer,
    ...{ refused, notes },
    times: plan.times,
    conflicts: plan.conflicts,
    clockEvidence: plan.evidence,
    otherForms: plan.otherForms,
    filings: [...plan.announcements, ...plan.amendments],
    covers: plan.counts,
  }));
  const { refused, ignoredFiles, position } = imported;
  return { dryRun, issuers, refused, ignoredFiles, position, seconds };
}
