// The tools that are not about one claim: a whole ledger, and the arithmetic of the law.

import { type CalculatorWords, queryParameters } from '../http/calculator.ts';
import { formats } from '../http/negotiation.ts';
import type { PortfolioSummary, RowAnswer } from '../portfolio/answer.ts';
import type { Problem } from '../problem.ts';
import type { Lang } from '../values/text.ts';
import { fieldHint, LANG_INPUT } from './claim_input.ts';
import {
  type AskService,
  type AssistantTool,
  answerJson,
  askQuery,
  queryText,
  Refusal,
  refuseOthers,
  refuseUnknown,
  shortened,
  type ToolAnswer,
  type ToolInput,
  toolLang,
} from './tools.ts';

/** Rows that are told one by one. */
const ROWS_TOLD = 200;

const OUT = 'best,best_label,best_net,margin,call,first_step,review_on,limitation_last_day';

/** What the service says of a ledger: the summary comes last, or in its place the problem with which the answer was broken off. */
interface LedgerSaid {
  readonly rows?: readonly RowAnswer[];
  readonly summary?: PortfolioSummary;
  readonly problem?: Problem;
}

/** What a row says of itself in one line. */
function rowLine({ index, id, debtor_id, status, result, problem }: RowAnswer): string {
  const name = [id ?? `#${index + 1}`, debtor_id].filter(Boolean).join(' / ');
  return status === 200
    ? `- ${name}: ${result?.best_label} ${result?.best_net} JPY. ${result?.first_step ?? ''}`
    : `- ${name}: ${problem?.title ?? status} ${problem?.errors?.[0]?.detail ?? ''}`;
}

/** Why a ledger was broken off, and what had been valued by then: the sums are missing, and so is every row that would have come after. */
function brokenOff(answered: readonly RowAnswer[], problem: Problem | undefined, lang: Lang): Refusal {
  const count = answered.length;
  return new Refusal(
    shortened(
      [
        ...(problem === undefined ? [] : [`${problem.title}: ${problem.detail}`]),
        {
          ja: `先頭の${count}行まで評価したところで中断しました。合計はありません。`,
          en: `It was broken off after the first ${count} ${count === 1 ? 'row' : 'rows'}; there are no sums.`,
        }[lang],
        '',
        ...answered.map(rowLine),
      ],
      lang,
    ),
  );
}

/** The worth of a row, for putting the dearest first; what could not be valued comes last. */
const worthOf = ({ result }: RowAnswer): number => Number(result?.best_net ?? Number.NEGATIVE_INFINITY);

async function ledger(input: ToolInput, ask: AskService): Promise<ToolAnswer> {
  const lang = toolLang(input);
  refuseOthers(input, ['table', 'rows', 'as_of', 'hours', 'lang'], lang);
  const { table, rows, as_of, hours } = input;
  const isText = typeof table === 'string';
  if (isText === Array.isArray(rows)) throw new Refusal('table or rows: one of the two');
  const query = new URLSearchParams({
    lang,
    out: OUT,
    ...(isText ? { map: 'auto' } : {}),
    ...(as_of === undefined ? {} : { as_of: String(as_of) }),
    ...(hours === undefined ? {} : { hours: String(hours) }),
  });
  const tabbed = isText && table.split('\n', 1)[0]?.includes('\t');
  const type = isText ? (tabbed ? 'text/tab-separated-values' : 'text/csv') : 'application/json';
  const answer = await ask(`/v1/portfolio?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': `${type}; charset=utf-8`, Accept: 'application/json' },
    body: isText ? table : JSON.stringify({ rows }),
  });
  const { summary, problem, rows: answered = [] } = await answerJson<LedgerSaid>(answer);
  if (summary === undefined) throw brokenOff(answered, problem, lang);
  const dearest = [...answered].sort((a, b) => worthOf(b) - worthOf(a));
  const said = dearest.slice(0, ROWS_TOLD);
  return {
    text: shortened([summary.text, '', ...said.map(rowLine)], lang),
    data: {
      summary: { ...summary, deadlines: summary.deadlines.slice(0, 20) },
      rows: said.map(({ index, id, debtor_id, status, result, problem }) => ({
        index,
        id,
        debtor_id,
        status,
        ...(result === undefined ? {} : { result }),
        ...(problem === undefined ? {} : { problem: problem.code }),
      })),
      rows_left_out: answered.length - said.length,
    },
  };
}

const LEDGER_TOOL: AssistantTool = {
  name: 'evaluate_ledger',
  title: 'Evaluate a ledger of receivables',
  description:
    'Values every row of a receivables ledger and adds them up: what to do first about each, what it is worth, deadlines, and with hours where a limited number of staff hours earns most. Give table (the ledger as pasted text with its headings, CSV or tab separated, Japanese or English) or rows.',
  input: {
    type: 'object',
    properties: {
      table: { type: 'string', maxLength: 2_000_000, description: 'The ledger as text, headings included.' },
      rows: {
        type: 'array',
        maxItems: 1_000,
        items: { type: 'object', additionalProperties: true },
        description: 'Or rows of facts by their names in kaishu://fields, with id and debtor_id.',
      },
      as_of: { type: 'string', description: 'Day of the valuation, such as 2026-11-21; today without it.' },
      hours: { type: 'number', minimum: 0, description: 'Staff hours there are.' },
      lang: LANG_INPUT,
    },
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      summary: { type: 'object' },
      rows: { type: 'array', items: { type: 'object' } },
      rows_left_out: { type: 'integer' },
    },
    required: ['summary', 'rows'],
  },
  run: ledger,
};

const asText = formats.find(({ media_type }) => media_type === 'text/plain');

/** The arithmetic of the law as one tool over all calculators. */
function lawTool(calculators: readonly CalculatorWords[]): AssistantTool {
  const topicOf = (path: string): string => path.slice('/v1/'.length);
  const topics = new Map(calculators.map((one) => [topicOf(one.path), one]));
  const hints = [...topics].map(([topic, { summary, fields }]) => {
    const names = Object.entries(queryParameters(fields)).map(([name, schema]) => fieldHint(name, schema));
    return `${topic} (${summary}): ${names.filter((name) => name !== 'jurisdiction' && name !== 'lang').join(', ')}`;
  });
  return {
    name: 'law_arithmetic',
    title: 'Arithmetic of the law',
    description:
      'Court fees, late interest, limitation, security for provisional attachment, guarantee, bad debts and other dated arithmetic of Japanese law over a claim, each figure with its article and how sure it is.',
    input: {
      type: 'object',
      properties: {
        topic: { type: 'string', enum: [...topics.keys()], description: 'What to compute.' },
        facts: {
          type: 'object',
          additionalProperties: true,
          description: `Facts of the topic by name; * is needed. ${hints.join('; ')}`,
        },
        lang: LANG_INPUT,
      },
      required: ['topic'],
      additionalProperties: false,
    },
    output: {
      type: 'object',
      properties: { topic: { type: 'string' }, answer: { type: 'object' } },
      required: ['topic', 'answer'],
    },
    run: async (input, ask) => {
      const lang = toolLang(input);
      refuseUnknown('topic', input.topic, [...topics.keys()], lang);
      refuseOthers(input, ['topic', 'facts', 'lang'], lang);
      const topic = String(input.topic);
      const found = topics.get(topic);
      if (found === undefined) throw new Refusal(topic);
      const facts = typeof input.facts === 'object' && input.facts !== null ? { ...input.facts } : {};
      const query = { ...facts, lang };
      const answer = await askQuery<object>(ask, found.path, query);
      const page = await ask(`${found.path}.${asText?.extension}?${queryText(query)}`);
      return { text: shortened((await page.text()).trimEnd().split('\n'), lang), data: { topic, answer } };
    },
  };
}

/** The tools about ledgers and the law. */
export const otherTools = (calculators: readonly CalculatorWords[]): AssistantTool[] => [
  LEDGER_TOOL,
  lawTool(calculators),
];
