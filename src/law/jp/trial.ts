// Japan: courts chosen by agreement, and the trial within a fixed period. Code of Civil Procedure art. 5, 11, 16 to 20, 381-2 to 381-8.

import type { FixedPeriodTrial, TrialLaw } from '../contract/trial.ts';
import { datedTable, period } from '../dated.ts';
import { CHECKED, cite, procedureCode } from './citations.ts';
import { DIGITAL_FROM } from './court_fees.ts';
import { rule, ruleSince } from './rules.ts';

const fixedPeriod: FixedPeriodTrial = {
  first_hearing_days: 14,
  submission_months: 5,
  closing_months: 6,
  judgment_months: 1,
  objection_days: 14,
  not_against: ['consumer'],
};

/** Courts chosen, and trials within a fixed period. */
export const trialLaw: TrialLaw = {
  fixed_period: {
    id: 'trial.fixed_period',
    label: { ja: '法定審理期間訴訟手続', en: 'trial within a fixed period' },
    unit: 'rule',
    periods: [
      period<FixedPeriodTrial>(
        '2004-01-01',
        null,
        cite(procedureCode, '381条の2（施行前）', 'art. 381-2 before it was in force'),
      ),
      period(DIGITAL_FROM, fixedPeriod, cite(procedureCode, '381条の2～381条の8', 'art. 381-2 to 381-8')),
    ],
    checked: CHECKED,
  },
  rules: datedTable<TrialLaw['rules']>('trial.rules', {
    clause_form: rule(
      { ja: '管轄合意の方式', en: 'form of a jurisdiction clause' },
      {
        ja: '一定の法律関係に基づく訴えについて、書面または電磁的記録でしなければ効力がありません。',
        en: 'It must concern suits from a specified legal relationship, in writing or an electronic record.',
      },
      cite(procedureCode, '11条2項・3項', 'art. 11(2), (3)'),
    ),
    clause_first_instance: rule(
      { ja: '第一審に限ること', en: 'first instance only' },
      {
        ja: '合意できるのは第一審の裁判所だけです。',
        en: 'Only the court of first instance can be chosen.',
      },
      cite(procedureCode, '11条1項', 'art. 11(1)'),
    ),
    clause_transfer: rule(
      { ja: '合意と移送', en: 'transfer in spite of the clause' },
      {
        ja: '合意で定めた裁判所からも、著しい遅滞を避け当事者の衡平を図るために移送されることがあります。',
        en: 'The court may transfer the suit even from a court chosen as exclusive, to avoid delay or for fairness.',
      },
      cite(procedureCode, '17条・20条1項', 'art. 17, 20(1)'),
    ),
    place_of_performance: rule(
      { ja: '義務履行地', en: 'place of performance' },
      {
        ja: '合意がなくても、財産権上の訴えは義務履行地の裁判所に起こせます。',
        en: 'Without a clause a suit about property may be brought at the place of performance.',
      },
      cite(procedureCode, '5条1号', 'art. 5(i)'),
    ),
    fixed_period_needs: ruleSince(
      DIGITAL_FROM,
      { ja: '双方の申出または同意', en: 'both parties' },
      {
        ja: '双方の申出、または一方の申出と相手の同意が要ります。',
        en: 'Both must apply for it, or one applies and the other agrees.',
      },
      cite(procedureCode, '381条の2第1項・2項', 'art. 381-2(1), (2)'),
    ),
    fixed_period_not_for: ruleSince(
      DIGITAL_FROM,
      { ja: '対象外の訴え', en: 'suits left out' },
      {
        ja: '消費者契約と個別労働関係の訴えには使えません。',
        en: 'It is not open for consumer contracts and individual labour disputes.',
      },
      cite(procedureCode, '381条の2第1項ただし書', 'art. 381-2(1) proviso'),
    ),
    fixed_period_back: ruleSince(
      DIGITAL_FROM,
      { ja: '通常の手続への移行', en: 'back to the ordinary trial' },
      {
        ja: '一方が申し出れば通常の手続に移ります。',
        en: 'Either party may ask to go back to the ordinary trial.',
      },
      cite(procedureCode, '381条の4第1項', 'art. 381-4(1)'),
    ),
    fixed_period_appeal: ruleSince(
      DIGITAL_FROM,
      { ja: '不服申立て', en: 'objection instead of appeal' },
      {
        ja: '控訴はできず、送達から2週間以内の異議で通常の手続に戻ります。',
        en: 'There is no appeal; an objection within two weeks of service leads back to the ordinary trial.',
      },
      cite(procedureCode, '381条の6～381条の8', 'art. 381-6 to 381-8'),
    ),
  }),
};
