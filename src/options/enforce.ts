// Enforcing a title against bank accounts, receivables or other assets (docs/model.md 7).

import * as z from 'zod';
import { complement, entriesByKind, every, type PerKind, zipKinds } from '../assumptions/kinds.ts';
import { isPublicBody } from '../claim/facts.ts';
import { titleOf } from '../claim/procedure.ts';
import type { Enquiry } from '../debtor/enquiries.ts';
import { isTitleNew } from '../debtor/in_court.ts';
import type { TitleKind } from '../law/contract/claim.ts';
import { articleOf, valueOn } from '../law/dated.ts';
import { isIndividual } from '../law/individual.ts';
import { phrase, type Sentence, SILENT } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';
import { counselFees, litigateTerms } from './court/acting.ts';
import { ORDERS, type Order, type OrderName, ordersFor, wordsOfOrder } from './court/title_means.ts';
import { isTitleExpired, TitleOrder } from './court/title_orders.ts';
import { option, type Situation } from './option.ts';
import { abroadBars } from './parts/abroad.ts';
import { absentBars } from './parts/absent.ts';
import { procedureBars, runningBars } from './parts/bars.ts';
import { isUsed } from './rights/side_rights.ts';

/**
 * A search tells beforehand whether there is anything to attach. Enforcement succeeds less often when assets are unknown, because they must
 * first be found; the ratio of both chances is the chance that a search finds any. A judgement.
 */
function search(s: Situation): Enquiry[] {
  const assets = s.facts.claim.assets ?? 'unknown';
  if (assets === 'known' || assets === 'none_found' || isPublicBody(s.facts.claim)) return [];
  const { success } = s.a.enforce;
  const finds = zipKinds(success[assets], success.known, (now, known) => Math.min(1, now / known));
  const holds = (chances: PerKind) =>
    Object.fromEntries(entriesByKind(chances).map(([kind, p]) => [`enforce.success.${assets}.${kind}`, p]));
  return [
    {
      id: 'asset_search',
      label: { ja: '財産調査', en: 'search for assets' },
      price: s.a.enquiry.search_price,
      findings: [
        {
          label: { ja: '財産が見つかる', en: 'assets are found' },
          chance: finds,
          known: holds(success.known),
        },
        {
          label: { ja: '財産が見つからない', en: 'nothing is found' },
          chance: complement(finds),
          known: holds(every(0)),
        },
      ],
    },
  ];
}

/** The order of means under the title, chosen by the engine. */
interface EnforceTerms {
  readonly order: OrderName;
  /** We enforce ourselves although a lawyer is instructed, as one may who files for a payment order: the petition is a form. */
  readonly alone: boolean;
}

/** A title that is in hand from the start is not bound to the lawyer of the suit in which it was obtained. */
const isOpenWhoEnforces = ({ facts, state }: Situation): boolean => state.counsel && titleOf(facts.claim) !== 'none';

/** Instalments are not offered again to a debtor who has broken them under the same title, or refused them when nothing but it was new. */
const areInstalmentsRefused = (s: Situation): boolean =>
  isUsed(s, 'instalments') || (s.facts.claim.plan_refused === true && titleOf(s.facts.claim) !== 'none');

const CLOSED_FOR_GOOD = { until: Number.NEGATIVE_INFINITY };

const BY_A_LAWYER = { ja: '（弁護士に依頼）', en: ' Through a lawyer.' };

/** Who hands out the papers without which no title is enforced, and which they are; an order for payment needs no execution clause. */
const PAPERS: Readonly<Record<Exclude<TitleKind, 'none'>, Text>> = {
  judgment: {
    ja: '裁判所書記官から執行文（少額訴訟の判決には不要）と送達証明書',
    en: 'the execution clause (not for a small-claims judgment) and the certificate of service from the court clerk',
  },
  settlement: {
    ja: '裁判所書記官から執行文と送達証明書',
    en: 'the execution clause and the certificate of service from the court clerk',
  },
  payment_order: { ja: '裁判所書記官から送達証明書', en: 'the certificate of service from the court clerk' },
  notarial_deed: {
    ja: '公証人から執行文と送達証明書',
    en: 'the execution clause and the certificate of service from the notary',
  },
};

/** A title in hand that nobody has used yet is made ready before it is. */
function madeReady(s: Situation, order: EnforceTerms['order']): Sentence {
  const { claim } = s.facts;
  const title = titleOf(claim);
  const [first] = ORDERS[order].means;
  const isUsedNow = s.month === 0 && (first === 'attach' || first === 'find_out');
  if (title === 'none' || !isUsedNow || (claim.failed_attachments ?? 0) > 0) return SILENT;
  if (claim.procedure?.stage === 'enforcing') return SILENT;
  return phrase(
    { papers: PAPERS[title], source: articleOf(s.law.citations.enforcement_papers) },
    { ja: '先に{papers}を得ます（{source}）。', en: ' Obtain {papers} first ({source}).' },
  );
}

/** Where to look for assets, and how much of a wage an individual may keep. */
function whatToAttach(s: Situation, { order }: EnforceTerms): Sentence | null {
  const { assets = 'unknown', debtor_type, as_of } = s.facts.claim;
  if (isPublicBody(s.facts.claim)) return null;
  const [first] = ORDERS[order].means;
  if (first === 'instalments' && assets !== 'known')
    return phrase(
      {
        whom:
          debtor_type === 'consumer' ? { ja: '勤務先', en: 'employer' } : { ja: '主な売掛先', en: 'main customers' },
      },
      {
        ja: '合意書に取引銀行の支店と{whom}を書いてもらうと、滞ったときの差押え先になります。書かなければ、財産開示手続や第三者からの情報取得（預貯金など）で調べます。',
        en: 'Have the bank branch and the {whom} written into the agreement: that is what to attach once an instalment is missed. If the debtor will not name them, use asset disclosure or third-party information (bank deposits).',
      },
    );
  if ((assets === 'unknown' || assets === 'none_found') && first === 'attach')
    return {
      ja: '差し押さえる財産が分かっていないので、取引のありそうな銀行の支店や売掛先を推定して差し押さえます。財産開示手続や第三者からの情報取得（預貯金など）で先に確かめることもできますが、費用と時間を入れた期待額は下がります。',
      en: 'No assets are known, so banks and customers that are likely are attached. Asset disclosure or third-party information (bank deposits) could tell first, but their cost and time would lower the value.',
    };
  if (first === 'find_out' && debtor_type === 'consumer')
    return phrase(
      { source: articleOf(s.law.citations.employer_information) },
      {
        ja: '勤務先を第三者から教えてもらえるのは、養育費などや生命・身体の損害賠償の債権者だけです（{source}）。ほかの債権では財産開示で本人に尋ねます。',
        en: 'Third parties tell the employer only to creditors of maintenance or of damages for life and limb ({source}); others ask the debtor itself, in the disclosure of assets.',
      },
    );
  if (assets === 'unknown' && first !== 'find_out')
    return {
      ja: '財産が分からないときは、財産開示手続や第三者からの情報取得（預貯金など）を先に使います。',
      en: 'Where no assets are known, use asset disclosure or third-party information (bank deposits) first.',
    };
  if (assets === 'none_found')
    return {
      ja: '財産が見当たらない相手への差押えは空振りになりやすく、申立ての前に財産開示手続（本人への質問）や第三者からの情報取得で確かめます。',
      en: 'Where assets were looked for in vain an attachment is likely to take nothing; ask by disclosure or third-party information before petitioning for one.',
    };
  if (!isIndividual(debtor_type)) return null;
  const share = valueOn(s.law.limits.wage_attachable_share, as_of);
  const exempt = valueOn(s.law.limits.wage_exempt_month_max, as_of);
  if (share === null || exempt === null) return null;
  return phrase(
    { share: { percent: share }, exempt: { yen: exempt } },
    {
      ja: '給与から取り立てられるのは、手取り月額の{share}か、{exempt}を超える部分の多いほうです。',
      en: 'Of a wage {share} of the net monthly amount can be attached, or what exceeds {exempt} if that is more.',
    },
  );
}

export const enforce = option<EnforceTerms>({
  id: 'enforce',
  label: { ja: '強制執行', en: 'enforcement' },
  description: {
    ja: '債務名義に基づき、預金・売掛金などを差し押さえます。',
    en: "Attach the debtor's accounts, receivables or other assets under a title.",
  },
  family: 'court',
  group: 'litigate',
  shape: 'exit',
  fades: true,
  follows: ['acknowledged', 'title'],
  varies: () => 'interest',
  terms: z.strictObject({}),
  group_terms: litigateTerms,
  needs: () => [],
  bars: (s) => [
    ...absentBars(s, 'attachment'),
    ...abroadBars(s, 'enforcement'),
    ...(s.state.enforceable
      ? []
      : [
          {
            code: 'no_title',
            text: {
              ja: '債務名義（判決・仮執行宣言付支払督促・執行証書など）がまだありません。',
              en: 'There is no title yet (judgment, provisionally enforceable payment order, notarial deed).',
            },
            inputs: { title: s.facts.claim.title ?? 'none' },
            cite: s.law.citations.enforcement_title,
            opens_if: { ja: '債務名義を得た場合', en: 'a title is obtained' },
          },
        ]),
    ...procedureBars(s, 'enforcement'),
    ...(s.facts.claim.procedure?.stage === 'enforcing' ? runningBars(s) : []),
  ],
  variants: (s) => {
    const who = isOpenWhoEnforces(s) ? [false, true] : [false];
    return who.flatMap((alone) => ordersFor(s).map((order) => ({ order, alone })));
  },
  prospect: (stated, { order, alone }) => {
    const { means } = ORDERS[order];
    const inHand = titleOf(stated.facts.claim) !== 'none';
    const s = alone ? { ...stated, state: { ...stated.state, counsel: false } } : stated;
    const fee_rate = s.state.counsel ? counselFees(s).success_rate : undefined;
    // A debtor who has known of the title for long has heard that it will be enforced.
    const steps: Order = inHand && isTitleNew(s.facts) ? ['announce', ...means] : means;
    return {
      event: { id: 'enforcement', at: 0, next: new TitleOrder(s, fee_rate, isTitleExpired(s)).follow(steps) },
      ...(ORDERS[order].means.some((one) => one === 'instalments') && areInstalmentsRefused(s)
        ? { open: CLOSED_FOR_GOOD }
        : {}),
    };
  },
  thresholds: () => [],
  // Security is realised first and does not grow with the claim.
  scaling: (s) => {
    if (s.facts.security > 0) return null;
    const scaling = { prices: [], granted: true };
    return s.state.counsel ? { ...scaling, fee_rate: counselFees(s).success_rate } : scaling;
  },
  enquiries: search,
  bargaining: ({ facts: { claim } }) =>
    claim.assets === 'known'
      ? {}
      : {
          asks: [
            {
              id: 'bank_and_customers',
              text: {
                ja: '取引銀行の支店と主な売掛先を書面で教えてもらう（のちに差し押さえる財産が分かります）',
                en: "the debtor's bank branch and main customers in writing, so that it is known what could be attached",
              },
              change: { claim: { assets: 'known' } },
            },
          ],
        },
  sentences: {
    step: (s, { order, alone }) =>
      phrase(
        {
          order: wordsOfOrder(order, s),
          fee: { yen: s.tariff.attachment },
          acting: s.state.counsel && !alone ? BY_A_LAWYER : SILENT,
          papers: madeReady(s, order),
        },
        {
          ja: '{order}{acting}{papers}差押えの手数料と郵便料は1回{fee}です。',
          en: '{order}{acting}{papers} Each attachment costs {fee} in fee and postage.',
        },
      ),
    reason: whatToAttach,
    risk: (s) =>
      isTitleExpired(s)
        ? phrase(
            { last_day: s.facts.limitation.last_day },
            {
              ja: '債務名義の時効は{last_day}に満了しています。執行は申し立てられますが、相手が請求異議の訴えで時効を援用すると止まります。',
              en: 'The limitation period of the title ended on {last_day}: you can still apply for enforcement, but it stops once the debtor invokes the limitation in an action opposing it.',
            },
          )
        : phrase(
            { source: articleOf(s.law.citations.attachment_shared) },
            {
              ja: '口座が空、財産が見つからないなどで取下げに終わることが多い手続です。他の債権者も差し押さえていれば、供託などの時までに差押えか配当要求をした者で按分します（{source}）。',
              en: 'Many attachments are withdrawn because the account is empty or nothing is found. Where others have attached it, too, those share who attach or claim a share before it is deposited ({source}).',
            },
          ),
  },
});
