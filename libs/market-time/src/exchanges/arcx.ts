import type { ExchangeCalendar } from '../exchange-calendar';
import { xnas } from './xnas';

/** NYSE Arca: an all-electronic market that keeps Nasdaq's sessions, without the special closings of the floor in New York. */
export const arcx: ExchangeCalendar = { ...xnas, mic: 'ARCX' };
