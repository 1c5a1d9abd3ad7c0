// What to ask the debtor in a call: each question with the words to ask it and the replies it may get. How likely every kind of debtor is
// to give a reply is what the belief knows of the same sign (docs/model.md 3, 9.6). Only what is not known yet is asked.

import type { PerKind } from '../assumptions/kinds.ts';
import type { Assumptions } from '../assumptions/values.ts';
import type { Claim } from '../claim/claim.ts';
import { disputeOf, isInCrisis } from '../claim/facts.ts';
import type { Text } from '../values/text.ts';
import { type Enquiry, type Finding, signFindings } from './enquiries.ts';

/** A reply, and what would be written in the request once it is known. */
export interface Reply extends Finding {
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A question to the debtor. */
export interface CallQuestion extends Enquiry {
  /** A reply changes the claim itself, not only what is believed of the debtor. */
  readonly changes_claim?: true;
  /** The words to ask it. */
  readonly words: Text;
  readonly findings: readonly Reply[];
}

type Sign = readonly [shown: PerKind, label: Text, fields: Reply['fields']];

/** A question whose replies are signs of the kind of debtor; a dispute is what it says, so it is not tempered. */
function question(
  about: Pick<CallQuestion, 'id' | 'label' | 'words' | 'changes_claim'>,
  signs: readonly Sign[],
  temper: number,
): CallQuestion {
  const found = signFindings(
    signs.map(([shown, label]) => [shown, label] as const),
    temper,
  );
  return {
    ...about,
    price: 0,
    findings: found.map((finding, i) => ({ ...finding, fields: signs[i]?.[2] ?? {} })),
  };
}

const askWhy = ({ signals: { cause }, prior }: Assumptions): CallQuestion =>
  question(
    {
      id: 'cause',
      label: { ja: '払われない理由', en: 'why it has not been paid' },
      words: {
        ja: '請求書は届いていますか。お支払いがまだなのは、どのようなご事情でしょうか。',
        en: 'Has our invoice reached you? What has kept it from being paid?',
      },
    },
    [
      [
        cause.invoice_not_received,
        { ja: '請求書が届いていない', en: 'the invoice has not arrived' },
        { cause: 'invoice_not_received' },
      ],
      [cause.invoice_wrong, { ja: '請求書に誤りがある', en: 'the invoice is wrong' }, { cause: 'invoice_wrong' }],
      [cause.forgotten, { ja: '忘れていた', en: 'it was forgotten' }, { cause: 'forgotten' }],
      [cause.short_of_cash, { ja: '資金が足りない', en: 'there is not enough cash' }, { cause: 'short_of_cash' }],
      [cause.unwilling, { ja: '払うつもりがない', en: 'it will not pay' }, { cause: 'unwilling' }],
    ],
    prior.temper,
  );

const askDispute = ({ signals: { dispute } }: Assumptions): CallQuestion =>
  question(
    {
      id: 'dispute',
      changes_claim: true,
      label: { ja: '請求内容への異議', en: 'whether the invoice is disputed' },
      words: {
        ja: 'ご請求の内容や金額に、ご異議のあるところはありますか。',
        en: 'Is there anything in the invoice, or in its amount, that you do not agree with?',
      },
    },
    [
      [dispute.none, { ja: '異議はない', en: 'nothing is disputed' }, { dispute: 'none' }],
      [dispute.partial, { ja: '一部に異議がある', en: 'a part is disputed' }, { dispute: 'partial' }],
      [dispute.full, { ja: '全部に異議がある', en: 'all of it is disputed' }, { dispute: 'full' }],
    ],
    1,
  );

const askAcknowledged = ({ signals: { acknowledged }, prior }: Assumptions): CallQuestion =>
  question(
    {
      id: 'acknowledged',
      label: { ja: '債務を認めるか', en: 'whether the debt is acknowledged' },
      words: {
        ja: 'この金額をお支払いいただくことを、書面かメールでご確認いただけますか。',
        en: 'Would you confirm in writing, or by e-mail, that this amount is owed?',
      },
    },
    [
      [acknowledged.yes, { ja: '認める', en: 'it confirms the debt' }, { acknowledged: true }],
      [acknowledged.no, { ja: '認めない', en: 'it does not confirm the debt' }, { acknowledged: false }],
    ],
    prior.temper,
  );

const askDistress = ({ signals: { distress }, prior }: Assumptions): CallQuestion =>
  question(
    {
      id: 'distress',
      label: { ja: '資金繰りの状況', en: 'how the debtor is doing' },
      words: {
        ja: 'ほかのお取引先へのお支払いは予定どおりでしょうか。月末のご資金の見通しはいかがですか。',
        en: 'Are your other suppliers being paid on time? How does your cash look at the end of the month?',
      },
    },
    [
      [distress.none, { ja: '支障はない', en: 'no difficulty' }, { distress: 'none' }],
      [distress.some, { ja: '遅れているところがある', en: 'some payments are late' }, { distress: 'some' }],
      [distress.severe, { ja: '止まっている', en: 'payments have stopped' }, { distress: 'severe' }],
    ],
    prior.temper,
  );

/** The questions that could still tell something. None once proceedings are open, because there is nothing left to guess. */
export function callQuestions(claim: Claim, a: Assumptions, proceedings: boolean): CallQuestion[] {
  if (proceedings) return [];
  return [
    ...(claim.cause === undefined ? [askWhy(a)] : []),
    ...(disputeOf(claim) === undefined ? [askDispute(a)] : []),
    ...(claim.acknowledged === undefined ? [askAcknowledged(a)] : []),
    ...(claim.distress === undefined && !isInCrisis(claim) ? [askDistress(a)] : []),
  ];
}
