import { z } from 'zod';

const FARTHEST_DAY = 2_000;
const MOST_EVENT_DAYS = 501;

const daySchema = z.int().min(-FARTHEST_DAY).max(FARTHEST_DAY);

/** Sessions relative to day 0, both inclusive. */
export const windowDaysSchema = z
  .strictObject({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to, 'from must not be after to.');

interface Windows {
  readonly estimation: z.infer<typeof windowDaysSchema>;
  readonly event: z.infer<typeof windowDaysSchema>;
  readonly windows: readonly z.infer<typeof windowDaysSchema>[];
  readonly minEstimationDays: number;
  readonly model: string;
  readonly value: string;
  readonly returns: string;
  readonly tradeToTrade: boolean;
  readonly benchmark?: string | undefined;
  readonly factors?: readonly string[] | undefined;
  readonly regression?: { readonly window: z.infer<typeof windowDaysSchema> } | undefined;
}

type Issue = (path: (string | number)[], message: string) => void;

/** The rules between fields: an estimation before the event, windows within it, and what goes with which model. */
export function withinDays(request: Windows, context: z.RefinementCtx): void {
  const issue: Issue = (path, message) => context.addIssue({ code: 'custom', path, message, input: request });
  checkWindows(request, issue);
  checkModel(request, issue);
}

function checkWindows({ estimation, event, windows, minEstimationDays, regression }: Windows, issue: Issue): void {
  if (estimation.to >= event.from) {
    issue(['estimation', 'to'], `The estimation must end before the event window begins on day ${event.from}.`);
  }
  if (event.to - event.from >= MOST_EVENT_DAYS) {
    issue(['event'], `An event window may have ${MOST_EVENT_DAYS} days at most.`);
  }
  windows.forEach(({ from, to }, i) => {
    const isWithin = event.from <= from && to <= event.to;
    if (!isWithin) issue(['windows', i], `The window must lie within the event window, ${event.from} to ${event.to}.`);
  });
  const days = estimation.to - estimation.from + 1;
  if (days < minEstimationDays) {
    issue(['minEstimationDays'], `The estimation window has ${days} days only: ask for no more of them.`);
  }
  const isAmong = windows.some(({ from, to }) => from === regression?.window.from && to === regression.window.to);
  if (regression && !isAmong) issue(['regression', 'window'], 'The window must be one of `windows`.');
}

const WEIGHING_MODELS = ['market', 'meanAdjusted', 'factors'];

function checkModel({ model, value, returns, tradeToTrade, factors, benchmark }: Windows, issue: Issue): void {
  if (model === 'factors' && factors === undefined) issue(['factors'], 'The model of factors needs factors.');
  if (model !== 'factors' && factors !== undefined) issue(['factors'], `The model "${model}" takes no factors.`);
  if (model === 'meanAdjusted' && benchmark !== undefined) {
    issue(['benchmark'], 'The mean-adjusted model has no benchmark.');
  }
  if (value !== 'return' && returns === 'log') {
    issue(['returns'], `Only returns can be logarithms of returns: leave returns out where the value is ${value}.`);
  }
  if (!tradeToTrade) return;
  if (value !== 'return') issue(['tradeToTrade'], 'Only returns can span several sessions.');
  if (!WEIGHING_MODELS.includes(model)) {
    issue(
      ['tradeToTrade'],
      `The model "${model}" cannot weigh returns over several sessions: take market, meanAdjusted or factors.`,
    );
  }
}
