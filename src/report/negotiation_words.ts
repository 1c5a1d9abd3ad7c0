// What to say in talks with a debtor, by the kind it probably is and by why nothing was paid, and what to have in writing.

import type { DebtorKind } from '../assumptions/kinds.ts';
import type { Cause } from '../claim/background_fields.ts';
import type { CiteKey } from '../law/contract/citations.ts';
import type { Situation } from '../options/option.ts';
import type { Text } from '../values/text.ts';

/** How to open a talk, and what to avoid in it. */
export interface Approach {
  readonly open: Text;
  readonly avoid: Text;
}

/** By kind of debtor. */
export const APPROACH_BY_KIND: Readonly<Record<DebtorKind, Approach>> = {
  slow: {
    open: {
      ja: '「請求書はお手元にありますか。お支払日はいつになりますか」と尋ね、日付をその場で決めてもらいます。',
      en: 'Ask whether they have the invoice and on which day it will be paid, and have the day fixed in the call.',
    },
    avoid: {
      ja: '遅れを責めること、最初から減額や分割を持ち出すこと。',
      en: 'Blame, and offering a reduction or instalments before anyone has asked for them.',
    },
  },
  unwilling: {
    open: {
      ja: '金額、期日、これまでの約束を事実だけ述べ、いつ、いくら払うかを尋ねます。その日に入金がなければ次に何をするかを、手続の名前と日付で伝えます。',
      en: 'State the amount, the due date and earlier promises as facts, then ask how much will be paid and when. Name the procedure that follows if that day passes, and its date.',
    },
    avoid: {
      ja: '感情的なやりとり、期限のない猶予、実際には行わない手続の予告。',
      en: 'Arguments, more time without a date, and announcing steps that you will not take.',
    },
  },
  constrained: {
    open: {
      ja: '払う意思を確かめ、今払える額と、毎月払える額を相手から言ってもらいます。頭金と支払日の表をその場で作ります。',
      en: 'Confirm that they want to pay, let them name what they can pay now and each month, and draw up the schedule in the call.',
    },
    avoid: {
      ja: '守れない約束を取ること、一括払いだけを求め続けること。',
      en: 'Promises that cannot be kept, and insisting on one payment only.',
    },
  },
  disputing: {
    open: {
      ja: 'どの納品のどこに、いくら分の異議があるかを尋ねて書き留め、争いのない分の支払日を先に決めます。',
      en: 'Ask which delivery is disputed, why and for how much, write it down, and fix the day on which the undisputed part is paid.',
    },
    avoid: {
      ja: 'すぐに反論すること、争いのない分まで後回しにすること。',
      en: 'Contradicting at once, and letting the undisputed part wait.',
    },
  },
  insolvent: {
    open: {
      ja: '手続の予定、代理人の有無、ほかの支払の状況を尋ねます。相殺できる買掛金、担保、保証人があるかを確かめます。',
      en: 'Ask what is planned, who acts for them and whether others are being paid, and check what can be set off, what is secured and who guarantees.',
    },
    avoid: {
      ja: '自社だけ先に払うよう迫ること（のちに否認されて返すことがあります）。',
      en: 'Pressing for payment ahead of the other creditors, which may have to be given back later.',
    },
  },
};

/** By why nothing was paid, as the debtor says or we know. */
export const APPROACH_BY_CAUSE: Readonly<Record<Cause, Approach>> = {
  invoice_not_received: {
    open: {
      ja: '請求書をその場で送り直し、届いたことと支払日を確かめます。',
      en: 'Send the invoice again during the call, and confirm that it arrived and when it will be paid.',
    },
    avoid: { ja: '届いた、届かないの議論。', en: 'A discussion about whether the first one arrived.' },
  },
  invoice_wrong: {
    open: {
      ja: 'どこが違うかを尋ね、訂正した請求書を当日中に送ると約束し、訂正後の支払日を決めます。',
      en: 'Ask what is wrong, promise a corrected invoice the same day, and agree when that one will be paid.',
    },
    avoid: { ja: '正しい部分の支払まで待つこと。', en: 'Waiting with the part that is right.' },
  },
  forgotten: {
    open: {
      ja: '「行き違いでしたら失礼します」と断ったうえで、支払日を尋ねます。',
      en: 'Say that you only want to make sure, and ask for the day of payment.',
    },
    avoid: { ja: '責める言い方、法的手続の話。', en: 'Blame, and any mention of court.' },
  },
  short_of_cash: {
    open: {
      ja: '今払える額、次に入金がある日、毎月払える額の順に尋ねます。',
      en: 'Ask in this order: what can be paid now, when money comes in next, what can be paid each month.',
    },
    avoid: {
      ja: '根拠のない支払日を受け入れること。',
      en: 'Accepting a day of payment without hearing where the money comes from.',
    },
  },
  dispute: {
    open: {
      ja: '異議の内容と金額を相手の言葉で書き留め、争いのない分から払ってもらいます。',
      en: 'Write down the objection and its amount in their words, and ask for the undisputed part first.',
    },
    avoid: { ja: '記録の残らない口頭だけの説明。', en: 'Explanations by word of mouth only.' },
  },
  unwilling: {
    open: {
      ja: '払わない理由を一度だけ尋ね、期限と、その後の手続を書面で伝えます。',
      en: 'Ask once why it will not be paid, then give the deadline and what follows in writing.',
    },
    avoid: { ja: '同じ催促の繰り返し。', en: 'Repeating the same request.' },
  },
};

/** Something to have on paper. */
export interface Paper {
  readonly id: string;
  readonly text: Text;
  readonly cite: CiteKey | null;
}

/** What must be in writing for a claim, and why; nothing is agreed with a debtor in proceedings. */
export function papersFor({ facts }: Situation, isDeedWorthIt: boolean): Paper[] {
  const { claim, limitation } = facts;
  if (facts.proceedings) return [];
  const papers: Paper[] = [];
  if (claim.acknowledged !== true)
    papers.push({
      id: 'acknowledgment',
      text:
        limitation.status === 'expired_invocable'
          ? {
              ja: '債務承認書：時効期間の満了後でも、債務を承認した相手は時効を援用できなくなります。説明なく署名させると争われるので、事情を書いて渡します。',
              en: 'Acknowledgment of the debt: even after the limitation period a debtor who acknowledges the debt can no longer invoke it. Explain it in the paper, or it may be contested.',
            }
          : facts.evidence === 'strong'
            ? {
                ja: '債務承認書または残高確認書：時効がその日から新たに進みます。',
                en: 'Acknowledgment of the debt or confirmation of the balance: the limitation period starts anew on that day.',
              }
            : {
                ja: '債務承認書または残高確認書：時効がその日から新たに進み、足りない証拠を補います。',
                en: 'Acknowledgment of the debt or confirmation of the balance: the limitation period starts anew on that day, and it fills the gaps in the evidence.',
              },
      cite: limitation.status === 'expired_invocable' ? 'limitation_lost' : 'limitation_acknowledgment',
    });
  papers.push(
    {
      id: 'instalments',
      text: {
        ja: '分割の合意：各回の日と額、1回でも遅れたら残額を一度に払うこと、その後の遅延損害金。',
        en: 'Instalments: the day and amount of each, that the whole rest falls due if one is missed, and the late interest from then on.',
      },
      cite: null,
    },
    {
      id: 'lump_sum',
      text: {
        ja: '減額の合意：支払日までに全額の入金があったときに限り残りを免除すること。',
        en: 'A reduction: that the rest is waived only if the agreed sum arrives in full by the agreed day.',
      },
      cite: null,
    },
    {
      id: 'part_payment',
      text: {
        ja: '一部の入金：債権の一部の支払であることを領収書に書きます（残りの債務の承認になります）。',
        en: 'A part payment: say in the receipt that it is part of this debt, because it then acknowledges the rest.',
      },
      cite: 'limitation_acknowledgment',
    },
  );
  if (isDeedWorthIt)
    papers.push({
      id: 'deed',
      text: {
        ja: '長い分割：強制執行認諾文言付きの公正証書にすると、不払いのとき訴訟なしで差し押さえられます。',
        en: 'Long instalments: a notarial deed that accepts enforcement allows attachment without a suit if they are not paid.',
      },
      cite: 'notarial_deed',
    });
  if (limitation.status === 'due_soon')
    papers.push({
      id: 'consultation',
      text: {
        ja: '協議を続ける場合：協議を行う旨の書面の合意で、時効の完成が猶予されます。口頭では猶予されません。',
        en: 'If talks go on: an agreement in writing to consult postpones the end of the limitation period; words alone do not.',
      },
      cite: 'limitation_agreement',
    });
  return papers;
}
