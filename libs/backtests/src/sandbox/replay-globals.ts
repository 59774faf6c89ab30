/**
 * JavaScript that makes a fresh global world the same on every machine and at every time: the clock is the replay's, its
 * zone UTC, chance comes from a seed, and what depends on the machine's locale, memory or threads is gone.
 *
 * Evaluates to a function of (clock, random).
 */
export const REPLAY_GLOBALS = `(function (clock, random) {
  'use strict';
  const RealDate = Date;
  const proto = RealDate.prototype;
  const iso = /^([+-]\\d{6}|\\d{4})-\\d\\d(-\\d\\d)?(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?)?$/;
  const parse = (text) => {
    const match = iso.exec(text);
    return match === null ? NaN : RealDate.parse(match[3] && !match[6] ? text + 'Z' : text);
  };
  const timeOf = (parts) => {
    if (parts.length === 0) return clock();
    if (parts.length > 1) return RealDate.UTC(...parts);
    return typeof parts[0] === 'string' ? parse(parts[0]) : Number(parts[0]);
  };
  const textOf = (date) => (Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toISOString());
  function ReplayDate(...parts) {
    if (new.target === undefined) return textOf(new RealDate(clock()));
    return Reflect.construct(RealDate, [timeOf(parts)], new.target);
  }
  ReplayDate.prototype = proto;
  Object.assign(ReplayDate, { now: () => clock(), parse: (text) => parse(String(text)), UTC: RealDate.UTC });
  const define = (target, name, value) =>
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  define(proto, 'constructor', ReplayDate);
  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    define(proto, 'get' + part, proto['getUTC' + part]);
    if (part !== 'Day') define(proto, 'set' + part, proto['setUTC' + part]);
  }
  define(proto, 'getTimezoneOffset', function getTimezoneOffset() { return 0; });
  for (const name of ['toString', 'toUTCString', 'toGMTString', 'toLocaleString'])
    define(proto, name, function () { return textOf(this); });
  for (const name of ['toDateString', 'toLocaleDateString'])
    define(proto, name, function () { return textOf(this).split('T')[0]; });
  for (const name of ['toTimeString', 'toLocaleTimeString'])
    define(proto, name, function () { return textOf(this).split('T')[1] ?? 'Invalid Date'; });
  define(globalThis, 'Date', ReplayDate);
  define(Math, 'random', () => random());
  define(Number.prototype, 'toLocaleString', Number.prototype.toString);
  define(BigInt.prototype, 'toLocaleString', BigInt.prototype.toString);
  define(String.prototype, 'toLocaleLowerCase', String.prototype.toLowerCase);
  define(String.prototype, 'toLocaleUpperCase', String.prototype.toUpperCase);
  define(String.prototype, 'localeCompare', function (other) {
    const [left, right] = [String(this), String(other)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  const gone = ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry', 'console'];
  for (const name of gone) delete globalThis[name];
})`;
