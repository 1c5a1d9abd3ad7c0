// What Excel shows about the functions of the add-in. There is one file for each language, because only names and descriptions may differ.
// Names are English in both, so that a workbook works everywhere.

import type { Lang, Text } from '../values/text.ts';

interface FunctionParameter {
  readonly name: string;
  readonly description: Text;
  readonly type: 'any' | 'string';
  readonly dimensionality: 'scalar' | 'matrix';
  readonly optional?: true;
}

interface CustomFunction {
  readonly id: string;
  readonly description: Text;
  readonly parameters: readonly FunctionParameter[];
  readonly result: { readonly type: 'any' | 'number' | 'string'; readonly dimensionality: 'scalar' | 'matrix' };
}

// Amounts and days are of any type, so that a mistake in a cell is answered by the service, which says what may be written.
const CLAIM: readonly FunctionParameter[] = [
  {
    name: 'amount',
    description: { ja: '債権額（未回収の元本、税込）', en: 'Unpaid principal, tax included' },
    type: 'any',
    dimensionality: 'scalar',
  },
  {
    name: 'overdueDays',
    description: { ja: '滞留日数（期日からの日数、期日前は負の数）', en: 'Days overdue; negative before the due date' },
    type: 'any',
    dimensionality: 'scalar',
  },
  {
    name: 'tdbScore',
    description: { ja: '帝国データバンク評点。省略できます', en: 'TDB score of the debtor; may be left out' },
    type: 'any',
    dimensionality: 'scalar',
    optional: true,
  },
  {
    name: 'options',
    description: {
      ja: '項目名と値の2列の範囲（例: contact と evasive）。省略できます',
      en: 'Two columns, names of fields and values, e.g. contact and evasive; may be left out',
    },
    type: 'any',
    dimensionality: 'matrix',
    optional: true,
  },
];

const SCALAR = { type: 'string', dimensionality: 'scalar' } as const;
const SPILL = { type: 'any', dimensionality: 'matrix' } as const;

const FUNCTIONS: readonly CustomFunction[] = [
  {
    id: 'BEST',
    description: {
      ja: '未回収の債権について、推奨する回収手段の名前を返します。',
      en: 'Returns the name of the recommended way of recovering an unpaid receivable.',
    },
    parameters: CLAIM,
    result: SCALAR,
  },
  {
    id: 'NET',
    description: {
      ja: 'ある回収手段から始めた場合の期待額を返します。',
      en: 'Returns the expected net value of starting with an option.',
    },
    parameters: [
      {
        name: 'option',
        description: {
          ja: '手段のコード（例: pursue、sell、litigate）',
          en: 'Code of the option, e.g. pursue, sell, litigate',
        },
        type: 'string',
        dimensionality: 'scalar',
      },
      ...CLAIM,
    ],
    result: { type: 'number', dimensionality: 'scalar' },
  },
  {
    id: 'RANK',
    description: {
      ja: 'すべての回収手段を有利な順に並べた表を返します。使えない手段には理由が付きます。',
      en: 'Returns a table of every option, best first; closed options come last with the reason.',
    },
    parameters: CLAIM,
    result: SPILL,
  },
  {
    id: 'PORTFOLIO',
    description: {
      ja: '見出し行つきの範囲をまとめて評価し、行ごとの答えを返します。',
      en: 'Values a range with headings in one go and returns a line of answers for each line.',
    },
    parameters: [
      {
        name: 'range',
        description: { ja: '見出し行を含む範囲', en: 'Range with its line of headings' },
        type: 'any',
        dimensionality: 'matrix',
      },
      {
        name: 'outs',
        description: {
          ja: '出す値の名前（コンマ区切りの文字列か範囲）。省略できます',
          en: 'Names of the values wanted, as comma text or a range; may be left out',
        },
        type: 'any',
        dimensionality: 'matrix',
        optional: true,
      },
    ],
    result: SPILL,
  },
  {
    id: 'EXPLAIN',
    description: {
      ja: '推奨の結論・理由・予定・期限・リスクを文で返します。',
      en: 'Returns the recommendation in sentences: headline, reasons, plan, deadlines, risks.',
    },
    parameters: CLAIM,
    result: SPILL,
  },
];

/** The descriptions of the functions in a language as the JSON that Excel reads; `origin` is the address of the service. */
export function functionsMetadata(origin: string, lang: Lang): string {
  const functions = FUNCTIONS.map(({ id, description, parameters, result }) => ({
    id,
    name: id,
    description: description[lang],
    helpUrl: `${origin}/sheets/${lang === 'en' ? '?lang=en' : ''}`,
    parameters: parameters.map((parameter) => ({ ...parameter, description: parameter.description[lang] })),
    result,
  }));
  return `${JSON.stringify({ functions }, null, 2)}\n`;
}
