import type { CheckReport, DataLint, Decision, FirstLeak, Leak } from '@streakline/backtest';

const LEAKS_SHOWN = 10;
const FINDINGS_SHOWN = 10;

/** What a check found, for people. */
export function checkText(report: CheckReport, lint: DataLint): string {
  return [...verdict(report), ...leaksOf(report), '', ...lintLines(lint), ''].join('\n');
}

function verdict({ state, decisions, cuts, cutsLeft, runs, first, failure }: CheckReport): readonly string[] {
  const left = cutsLeft === 0 ? '' : ` (${cutsLeft} more were left out: the time was up)`;
  const made = `${decisions} decisions, ${cuts.length} cuts${left}, ${runs} runs`;
  if (first !== null) return [`LEAK: the strategy knows the future (${made}).`, '', ...firstLines(first)];
  if (state === 'failed' && failure !== null) {
    return [
      `The strategy failed at ${at(failure.at)}, in ${failure.handler}: ${failure.message}`,
      `Up to there no leak (${made}).`,
    ];
  }
  return [`No leak found: before every cut the strategy decided the same (${made}).`];
}

function firstLines(leak: FirstLeak): readonly string[] {
  const { moment, date, handler, ref, inWhole, inCut, cutAt, cutFailure, knowsFrom, news } = leak;
  const where = [at(moment), ...(date === null ? [] : [`session ${date}`]), handler, ref].join(', ');
  return [
    `First at ${where}:`,
    `  on the whole log       ${decision(inWhole)}`,
    `  cut at ${at(cutAt)}  ${cutFailure === null ? decision(inCut) : `failed: ${cutFailure.message}`}`,
    ...(knowsFrom === null
      ? []
      : [
          `  It decides so only once it knows what became public at ${at(knowsFrom)}:`,
          ...news.map(({ ref: of, what, position }) => `    ${of}: ${what} (position ${position})`),
        ]),
  ];
}

function leaksOf({ leaks, first }: CheckReport): readonly string[] {
  const others = leaks.filter(({ moment, ref }) => moment !== first?.moment || ref !== first.ref);
  if (others.length === 0) return [];
  const shown = others.slice(0, LEAKS_SHOWN).map((leak) => `  ${told(leak)}`);
  const more = others.length > shown.length ? [`  and ${others.length - shown.length} more`] : [];
  return ['', 'Other cuts showed:', ...shown, ...more];
}

function told({ moment, handler, ref, inWhole, inCut }: Leak): string {
  return `${at(moment)} ${handler} ${ref}: ${decision(inWhole)}; cut: ${decision(inCut)}`;
}

function decision(made: Decision | null): string {
  if (made === null) return 'no decision';
  const { kind, ref, asked, auction, orderId } = made;
  if (kind === 'cancel') return `withdrew order ${orderId} of ${ref}`;
  const [[how, much] = ['', '']] = Object.entries(asked);
  return `ordered ${how} ${String(much)} of ${ref} at the ${auction}`;
}

function lintLines({ instruments, bars, findings, more, lateness }: DataLint): readonly string[] {
  const { facts, recordedLate, share, afterDays } = lateness;
  const late = share === null ? 'no facts' : `${(share * 100).toFixed(1)}% (${recordedLate} of ${facts})`;
  const shown = findings
    .slice(0, FINDINGS_SHOWN)
    .map(({ severity, kind, ref, session, lastSession, position, message }) => {
      const sessions = session === lastSession ? session : `${session} to ${lastSession}`;
      return `  ${severity} ${kind} ${ref} ${sessions}, position ${position}: ${message}`;
    });
  const hidden = findings.length - shown.length + more;
  return [
    `Data: ${bars} bars of ${instruments} instruments; recorded more than ${afterDays} days after they were public: ${late}.`,
    ...(findings.length === 0 ? ['No finding.'] : shown),
    ...(hidden === 0 ? [] : [`  and ${hidden} findings more`]),
  ];
}

function at(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
