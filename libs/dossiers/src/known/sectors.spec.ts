import { History } from '../../test/history';
import { sectorOn } from '../index';

describe('the sector of an instrument', () => {
  const history = new History()
    .listed()
    .sector('25502020')
    .sector('5961', undefined, 'SIC')
    .sector('25503030', '2023-03-20');
  const code = (scheme: string, session: string, asRecorded?: number) =>
    sectorOn(history.known(asRecorded === undefined ? {} : { asRecorded }), scheme, session)?.code ?? null;

  it('is the one in force on the session, scheme by scheme', () => {
    expect(code('GICS', '2023-03-17')).toBe('25502020');
    expect(code('GICS', '2023-03-20')).toBe('25503030');
    expect(code('SIC', '2023-03-20')).toBe('5961');
    expect(code('ICB', '2023-03-20')).toBeNull();
  });

  it('is what was on record: a study at an earlier position keeps its answer', () => {
    expect(code('GICS', '2023-03-20', 3)).toBe('25502020');
    expect(code('GICS', '2023-03-20', 1)).toBeNull();
  });

  it('is that of the version recorded last, where it was said again more fully', () => {
    const again = new History().listed().sector('10').sector('20');
    expect(again.known().sectors).toEqual([{ scheme: 'GICS', code: '20', name: null, from: null, position: 3 }]);
  });
});
