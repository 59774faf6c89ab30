import { writeFile } from 'node:fs/promises';
import { type ModelName, StudyError } from '@streakline/event-study';
import { type StudyDocument, studyHtml, studySvg, studyText } from '@streakline/study-report';
import { exitCodes } from '../../exit-codes';
import { messageOf, UsageError } from '../../failures';
import { print } from '../../output/print';
import { stopSignal } from '../../serve/stop-signal';
import { drive } from '../drive';
import { type ModelAnswer, answerOf } from './answer';
import { readEvents } from './events-file';
import { documentOf } from './file-document';
import type { FileStudyOptions } from './file-options';
import { type FileStudy, putTogether } from './file-study';
import { answerKeys, modelsByOption, modelsThatApply } from './models';
import { jsonPieces } from './json-pieces';
import { readReturns } from './returns-file';
import { type ModelStudy, studyModel } from './study-model';
import { studyWindows } from './study-windows';
import { unansweredLines } from './unanswered-tests';
import { linesOf } from './warnings';

/** Written at a time, in characters. */
const CHUNK = 1 << 16;

/** A study of two CSV files. Figures go to standard output, suspicions to standard error. */
export async function runOnFiles(options: FileStudyOptions): Promise<void> {
  const study = putTogether(await readReturns(options.returns), await readEvents(options.events), options);
  if (options.by === 'group' && study.events.events.every(({ group }) => group === null))
    throw new UsageError(`${options.events} has no groups: --by group needs a column group with names in it`);
  const stop = stopSignal();
  const { studies, failures } = await studyModels(study, options, stop);
  for (const { model, n } of studies) if (n === 0) failures.push(`${model}: no event could be studied`);
  const seen = linesOf(studies.map(({ told }) => told));
  for (const line of [...unusedColumns(study), ...failures, ...unansweredLines(studies), ...seen]) tell(line);
  const document = documentOf(study, studies, options, failures);
  await writeFiles(document, options);
  if (options.json) await printJson(jsonOf(studies, options));
  else await print(studyText(document));
  const answered = studies.some(({ n }) => n > 0);
  if (failures.length > 0) process.exitCode = answered ? exitCodes.partlyDone : exitCodes.failed;
}

interface Studied {
  readonly studies: readonly ModelStudy[];
  /** Models that could not be computed, with the reason. */
  readonly failures: string[];
}

/** One model was asked for: what is wrong with it ends the command. Several apply: those that can answer do. */
async function studyModels(study: FileStudy, options: FileStudyOptions, stop: AbortSignal): Promise<Studied> {
  const windows = studyWindows(study.events.windows, options.window);
  const models: readonly ModelName[] = options.model ? [modelsByOption[options.model]] : modelsThatApply(study);
  const studies: ModelStudy[] = [];
  const failures: string[] = [];
  for (const model of models) {
    try {
      studies.push(await drive(studyModel(study, model, windows, options), stop, process.stderr));
    } catch (error) {
      if (!(error instanceof StudyError)) throw error;
      failures.push(`${model}: ${messageOf(error)}`);
    }
  }
  if (studies.length === 0) throw new UsageError(failures.join('; '));
  return { studies, failures };
}

function jsonOf(studies: readonly ModelStudy[], { model, details }: FileStudyOptions): unknown {
  const answers = studies.map((study): [string, ModelAnswer] => [
    keyOf(study.model),
    answerOf(study, details === true),
  ]);
  return model ? answers[0]?.[1] : Object.fromEntries(answers);
}

async function printJson(answer: unknown): Promise<void> {
  let text = '';
  for (const piece of jsonPieces(answer)) {
    text += piece;
    if (text.length < CHUNK) continue;
    await print(text);
    text = '';
  }
  await print(`${text}\n`);
}

function keyOf(model: ModelName): string {
  return model in answerKeys ? answerKeys[model as keyof typeof answerKeys] : model;
}

async function writeFiles(document: StudyDocument, { plot, report }: FileStudyOptions): Promise<void> {
  if (plot !== undefined) await writeTo(plot, studySvg(document));
  if (report !== undefined) await writeTo(report, studyHtml(document));
}

async function writeTo(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: unknown) => {
    throw new Error(`${file} cannot be written: ${messageOf(error)}`);
  });
}

function unusedColumns({ events }: FileStudy): readonly string[] {
  return events.unusedColumns.map((name) => `warning: ${events.file}: no study uses the column ${name}`);
}

function tell(line: string): void {
  process.stderr.write(`streakline: ${line}\n`);
}
