import { Writable } from 'node:stream';
import { createLog, type LogLevel } from '@streakline/observability';
import { auditLogOf } from './audit-writes';

describe('the log of writes', () => {
  const written = (level: LogLevel): readonly string[] => {
    const lines: string[] = [];
    const to = new Writable({ write: (line: Buffer, _, done) => done(void lines.push(line.toString())) });
    const log = auditLogOf(createLog(level, to));
    log.plain.info({ by: 'plain' }, 'write');
    log.always.info({ by: 'always' }, 'write');
    return lines.map((line) => (JSON.parse(line) as { by: string; audit: true }).by);
  };

  it.each([
    ['info', ['plain', 'always']],
    ['warn', ['always']],
    ['silent', []],
  ] as const)('of a process whose level is %s has %j', (level, by) => expect(written(level)).toEqual(by));
});
