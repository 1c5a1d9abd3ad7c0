// Defaults about a procedure that is already running, provisional attachment, letters of a lawyer, and who acts for us in court.
// The vectors are in the order slow, unwilling, constrained, disputing, insolvent.

import { logarithmic, logit, single } from './assumption.ts';

const leftOver = (mean: number, ja: string, en: string) =>
  single(mean, ja, en, 'share', logit(0.5), 'judgement', 'judgement');

/** A procedure that is already running. */
export const running = {
  hours_left: {
    before_hearing: leftOver(
      0.7,
      '進行中の手続で期日の前に残っている手間の割合',
      'Share of the hours of a procedure that is still to come before its hearing.',
    ),
    in_hearing: leftOver(
      0.4,
      '進行中の手続で期日が始まった後に残っている手間の割合',
      'Share of the hours of a procedure that is still to come once it is being heard.',
    ),
  },
  least_months: single(
    0.3,
    '進行中の手続の次の節目までの最短の月数',
    'Fewest months to the next event of a procedure that has already taken longer than usual.',
    'months',
    logarithmic(0.3),
    'judgement',
    'judgement',
  ),
};
