// The texts of the page in both languages, and how it writes figures. Sentences about a claim come from the answer and are not written here.

import { grouped, type Text } from '../values/text.ts';
import { lang } from './state.ts';

const WORDS = {
  purpose: {
    ja: '払われない請求書1件について、回収のしかたをすべて円で比べ、最初の一手と期限を示します。入力はこのパソコンの外に出ません。',
    en: 'For one unpaid invoice this page values every way of recovering it in yen and names the first step and the deadlines. Nothing you type leaves this computer.',
  },
  example: {
    ja: '例を表示しています。5つの項目を書き換えてください。',
    en: 'This is an example. Change the five fields to your case.',
  },
  reset: { ja: '例に戻す', en: 'back to the example' },
  one: { ja: '1件を調べる', en: 'One invoice' },
  ledger: { ja: '一覧をまとめて調べる', en: 'A whole list' },
  sheets: { ja: '表計算から使う', en: 'Spreadsheets' },
  docs: { ja: 'API', en: 'API' },
  openapi: { ja: 'OpenAPI', en: 'OpenAPI' },
  keep: { ja: 'このページを1つのファイルで保存', en: 'keep this page as one file' },
  other_lang: { ja: 'English', en: '日本語' },
  inputs: { ja: '入力', en: 'Your case' },
  answer: { ja: '答え', en: 'Answer' },
  first_step: { ja: '最初の一手', en: 'First step' },
  next_deadline: { ja: '次の期限', en: 'Next deadline' },
  expected: { ja: '期待額', en: 'Expected value' },
  how_sure: { ja: '確かさ', en: 'How sure' },
  review: { ja: '見直す日', en: 'Look again on' },
  options: { ja: '手段の比較', en: 'Every way, best first' },
  options_hint: {
    ja: '棒は期待額、線は10回に8回入る範囲（下位10%〜上位10%）。選ぶと下にその手段の内訳が出ます。',
    en: 'Bar: expected value. Line: eight cases of ten lie inside it (P10 to P90). Choose one to see its figures below.',
  },
  tied: { ja: 'ほぼ互角', en: 'tied' },
  closed: { ja: '使えない手段', en: 'Closed' },
  needs: { ja: '条件を入れると計算する手段', en: 'Can be valued once you enter more' },
  opens_if: { ja: '使えるようになる条件', en: 'available if' },
  bridge: { ja: '債権額から期待額まで', en: 'From face value to expected value' },
  bridge_hint: { ja: '行を選ぶと、どこから来た数字かを示します。', en: 'Choose a line to see where it comes from.' },
  outcomes: { ja: 'どう終わりうるか', en: 'How it can turn out' },
  in_full: { ja: '全額（9割以上）', en: 'in full (90 % or more)' },
  in_part: { ja: '一部', en: 'in part' },
  nothing: { ja: '1円も回収できない', en: 'nothing at all' },
  at_a_loss: { ja: 'うち費用倒れ（費用が入金を上回る）', en: 'costs exceed receipts' },
  negotiation: { ja: '交渉の準備', en: 'Preparing the talks' },
  print_talks: { ja: '交渉の準備と記録票を印刷', en: 'print the preparation and a record sheet' },
  plan: { ja: '予定', en: 'The plan' },
  plan_hint: {
    ja: '払われないかぎり、この順に進みます。%はその時まで未回収である確率、金額は、それを上回る確かな現金の申出があれば受けるべき額です。',
    en: 'As long as nothing is paid, this is the order. %: chance that the claim is still unpaid then. Amount: accept any firm cash offer above it instead.',
  },
  cash_above: { ja: '受けるべき額', en: 'take cash above' },
  deadlines: { ja: '期限', en: 'Deadlines' },
  changes: { ja: '答えが変わるところ', en: 'What would change the answer' },
  changes_hint: {
    ja: '前提を範囲の両端まで動かしたときの期待額。旗はほかの手段に替わるところです。',
    en: 'Expected value with a number at both ends of its range. The flag marks where another step takes over.',
  },
  takes_over: { ja: 'ここで替わる', en: 'takes over here' },
  break_even: { ja: '採算の分かれ目', en: 'Break-evens' },
  information: { ja: '調べる価値', en: 'What knowing more is worth' },
  map: { ja: '2つの数を動かす', en: 'Move any two numbers' },
  map_hint: {
    ja: 'マスの色は、その組み合わせで最も有利な手段です。つまみで今の組み合わせを動かせます。',
    en: 'Each cell is coloured by the step that wins there. The sliders move the pair you look at.',
  },
  across: { ja: '横', en: 'across' },
  down: { ja: '縦', en: 'down' },
  here: { ja: 'ここでは', en: 'here' },
  reasons: { ja: '理由', en: 'Why' },
  risks: { ja: 'リスク', en: 'Risks' },
  warnings: { ja: '注意', en: 'Mind' },
  left_out: { ja: '計算に入れていないこと', en: 'What the figures leave out' },
  assumptions: { ja: '前提と出典', en: 'Assumptions and sources' },
  print: { ja: '稟議書を印刷', en: 'Print the approval sheet' },
  second_sheet: { ja: '2枚目に前提を付ける', en: 'with the assumptions on a second sheet' },
  copy_link: { ja: 'リンクを写す', en: 'Copy the link' },
  copied: { ja: '写しました', en: 'copied' },
  save: { ja: '保存', en: 'Save' },
  open: { ja: '開く', en: 'Open' },
  unopened: {
    ja: 'このファイルは開けません。このページで保存した1件か、未入金の一覧を選んでください。',
    en: 'This file cannot be opened. Choose a case that this page saved, or a list of unpaid invoices.',
  },
  remember: { ja: '費用と率をこのブラウザーに覚えさせる', en: 'Keep our costs and rates in this browser' },
  forget: { ja: '覚えた費用と率を消す', en: 'Forget our costs and rates' },
  stale: {
    ja: '入力に誤りがあります。これは直前の入力に対する答えです。',
    en: 'There is a mistake in your case. This answers what was there before.',
  },
  computing: { ja: '計算しています', en: 'computing' },
  assumed: { ja: '空のとき', en: 'when empty' },
  add_row: { ja: '追加する', en: 'Add' },
  remove_row: { ja: '取り消す', en: 'Remove' },
  row_incomplete: {
    ja: 'まだ計算に入っていません。日付や種類を入れてください。',
    en: 'Not counted yet: fill in what is missing.',
  },
  unknown: { ja: 'わからない', en: 'not known' },
  yes: { ja: 'はい', en: 'yes' },
  no: { ja: 'いいえ', en: 'no' },
  subject: { ja: '件名', en: 'Subject' },
  drafts: { ja: '書面の下書き', en: 'Drafts of letters and agreements' },
  document: { ja: '書面', en: 'Document' },
  papers: { ja: '要る書面', en: 'documents' },
  pay_by: { ja: '支払・回答の期日', en: 'pay or answer by' },
  opened_on: { ja: '手続開始の日', en: 'proceedings opened on' },
  names_hint: {
    ja: '名前や口座はこの画面の中だけで書面に入ります。リンクにも保存した入力にも残りません。',
    en: 'Names and accounts are put into the draft on this page alone; no link and no saved case holds them.',
  },
  certified_sheets: { ja: '内容証明の枚数', en: 'Sheets of certified mail:' },
  copy_draft: { ja: '本文を写す', en: 'Copy the text' },
  print_draft: { ja: '書面を印刷', en: 'Print the draft' },
  save_txt: { ja: '.txt で保存', en: 'Save as .txt' },
  save_docx: { ja: '.docx で保存', en: 'Save as .docx' },
  formula: { ja: '計算のしかた', en: 'How it is computed' },
  today: { ja: '今日で計算し直す', en: 'value it today instead' },
  as_of: { ja: '基準日', en: 'Valued on' },
  to_approve: { ja: '承認を求める費用', en: 'Cost to approve' },
  at_most: { ja: '最大', en: 'at most' },
  payee: { ja: '支払先', en: 'Paid to' },
  external: { ja: '裁判所・郵便・専門家など', en: 'courts, post, professionals' },
  fees: { ja: '成功報酬・手数料（入金から）', en: 'success fees, out of receipts' },
  own_time: { ja: '社内の手間', en: 'own time' },
  months: { ja: 'か月', en: ' months' },
  to_cash: { ja: '入金まで', en: 'to cash' },
  hours: { ja: '時間', en: ' h' },
} as const satisfies Record<string, Text>;

/** The name of a text of the page. */
export type Word = keyof typeof WORDS;

/** A text of the page in its language. */
export const w = (word: Word): string => WORDS[word][lang.value];

/** A text in the language of the page. */
export const say = (text: Text): string => text[lang.value];

/** An amount of the answer as people write it; the digits are those of the answer. */
export function yenText(amount: string | number): string {
  const text = grouped(amount);
  if (lang.value === 'ja') return `${text}円`;
  return text.startsWith('-') ? `-¥${text.slice(1)}` : `¥${text}`;
}

/** A chance in percentText, to one decimal where it is small. */
export function percentText(share: number): string {
  const exact = share * 100;
  return `${exact > 0 && exact < 10 ? Math.round(exact * 10) / 10 : Math.round(exact)}%`;
}

/** A whole amount on an axis: 120万, 1.2M. A small one says its unit, or it would be read in that of its neighbour. */
export function shortYen(amount: number): string {
  if (lang.value === 'ja') {
    if (Math.abs(amount) >= 1e8) return `${Math.round(amount / 1e6) / 100}億`;
    return Math.abs(amount) >= 1e4 ? `${Math.round(amount / 1e3) / 10}万` : yenText(Math.round(amount));
  }
  if (Math.abs(amount) >= 1e6) return `${Math.round(amount / 1e4) / 100}M`;
  return Math.abs(amount) >= 1e3 ? `${Math.round(amount / 100) / 10}k` : yenText(Math.round(amount));
}

/** How clear an answer is, in words. */
export const CALLS = {
  clear: { ja: '明らか', en: 'clear' },
  likely: { ja: 'おそらく', en: 'likely' },
  close: { ja: '僅差', en: 'close' },
} as const satisfies Record<string, Text>;

/** How sure a number is, in words. */
export const CERTAINTY_WORDS = {
  official: { ja: '公的統計', en: 'official figure' },
  secondary: { ja: '二次資料', en: 'secondary source' },
  poll: { ja: '調査', en: 'poll' },
  judgement: { ja: '判断値', en: 'judgement' },
  caller: { ja: '当社の指定', en: 'stated by you' },
} as const satisfies Record<string, Text>;
