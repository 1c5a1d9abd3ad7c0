// Examples of every operation in both languages, for its description: bodies as they are sent, and for what is asked with an address the address
// that gives the answer. All of them are asked in the tests.

import { formats } from '../http/negotiation.ts';
import type { Text } from '../values/text.ts';

/** An example of an operation: what it shows, and what is sent. */
interface Sample {
  readonly about: Text;
  /** Facts of the query, or of the body where there is one; without them the example of the body itself. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Parts of the path. */
  readonly path?: Readonly<Record<string, string>>;
  /** A body that is text, by its media type. */
  readonly text?: readonly [media_type: string, body: string];
}

const DAY = { as_of: '2026-11-21' };
const EXAMPLE_CLAIM = { amount: 1250000, overdue_days: 82, ...DAY };

/** The format of which addresses with an extension have an example. */
const TABLE = formats.find(({ dialect }) => dialect !== undefined);

/** Examples by the id of the operation, without what tells its forms apart. */
const OPERATION_SAMPLES: Readonly<Record<string, Sample>> = {
  evaluate: {
    about: { ja: '82日過ぎた125万円の請求書', en: 'An invoice of 1.25 million yen, 82 days overdue' },
    facts: { ...EXAMPLE_CLAIM, contact: 'evasive', evidence: 'strong' },
  },
  cell: {
    about: { ja: '推奨する手段の名前', en: 'The name of the recommended option' },
    facts: { ...EXAMPLE_CLAIM, field: 'best_label' },
  },
  cells: {
    about: { ja: '2件の推奨と期待正味額', en: 'What to do about two invoices, and what they are worth' },
    facts: { cols: 'amount,overdue_days', rows: '1250000,82;80000,40', out: 'best_label,best_net', ...DAY },
  },
  portfolio: {
    about: { ja: '2件の一覧', en: 'A list of two' },
    facts: {
      rows: [
        { id: 'INV-1', debtor_id: 'A', amount: 1250000, due_date: '2026-07-31' },
        { id: 'INV-2', debtor_id: 'B', amount: 80000, due_date: '2026-08-31' },
      ],
    },
    text: ['text/csv', 'id,amount,due_date\nINV-1,1250000,2026-07-31\nINV-2,80000,2026-08-31\n'],
  },
  draftDocument: {
    about: { ja: '82日過ぎた125万円の督促状', en: 'A second reminder of 1.25 million yen, 82 days overdue' },
    facts: { ...EXAMPLE_CLAIM, pay_by: '2026-12-11' },
  },
  listDocuments: { about: { ja: '下書きできる書面', en: 'The documents that can be drafted' } },
  mapPortfolio: { about: { ja: '見出しつきの表', en: 'A table with its headings' } },
  sensitivityGrid: { about: { ja: '金額と滞留日数を動かす', en: 'Amount and age are moved' } },
  badDebt: { about: { ja: '取引を停止した相手の貸倒れ', en: 'A bad debt after dealings have stopped' } },
  // Here 'suit' is a step that costs a fee, not an option.
  courtFees: {
    about: { ja: '100万円を訴える費用', en: 'What suing over a million yen costs' },
    facts: { amount: 1000000, procedure: 'suit', on: '2026-11-21' },
  },
  enforcement: { about: { ja: '給料の差押え', en: 'Attachment of wages' } },
  feeCredit: { about: { ja: '調停の手数料を訴えに充てる', en: 'The fee of mediation counts toward the suit' } },
  goodsSecurity: { about: { ja: '売った商品の先取特権', en: 'The lien of the seller of goods' } },
  guarantee: { about: { ja: '個人の根保証', en: 'An individual guarantees unspecified debts' } },
  instruments: { about: { ja: '約束手形の満期', en: 'A promissory note falls due' } },
  interest: {
    about: { ja: '100万円の遅延損害金', en: 'Late interest on a million yen' },
    facts: { amount: 1000000, due_date: '2026-03-31', ...DAY },
  },
  law: { about: { ja: '2026年11月21日の法令の値', en: 'Legal values on 2026-11-21' }, facts: DAY },
  lawValue: {
    about: { ja: '法定利率の推移', en: 'The statutory rate and its history' },
    path: { id: 'late_interest.statutory' },
    facts: DAY,
  },
  liability: { about: { ja: '責任を問える期限', en: 'Until when somebody can be held liable' } },
  limitation: { about: { ja: '催告をした債権の時効', en: 'Limitation after a demand' } },
  provisionalAttachment: { about: { ja: '預金の仮差押え', en: 'Provisional attachment of a bank account' } },
  stampDuty: { about: { ja: '領収書の印紙', en: 'Stamp duty on a receipt' } },
  trial: { about: { ja: '法定審理期間訴訟手続', en: 'A trial within a fixed period' } },
  listAssumptions: { about: { ja: '前提の一覧', en: 'All assumptions' } },
  listFields: { about: { ja: '項目の一覧', en: 'All fields' } },
  listOptions: { about: { ja: '手段の一覧', en: 'All options' } },
  problem: { about: { ja: '入力の誤り', en: 'Mistakes in the input' }, path: { code: 'invalid_input' } },
  mcp: {
    about: { ja: '手段を比べる', en: 'Compare the options' },
    facts: {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'compare_recovery_options', arguments: EXAMPLE_CLAIM },
    },
  },
  docs: { about: { ja: 'API の説明', en: 'The documentation' } },
  page: { about: { ja: 'ページ', en: 'The page' } },
  page_file: { about: { ja: '1つのファイルのページ', en: 'The page as one file' } },
  health: { about: { ja: '動いているか', en: 'Whether it serves' } },
  version: { about: { ja: '今の版', en: 'The present versions' } },
  openapi: { about: { ja: 'この文書', en: 'This document' } },
  llms: { about: { ja: 'アシスタントのための案内', en: 'The guide for assistants' } },
  sheets: { about: { ja: '表計算から使う', en: 'From a spreadsheet' } },
};

/** Names of operations in Japanese, by the same ids. */
const SUMMARIES: Readonly<Record<string, string>> = {
  evaluate: '債権1件の評価',
  cell: '1つの値を文字で',
  cells: '複数の行の値を一度に',
  draftDocument: '書面の下書き',
  listDocuments: '書面の一覧',
  portfolio: '一覧の評価',
  mapPortfolio: '一覧の読み取り方',
  sensitivityGrid: '2つの数を動かした勝者の表',
  badDebt: '貸倒損失の要件',
  courtFees: '手続の費用',
  enforcement: '強制執行',
  feeCredit: '手数料の充当',
  goodsSecurity: '商品の先取特権',
  guarantee: '保証',
  instruments: '手形・小切手・電子記録債権',
  interest: '遅延損害金',
  law: '法令の値',
  lawValue: '法令の値1つの履歴',
  liability: '責任追及と否認・取消しの期限',
  limitation: '消滅時効',
  provisionalAttachment: '仮差押え',
  stampDuty: '印紙税',
  trial: '法定審理期間訴訟手続',
  listAssumptions: '前提の一覧',
  listFields: '項目の一覧',
  listOptions: '手段の一覧',
  problem: '問題の説明',
  mcp: 'AI アシスタントのための道具',
  docs: 'API の説明',
  page: 'ページ',
  page_file: '1つのファイルのページ',
  health: '動作の確認',
  version: '版',
  openapi: 'この文書',
  llms: 'アシスタントへの案内',
  sheets: '表計算から使う',
};

/** A file that spreadsheets load. */
const FILE: Sample = { about: { ja: 'ファイル', en: 'The file' } };

type ExampledContent = Record<
  string,
  { readonly schema?: { readonly $ref?: string; readonly example?: unknown }; examples?: object }
>;

/** What is read of a described operation. */
interface Described {
  readonly operationId: string;
  'x-summary-ja'?: string;
  /** Addresses to ask, by language. As external values of the answer, generators of clients would try to fetch them. */
  'x-examples'?: object;
  readonly parameters?: readonly {
    readonly $ref?: string;
    readonly name?: string;
    readonly in?: string;
    readonly schema?: { readonly example?: unknown };
  }[];
  readonly requestBody?: { readonly content: ExampledContent };
  readonly responses: Readonly<Record<string, { readonly content?: ExampledContent }>>;
}

/** The parts of a document that examples are made of. */
interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, { readonly example?: unknown }>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

const lastOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** An example for each language, by its name. */
const inBoth = (about: Text, of: (lang: 'ja' | 'en') => object) =>
  Object.fromEntries((['ja', 'en'] as const).map((lang) => [lang, { summary: about[lang], ...of(lang) }]));

/** The names of the parameters of an operation. */
const parametersOf = ({ parameters = [] }: Described): string[] =>
  parameters.map(({ $ref, name }) => name ?? lastOf($ref ?? '').replace(/_\d+$/, ''));

/** Examples of the parts of a path, as their schemas state them. */
const pathExamples = ({ parameters = [] }: Described): Record<string, string> =>
  Object.fromEntries(
    parameters.flatMap(({ name, in: place, schema }) =>
      place === 'path' && name !== undefined ? [[name, String(schema?.example ?? name)]] : [],
    ),
  );

/** The example that the schema of a body holds. */
function bodyExample(content: ExampledContent, { components }: Document): object {
  const { schema } = content['application/json'] ?? {};
  const example = schema?.$ref === undefined ? schema?.example : components.schemas[lastOf(schema.$ref)]?.example;
  return typeof example === 'object' && example !== null ? example : {};
}

/** Puts examples of its body on an operation. */
function exampleBodies(
  content: ExampledContent,
  { about, facts, text }: Sample,
  isSpoken: boolean,
  document: Document,
): void {
  const json = content['application/json'];
  const value = facts ?? bodyExample(content, document);
  if (json) json.examples = inBoth(about, (lang) => ({ value: { ...value, ...(isSpoken ? { lang } : {}) } }));
  const written = text && content[text[0]];
  if (written && text) written.examples = inBoth(about, () => ({ value: text[1] }));
}

/** The address that gives the answer of an example. */
function exampleAddress(
  path: string,
  { facts = {}, path: parts = {} }: Sample,
  known: readonly string[],
  lang: 'ja' | 'en',
): string {
  const filled = Object.entries(parts).reduce((address, [name, value]) => address.replace(`{${name}}`, value), path);
  const flat = Object.entries({ ...facts, ...(known.includes('lang') ? { lang } : {}) })
    .filter(([name, value]) => known.includes(name) && typeof value !== 'object')
    .map(([name, value]): [string, string] => [name, String(value)]);
  return flat.length === 0 ? filled : `${filled}?${new URLSearchParams(flat)}`;
}

/** Puts examples, and its name in Japanese, on every operation of a document that was just made. */
export function addExamples(document: Document): void {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.values(item).map((operation) => ({ path, operation: operation as Described })),
  );
  const bodies = new Map<string, object>();
  for (const { operation } of operations)
    if (operation.requestBody) bodies.set(operation.operationId, bodyExample(operation.requestBody.content, document));
  for (const { path, operation } of operations) {
    const id = operation.operationId.replace(/(Query|File)$/, '');
    const sample = OPERATION_SAMPLES[id] ?? FILE;
    const known = parametersOf(operation);
    const summary = SUMMARIES[id];
    if (summary !== undefined) operation['x-summary-ja'] = summary;
    if (operation.requestBody) {
      const isSpoken = !known.includes('lang') && id !== 'mcp';
      exampleBodies(operation.requestBody.content, sample, isSpoken, document);
      continue;
    }
    const asked = {
      ...sample,
      facts: sample.facts ?? { ...bodies.get(id) },
      path: { ...pathExamples(operation), extension: TABLE?.extension ?? '', ...sample.path },
    };
    operation['x-examples'] = inBoth(sample.about, (lang) => ({ address: exampleAddress(path, asked, known, lang) }));
  }
}
