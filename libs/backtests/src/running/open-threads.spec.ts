import { setTimeout as wait } from 'node:timers/promises';
import { generatedMarket } from '../../test/generated';
import { strategyFolder, strategySource } from '../../test/strategy-folder';
import { loadStrategy } from '../strategies/load-strategy';
import { openThreads } from './open-threads';

const settings = { from: '2024-06-03', to: '2025-06-30' };

/** Buys a tenth of everything at each fall, sells at each rise. */
const TRADING = `params: { weight: 0.1 },
  onRun({ params, order, close, portfolio }, { instrument, change, run }) {
    if (change !== 'began') return;
    if (run.direction === 'falling') order(instrument, { toWeight: params.weight });
    else if (portfolio.position(instrument)) close(instrument);
  },`;

describe('strategies in threads', () => {
  const folder = strategyFolder();
  const market = generatedMarket();
  const code = (name: string, handlers: string, more = '') =>
    loadStrategy(folder.write(`${name}.ts`, strategySource(handlers, more)));
  const threads = openThreads({ market, timeLimitMs: 300 });
  afterAll(() => threads.close());
  const logOf = async (name: string, handlers: string, more = '') => {
    const { log, failure } = await threads.run({ code: await code(name, handlers, more), settings });
    return { log: log.map(({ message }) => message), failure };
  };

  it('trade, and give the same bytes in one thread and in two', async () => {
    const job = { code: await code('trading', TRADING), settings };
    const two = openThreads({ market, threads: 2 });
    const results = await Promise.all([threads.run(job), two.run(job), two.run(job), threads.run(job)]);
    await two.close();
    const [first, ...others] = results.map((result) => JSON.stringify(result));
    expect(others).toEqual([first, first, first]);
    expect(results[0]).toMatchObject({ state: 'done', params: { weight: 0.1 }, failure: null });
    expect(results[0].trades.length).toBeGreaterThan(20);
  });

  it('take other parameters, and settings that are resolved without a run', async () => {
    const job = { code: await code('trading', TRADING), params: { weight: 0.05 }, settings };
    const [result, resolved] = [await threads.run(job), await threads.settle(job)];
    expect(result.params).toEqual({ weight: 0.05 });
    expect(resolved).toEqual(result.settings);
    expect(resolved).toMatchObject({ currency: 'USD', fillAt: 'open', ...settings });
  });

  it('know no other time than that of the replay, and begin with the first day traded', async () => {
    const { log } = await logOf(
      'clock',
      `onSession({ log, now }) { log(String(loaded === Date.parse('2024-06-03') && Date.now() === now)); },`,
      'const loaded = Date.now();',
    );
    expect(new Set(log)).toEqual(new Set(['true']));
  });

  it('begin each run anew: nothing of the one before is left', async () => {
    const counting = () => logOf('counting', 'onStart({ log }) { log(String(++runs)); },', 'let runs = 0;');
    expect([(await counting()).log, (await counting()).log]).toEqual([['1'], ['1']]);
  });

  it('do not get out of their world by what they are handed', async () => {
    const { failure } = await logOf(
      'escape',
      `onStart(context) { (context.order as any).constructor('return process')().exit(3); },`,
    );
    expect(failure).toMatchObject({ code: 'strategyThrew', message: expect.stringContaining('is not a function') });
  });

  it('see their universe and what it is compared with, whatever else was loaded for others', async () => {
    const looking = await code('looking', `onSession({ instrument }) { instrument('XNYS:S0002'); },`);
    expect((await threads.run({ code: looking, settings })).failure).toBeNull();
    const narrow = { ...settings, universe: ['XNAS:S0001'] };
    expect((await threads.run({ code: looking, settings: narrow })).failure).toMatchObject({
      code: 'unknownInstrument',
      message: expect.stringContaining('XNYS:S0002'),
    });
    const compared = { ...narrow, benchmark: 'XNYS:S0002' };
    expect((await threads.run({ code: looking, settings: compared })).failure).toBeNull();
  });

  it('that throw end with all that was done until then, and tell the line', async () => {
    const failing = await code(
      'throwing',
      `${TRADING}
  onSession({ now }) {
    if (now > Date.parse('2025-01-15')) throw new Error('enough');
  },`,
    );
    const result = await threads.run({ code: failing, settings });
    expect(result.failure).toMatchObject({
      ...{ code: 'strategyThrew', handler: 'onSession', session: '2025-01-15' },
      message: expect.stringMatching(/^enough \(throwing\.ts:12:\d+\)$/),
    });
    expect(result.curve.sessions.at(-1)?.slice(0, 7)).toBe('2025-01');
    expect(result.trades.length).toBeGreaterThan(10);
  });

  it('that never come back are ended, and keep all that was done until then', async () => {
    const endless = await code('endless', `${TRADING} onSession({ now }) { while (now > Date.parse('2025-01-15')); },`);
    const result = await threads.run({ code: endless, settings });
    expect(result.failure).toMatchObject({
      ...{ code: 'timeLimit', handler: 'onSession', session: '2025-01-15' },
      message: expect.stringMatching(/^onSession did not return within 0\.3 s and was ended/),
    });
    expect(result.trades.length).toBeGreaterThan(10);
    // The thread that was ended is replaced.
    expect((await threads.run({ code: await code('trading', TRADING), settings })).state).toBe('done');
  }, 30_000);

  it.each([
    ['state', 'state: () => { for (;;); },', 'timeLimit', /^state did not return within 0\.3 s/],
    ['top-level', 'for (;;);', 'timeLimit', /its top level did not end within 0\.3 s/],
    ['promises', '(async () => { for (;;) await 0; })();', 'timeLimit', /its top level did not end within 0\.3 s/],
  ])('that never come back from their %s are ended', async (name, source, expected, message) => {
    const loaded = await code(name, name === 'state' ? source : '');
    const [entry] = loaded.modules;
    const modules = name === 'state' ? loaded.modules : [{ ...entry!, code: source }];
    const running = threads.run({ code: { ...loaded, modules }, settings });
    await expect(running).rejects.toMatchObject({ code: expected, message: expect.stringMatching(message) });
  });

  it.each([
    ['fails', `async onStart() { throw new Error('late'); },`, 'asyncHandler'],
    ['fails behind the handler', `onStart() { void Promise.reject(new Error('late')); },`, undefined],
    ['never ends', 'onStart() { void (async () => { for (;;) await 0; })(); },', undefined],
  ])('leave nothing to the run that comes next by a promise that %s', async (name, handlers, failure) => {
    const promising = await code(name.replaceAll(' ', '-'), handlers);
    expect((await threads.run({ code: promising, settings })).failure?.code).toBe(failure);
    expect((await threads.run({ code: await code('trading', TRADING), settings })).state).toBe('done');
  });

  it.each([
    [{ to: '2024-01-01' }, 'badSettings', /is not after/],
    [{ universe: ['XNAS:NONE'] }, 'badSettings', /XNAS:NONE/],
    [{ leverage: Number.NaN }, 'badSettings', /leverage/],
  ])('are refused settings that cannot be: %j', async (wrong, expected, message) => {
    const running = threads.run({ code: await code('trading', TRADING), settings: { ...settings, ...wrong } });
    await expect(running).rejects.toMatchObject({ code: expected, message: expect.stringMatching(message) });
  });

  it('stop where whoever asked has had enough', async () => {
    const stop = new AbortController();
    const endless = await code('unstoppable', 'onStart() { for (;;); },');
    const own = openThreads({ market, timeLimitMs: 60_000 });
    const running = own.run({ code: endless, settings }, { signal: stop.signal });
    await wait(1);
    stop.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    await own.close();
  });

  it('start nothing any more once they are closed, also of what waited', async () => {
    const own = openThreads({ market });
    const job = { code: await code('trading', TRADING), settings };
    const running = [own.lint(), own.run(job), own.run(job)].map((each) =>
      expect(each).rejects.toThrow(/ended before/),
    );
    await own.close();
    await Promise.all(running);
  });

  it('look at the data too: facts that were stored long after they were known', async () => {
    const lint = await threads.lint();
    expect(lint.counts.knownBeforeClose).toBe(0);
    expect(lint.lateness.facts).toBeGreaterThan(1_000);
  });
});
