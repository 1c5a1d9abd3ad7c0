// How most tests file: on paper, with counsel, who must file online, for suits above the limit of the summary court.
import type { WayOfFiling } from '../src/law/tariff.ts';

export const PAPER: WayOfFiling = { own: 'paper', counsel: 'online', counselled: 'above_limit' };
