// The texts of the view of a whole list.

import type { Text } from '../values/text.ts';
import { lang } from './state.ts';

/** By their names. */
export const LEDGER_WORDS = {
  drop: {
    ja: '会計ソフトから出した未入金の一覧（.xlsx・.csv・.tsv・.json、Shift_JIS も可）をここに落としてください。',
    en: 'Drop a list of unpaid invoices here, as the accounting system exported it (.xlsx, .csv, .tsv, .json, Shift_JIS, too).',
  },
  choose: { ja: 'またはファイルを選ぶ', en: 'or choose a file' },
  paste: { ja: 'または表計算から写して、ここに貼る', en: 'or copy cells in a spreadsheet and paste them here' },
  pasted: { ja: '貼り付けた表', en: 'pasted table' },
  private: {
    ja: 'ファイルはこのパソコンの中だけで読みます。',
    en: 'The file is read on this computer and is sent nowhere.',
  },
  reading: { ja: '列の読み方', en: 'How the columns are read' },
  rows: { ja: '件', en: ' receivables' },
  left_out: { ja: '除いた行', en: 'lines left out' },
  sheet: { ja: 'シート', en: 'sheet' },
  missing: { ja: '次の列が見つかりません。下で選んでください：', en: 'Choose the column below that holds:' },
  column: { ja: '見出し', en: 'Heading' },
  example: { ja: '最初の行', en: 'First line' },
  read_as: { ja: '読み方', en: 'Read as' },
  unused: { ja: '使わない', en: 'not used' },
  id: { ja: '番号', en: 'number' },
  debtor_id: { ja: '相手先', en: 'debtor' },
  hours: { ja: '使える時間（空なら無制限）', en: 'staff hours (empty: no limit)' },
  run: { ja: 'すべて計算する', en: 'Value all of them' },
  cancel: { ja: '中止', en: 'Cancel' },
  answers: { ja: '1件ごとの答え', en: 'Answers' },
  sums: { ja: 'まとめ', en: 'Together' },
  option: { ja: '最初の一手', en: 'First step' },
  count: { ja: '件数', en: 'Number' },
  face: { ja: '債権額', en: 'Face value' },
  one_more_hour: { ja: '時間がもう1時間あれば', en: 'One more hour is worth' },
  by_debtor: { ja: '相手先ごとの合計', en: 'By debtor' },
  soon: { ja: '90日以内の期限', en: 'Deadlines within 90 days' },
  filter: { ja: '絞り込み', en: 'Filter' },
  line: { ja: '行', en: 'Line' },
  limitation: { ja: '時効の最終日', en: 'Limitation' },
  save: { ja: '保存', en: 'Save' },
  more: { ja: '続きを表示', en: 'Show more' },
} as const satisfies Record<string, Text>;

/** A text of the list in the language of the page. */
export const l = (word: keyof typeof LEDGER_WORDS): string => LEDGER_WORDS[word][lang.value];
