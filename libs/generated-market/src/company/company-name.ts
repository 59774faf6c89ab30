import type { SeededRandom } from '@streakline/event-study';

const BEGINNINGS = [
  'Al',
  'Be',
  'Cor',
  'Dal',
  'Eri',
  'Fen',
  'Gra',
  'Hol',
  'Ivo',
  'Ka',
  'Lum',
  'Mar',
  'Nor',
  'Or',
  'Sel',
];
const ENDINGS = ['dane', 'gent', 'lund', 'mere', 'nova', 'quist', 'rion', 'stad', 'tal', 'vance', 'wick'];
const FORMS = ['Group', 'Holdings', 'Industries', 'Labs', 'Systems', 'Works'];

/** Pronounceable and nobody's; the number keeps two of one sound apart. */
export function companyName(random: SeededRandom, number: number): string {
  const one = (list: readonly string[]) => list[random.below(list.length)]!;
  return `${one(BEGINNINGS)}${one(ENDINGS)} ${one(FORMS)} ${number}`;
}
