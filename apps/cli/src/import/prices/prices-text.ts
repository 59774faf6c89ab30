import type { Detection } from '@streakline/price-files';
import type { ImportedFile, PriceImportSummary } from '@streakline/price-import';

const MOST_SHOWN = 20;

/** What a file was taken for, and why, as one line. */
export function detectedLine({ file, title, reasons, bases }: Detection): string {
  const columns = Object.entries(bases);
  const kinds = [...new Set(columns.map(([, basis]) => basis))];
  const prices = kinds.map((basis) => {
    const names = columns.filter(([, its]) => its === basis).map(([name]) => name);
    return `${kinds.length === 1 ? 'prices' : names.join(', ')} ${inWords[basis]}`;
  });
  const why = reasons.map((reason) => reason.replace(/\.$/, '')).join('; ');
  return [`${file}: ${title}`, ...(why === '' ? [] : [why]), ...prices].join('; ');
}

const inWords: Readonly<Record<Detection['bases'][string], string>> = {
  raw: 'as traded',
  splitAdjusted: 'adjusted for splits',
  fullyAdjusted: 'adjusted for splits and dividends',
  unstated: 'of an unstated basis',
};

/** The summary for people. */
export function summaryText(summary: PriceImportSummary, refusedFiles: readonly string[], seconds: number): string {
  const { instruments, rows, bars, splits, dividends, listed, dryRun, position } = summary;
  const lines = [
    `${dryRun ? 'Dry run, nothing was recorded: ' : ''}${count(rows)} rows of ${named(instruments, 'instrument')} in ${seconds.toFixed(1)} s${dryRun ? '' : `, up to position ${position}`}.`,
    `bars: ${count(bars.recorded)} recorded, ${count(bars.revised)} revised, ${count(bars.known)} known before${bars.repeated === 0 ? '' : `, ${count(bars.repeated)} said more than once`}`,
    ...(splits.recorded + splits.known === 0 ? [] : [`splits: ${factText(splits)}`]),
    ...(dividends.recorded + dividends.known === 0 ? [] : [`dividends: ${factText(dividends)}`]),
    ...(listed === 0
      ? []
      : [`${named(listed, 'instrument')} listed that ${listed === 1 ? 'was' : 'were'} not on record`]),
    `basis: ${basisText(summary)}`,
    ...refusedLines(summary, refusedFiles),
  ];
  return `${lines.join('\n')}\n`;
}

function factText({ recorded, known }: PriceImportSummary['splits']): string {
  return `${count(recorded)} recorded, ${count(known)} known before`;
}

/** What was recorded as what, and what the splits said to it. */
function basisText({ files, basisChecks }: PriceImportSummary): string {
  const of = (basis: ImportedFile['basis']) => files.filter((file) => file.basis === basis).length;
  const [raw, adjusted] = [of('raw'), of('splitAdjusted')];
  const kinds = [
    ...(raw === 0 ? [] : [`${named(raw, 'file')} as traded`]),
    ...(adjusted === 0 ? [] : [`${named(adjusted, 'file')} adjusted for splits`]),
  ];
  const { splitsThatAgree, splitsThatTellNothing, seriesThatContradict } = basisChecks;
  const checked =
    splitsThatAgree + seriesThatContradict === 0
      ? `no split ${splitsThatTellNothing === 0 ? 'lies' : 'that tells lies'} in them to check it by`
      : `checked at ${named(splitsThatAgree + seriesThatContradict, 'split')}: ${count(splitsThatAgree)} agree${seriesThatContradict === 0 ? '' : `, ${named(seriesThatContradict, 'series')} refused`}`;
  return kinds.length === 0 ? 'none' : `${kinds.join(', ')}; ${checked}`;
}

function refusedLines({ refused, files }: PriceImportSummary, refusedFiles: readonly string[]): readonly string[] {
  const problems = files.flatMap(({ problem }) => (problem === null ? [] : [problem]));
  const all = Object.entries(refused).sort(([, one], [, other]) => other - one);
  const sum = all.reduce((total, [, number]) => total + number, 0);
  const more = problems.length > MOST_SHOWN ? [`and ${count(problems.length - MOST_SHOWN)} files more`] : [];
  const where = refusedFiles.slice(0, MOST_SHOWN).join(', ');
  const others = refusedFiles.length > MOST_SHOWN ? ` and ${count(refusedFiles.length - MOST_SHOWN)} more` : '';
  return [
    ...problems.slice(0, MOST_SHOWN).map((problem) => `not taken: ${problem}`),
    ...more,
    ...(sum === 0
      ? []
      : [
          `refused: ${count(sum)} (${all.map(([code, number]) => `${code} ${count(number)}`).join(', ')}), named in ${where}${others}`,
        ]),
  ];
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

function named(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 || noun.endsWith('s') ? '' : 's'}`;
}
