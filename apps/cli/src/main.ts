import { probe } from '@streakline/market-time';
console.log(probe);
