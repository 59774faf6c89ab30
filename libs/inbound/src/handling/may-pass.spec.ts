import { ContendedError } from '@streakline/event-store';
import { mayPass } from './may-pass';

const coded = (code: string) => Object.assign(new Error(code), { code });

describe('whether a failure may pass', () => {
  /** PostgreSQL 18, appendix A. */
  it.each([
    ['the database refuses connections', coded('ECONNREFUSED')],
    ['its name is not known yet', coded('ENOTFOUND')],
    ['it shuts down', coded('57P01')],
    ['it starts up', coded('57P03')],
    ['it has no connection left', coded('53300')],
    ['its disk is full', coded('53100')],
    ['it takes no connections to this database', coded('55000')],
    ['it was made a standby', coded('25006')],
    ['a deadlock', coded('40P01')],
    ['a statement that took too long', coded('57014')],
    ['a schema that is not migrated yet', coded('42P01')],
    ['others changed the same', new ContendedError('stream', 10)],
    ['a connection lost without a code', new Error('Connection terminated unexpectedly')],
  ])('yes: %s', (_, error) => expect(mayPass(error)).toBe(true));

  it.each([
    ['a fault in the program', new TypeError('x is undefined')],
    ['a text that cannot be stored', coded('22021')],
    ['a key that is there already', coded('23505')],
    ['an index row that is too large', coded('54000')],
    ['a wrong argument', coded('ERR_INVALID_ARG_TYPE')],
    ['what is no error', 'nothing'],
  ])('no: %s', (_, error) => expect(mayPass(error)).toBe(false));
});
