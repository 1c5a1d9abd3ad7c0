// What headings mean in accounting systems, where that differs from their general meaning, and by which headings a system is recognised.
// No file of these systems was at hand: the headings follow their help pages and interfaces, so each of them is an estimate.

import { fold, type Role } from './vocabulary.ts';

/** How certain a preset is: none has been compared with a file of its system. */
export const PRESET_CERTAINTY = 'estimated';

/** An accounting system and the headings of its files. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly certainty: typeof PRESET_CERTAINTY;
  /** Folded headings by which the system is recognised. */
  readonly telling: ReadonlySet<string>;
  /** What folded headings mean in this system. */
  readonly roles: ReadonlyMap<string, Role>;
  /** Folded headings of age columns, with the bucket label that each stands for. */
  readonly buckets: ReadonlyMap<string, string>;
  /** Folded headings that stand for a field of a request, with the name of the field. */
  readonly fields: ReadonlyMap<string, string>;
  /** Whether its aging tables count from the day of issue. */
  readonly from_issue: boolean;
}

/** A preset as it is written below, with headings as the system writes them. */
interface PresetDefinition {
  readonly name: string;
  readonly telling: readonly string[];
  readonly roles?: Readonly<Record<string, Role>>;
  readonly buckets?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly from_issue?: boolean;
}

const folded = <T>(headings: Readonly<Record<string, T>> = {}): ReadonlyMap<string, T> =>
  new Map(Object.entries(headings).map(([heading, value]) => [fold(heading), value]));

const preset = (id: string, definition: PresetDefinition): Preset => ({
  id,
  name: definition.name,
  certainty: PRESET_CERTAINTY,
  telling: new Set(definition.telling.map(fold)),
  roles: folded(definition.roles),
  buckets: folded(definition.buckets),
  fields: folded(definition.fields),
  from_issue: definition.from_issue ?? false,
});

/** Every system, in the order in which equals are chosen. */
export const PRESETS: readonly Preset[] = [
  preset('freee', {
    name: 'freee会計',
    telling: ['収支区分', '管理番号', '決済期日', '未決済金額', '支払残額', 'due_amount', 'ref_number', 'partner_code'],
    // In its interface `amount` is what was billed; the open part is due_amount.
    roles: { amount: 'billed', due_amount: 'balance', issue_date: 'invoice_date', 管理番号: 'id' },
    from_issue: true,
  }),
  preset('moneyforward', {
    name: 'マネーフォワード クラウド',
    telling: ['請求書宛名', '外部コード', '入金予定額', '請求書番号', '入金ステータス', '件名'],
    roles: { 外部コード: 'other', 請求書番号: 'id', 請求書宛名: 'debtor_name' },
  }),
  preset('yayoi', {
    name: '弥生',
    telling: [
      '滞留額',
      '当月要回収額',
      '回収予定額',
      '回収方法',
      '前月末残高',
      '当月請求金額',
      '当月回収金額',
      '請求先コード',
    ],
  }),
  preset('bugyo', {
    name: '勘定奉行・債権奉行',
    telling: ['債権残高', '債権発生日', '債権伝票No.', '回収予定日', '債権計上日', '請求締日'],
    roles: { '債権伝票No.': 'id', 債権残高: 'balance' },
  }),
  preset('sap', {
    name: 'SAP',
    telling: [
      'KUNNR',
      'BELNR',
      'DMSHB',
      'WRSHB',
      'BUKRS',
      'BLDAT',
      'BUDAT',
      '正味支払期日',
      '国内通貨額',
      '伝票通貨額',
      'Amount in local currency',
      'Amount in document currency',
      'Net due date',
      '転記日付',
    ],
    roles: {
      DMSHB: 'balance',
      国内通貨額: 'balance',
      'Amount in local currency': 'balance',
      'Amount in LC': 'balance',
      // The currency column is that of the document; it says nothing about the amount in local currency.
      WRSHB: 'other',
      伝票通貨額: 'other',
      'Amount in document currency': 'other',
      WAERS: 'other',
      伝票通貨: 'other',
      'Document currency': 'other',
      割当: 'other',
      Assignment: 'other',
      Reference: 'other',
      Account: 'debtor_code',
      Customer: 'debtor_code',
      得意先: 'debtor_code',
    },
  }),
  preset('netsuite', {
    name: 'NetSuite',
    telling: ['P.O. No.', 'Document Number', 'Age', 'Open Balance', 'Transaction Type'],
    roles: { date: 'invoice_date', 'P.O. No.': 'other', 'Document Number': 'id' },
  }),
  preset('quickbooks', {
    name: 'QuickBooks',
    telling: [
      'Num',
      'Transaction type',
      'Open balance',
      'Past due',
      'subt_open_bal',
      'doc_num',
      'tx_date',
      'cust_name',
    ],
    roles: {
      date: 'invoice_date',
      subt_open_bal: 'balance',
      subt_amount: 'billed',
      tx_date: 'invoice_date',
      cust_name: 'debtor_name',
    },
  }),
  preset('xero', {
    name: 'Xero',
    telling: ['< 1 Month', 'Older', 'Credited', 'ContactName', 'InvoiceAmountDue', 'Invoice Number', 'Contact'],
    roles: {
      Contact: 'debtor_name',
      ContactName: 'debtor_name',
      Reference: 'other',
      date: 'invoice_date',
      Number: 'id',
    },
  }),
  preset('business_central', {
    name: 'Dynamics 365 Business Central',
    telling: ['agedAsOfDate', 'period1Amount', 'period2Amount', 'balanceDue', 'currentAmount', 'customerNumber'],
    roles: { balanceDue: 'total' },
    // The length of a period is set by the user; thirty days is what the system proposes.
    buckets: { currentAmount: 'current', period1Amount: '1-30', period2Amount: '31-60', period3Amount: '61+' },
    fields: { agedAsOfDate: 'as_of' },
  }),
];

/** How many telling headings a table must have before it is taken for the file of a system. */
const TELLING_MIN = 2;

/** The system of which a table has the most telling headings, at least two; undefined when there is none. `headings` are folded. */
export function presetOf(headings: readonly string[]): Preset | undefined {
  let best: Preset | undefined;
  let most = TELLING_MIN - 1;
  for (const one of PRESETS) {
    const count = headings.filter((heading) => one.telling.has(heading)).length;
    if (count > most) [best, most] = [one, count];
  }
  return best;
}
