// Defaults about judging an answer: what it costs to find out more, and how much a risk-averse caller shies from a bad outcome.
// No published figure supports any of them; a caller replaces them with quotes of its own.

import { fixed, logarithmic, ownHours, single } from './assumption.ts';

const enquiryCost = (mean: number, ja: string, en: string) =>
  single(mean, ja, en, 'yen', logarithmic(0.5), 'judgement', 'judgement');

/** What it costs to find out more about a debtor. */
export const enquiry = {
  report_price: enquiryCost(20_000, '信用調査報告書1件の費用', 'Price of one credit report.'),
  call_hours: ownHours(0.5, '電話で状況を確かめる時間', 'Hours to reach the debtor by telephone.'),
  visit_hours: ownHours(4, '訪問して状況を見る時間', 'Hours of a visit to the premises.'),
  visit_travel: enquiryCost(3_000, '訪問の交通費', 'Travel for a visit.'),
  search_price: enquiryCost(50_000, '財産調査1件の費用', 'Price of one search for assets.'),
};

/** Rules of thumb for preparing talks. They open the talks; what may be agreed is computed. */
export const bargaining = {
  opening_share: single(
    0.5,
    '最初の提示（目標額から全額までの間のどこで始めるか）',
    'Where a negotiation about a lump sum opens, as a share of the way from the target to the whole principal.',
    'share',
    fixed,
    'judgement',
    'judgement',
  ),
  security_share: single(
    0.5,
    '求める担保・保証の額（債権額比）',
    'Worth of the security or guarantee that is asked for, as a share of the claim.',
    'share',
    fixed,
    'judgement',
    'judgement',
  ),
};

/** How a risk-averse caller weighs outcomes. */
export const risk = {
  aversion: single(
    3,
    'リスク回避度（債権額あたり）',
    'Aversion to risk per face value of the claim: 3 divided by face is the coefficient per yen.',
    'ratio',
    fixed,
    'judgement',
    'judgement',
  ),
};
