// The tools about one claim: which way is best, why one option stands where it does, and what would change the answer. Each asks for an
// evaluation and tells the part of it that was asked about.

import type { EvaluationAnswer, Report } from '../report/answer.ts';
import { OPTION_IDS } from '../request/options.ts';
import type { Lang } from '../values/text.ts';
import { claimBody, claimInput } from './claim_input.ts';
import {
  type AskService,
  type AssistantTool,
  askJson,
  Refusal,
  refuseUnknown,
  shortened,
  type ToolAnswer,
  type ToolInput,
  toolLang,
} from './tools.ts';

const EVALUATE = '/v1/evaluate';

/** Options that are told in words; the data have all. */
const OPTIONS_TOLD = 12;
/** Numbers that would change the answer, in words. */
const CHANGES_TOLD = 12;

type Said = Report['options'][number];

/** The evaluation of the claim of a call, with these parts. Throws `Refusal` when the service refuses. */
const evaluated = (
  ask: AskService,
  input: ToolInput,
  { own = [], include }: { readonly own?: readonly string[]; readonly include: readonly string[] },
): Promise<Report> => askJson<EvaluationAnswer>(ask, EVALUATE, claimBody(input, own, include));

const titled = (title: { readonly ja: string; readonly en: string }, lang: Lang, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `${title[lang]}:`, ...lines];

/** An option in one line: its place and figures, or why it is closed. */
function optionLine({ rank, id, label, status, net_value, p10, p90, tied, bars, needs }: Said): string {
  if (status === 'open') return `${rank}${tied ? '=' : ''} ${label} [${id}] ${net_value} JPY (P10 ${p10}, P90 ${p90})`;
  if (needs !== undefined) return `? ${label} [${id}] ← ${needs.join(', ')}`;
  return `× ${label} [${id}] ${bars[0]?.text ?? ''}${bars[0]?.citation ? ` [${bars[0].citation}]` : ''}`;
}

const byStatus = (options: readonly Said[], status: Said['status']): Said[] =>
  options.filter((option) => option.status === status);

/** What every answer about a claim says of its origin. */
const originOf = ({ meta, disclaimer }: Report) => ({
  as_of: meta.as_of,
  model_version: meta.model_version,
  law_version: meta.law_version,
  input_hash: meta.input_hash,
  disclaimer,
});

const SECTIONS = {
  options: { ja: '手段（順位、期待正味額）', en: 'Options (rank, expected net value)' },
  plan: { ja: '進め方', en: 'Plan' },
  deadlines: { ja: '期限', en: 'Deadlines' },
  reasons: { ja: '理由', en: 'Reasons' },
  risks: { ja: '注意', en: 'Risks' },
  warnings: { ja: '警告', en: 'Warnings' },
  closed: { ja: '使えない手段', en: 'Closed' },
  needed: { ja: '条件が分かれば計算できる手段', en: 'Can be valued once told' },
  bridge: { ja: '額面から正味額まで', en: 'From face to net' },
  changes: { ja: '変えうる前提・入力', en: 'Numbers that would change it' },
  break_even: { ja: '採算の分かれ目', en: 'Break-evens' },
  information: { ja: '調べる価値', en: 'Worth finding out' },
} as const;

const bullets = (items: readonly { readonly text: string }[]): string[] => items.map(({ text }) => `- ${text}`);

// Here 'plan' is a part of the answer, not an option.
async function compare(input: ToolInput, ask: AskService): Promise<ToolAnswer> {
  const report = await evaluated(ask, input, { include: ['plan'] });
  const lang = toolLang(input);
  const { recommendation: best, options, warnings } = report;
  const open = byStatus(options, 'open');
  const text = shortened(
    [
      best.headline,
      ...titled(SECTIONS.options, lang, open.slice(0, OPTIONS_TOLD).map(optionLine)),
      ...titled(
        SECTIONS.plan,
        lang,
        (best.plan ?? []).map((step) => `- ${step.from}: ${step.label}. ${step.text} → ${step.until}`),
      ),
      ...titled(
        SECTIONS.deadlines,
        lang,
        best.deadlines.map(({ on, text: what }) => `- ${on} ${what}`),
      ),
      best.review,
      ...titled(SECTIONS.reasons, lang, bullets(best.reasons)),
      ...titled(SECTIONS.risks, lang, bullets(best.risks)),
      ...titled(SECTIONS.warnings, lang, bullets(warnings)),
      ...titled(SECTIONS.needed, lang, byStatus(options, 'needs_terms').map(optionLine)),
      '',
      report.disclaimer,
    ],
    lang,
  );
  const data = {
    recommendation: {
      option: best.option,
      label: best.label,
      headline: best.headline,
      net_value: best.net_value,
      family: best.family,
      call: best.call,
      step_call: best.step_call,
      review_on: best.review_on,
      plan: (best.plan ?? []).map(({ from, to, option, chance_reached }) => ({ from, to, option, chance_reached })),
      deadlines: best.deadlines.map(({ on, kind }) => ({ on, kind })),
    },
    options: options.map(({ id, status, rank, net_value, p10, p90, tied, bars, needs }) =>
      status === 'open'
        ? { id, status, rank, net_value, p10, p90, tied }
        : { id, status, bars: bars.map(({ code }) => code), ...(needs === undefined ? {} : { needs }) },
    ),
    warnings: warnings.map(({ code, field }) => ({ code, field })),
    ...originOf(report),
  };
  return { text, data };
}

/** What is said of an open option. */
function openLines(option: Said, lang: Lang): string[] {
  const { bridge = [], plan = [], why_not, tie_note } = option;
  return [
    optionLine(option),
    ...[why_not?.text, why_not?.wins_if ?? undefined, tie_note].flatMap((text) => (text ? [`- ${text}`] : [])),
    ...titled(
      SECTIONS.bridge,
      lang,
      bridge.map(({ label, amount }) => `- ${label}: ${amount}`),
    ),
    ...titled(
      SECTIONS.plan,
      lang,
      plan.map(({ from, label, text }) => `- ${from}: ${label}. ${text}`),
    ),
  ];
}

async function explain(input: ToolInput, ask: AskService): Promise<ToolAnswer> {
  const { option: wanted } = input;
  const lang = toolLang(input);
  refuseUnknown('option', wanted, OPTION_IDS, lang);
  const report = await evaluated(ask, input, { own: ['option'], include: ['bridge', 'plan', 'plans', 'break_even'] });
  const option = report.options.find(({ id }) => id === wanted);
  if (option === undefined) throw new Refusal(String(wanted));
  const lines =
    option.status === 'open'
      ? openLines(option, lang)
      : [
          `${option.label} [${option.id}]: ${option.status_label ?? option.status}`,
          ...option.bars.map(
            ({ text, citation, opens_if }) => `- ${text}${citation ? ` [${citation}]` : ''} → ${opens_if}`,
          ),
        ];
  const notes = option.break_even_notes ?? [];
  const text = shortened(
    [
      ...lines,
      ...titled(
        SECTIONS.break_even,
        lang,
        notes.map((note) => `- ${note}`),
      ),
      '',
      report.recommendation.headline,
      report.disclaimer,
    ],
    lang,
  );
  return { text, data: { option, recommended: report.recommendation.option, ...originOf(report) } };
}

async function changes(input: ToolInput, ask: AskService): Promise<ToolAnswer> {
  const include = ['sensitivity', 'break_even', 'information'];
  const report = await evaluated(ask, input, { include });
  const lang = toolLang(input);
  const moved = report.sensitivity ?? [];
  const flips = moved.filter(({ switch_to }) => switch_to !== null);
  const shown = (flips.length > 0 ? flips : moved).slice(0, CHANGES_TOLD);
  const notes = report.options.flatMap(({ label, break_even_notes = [] }) =>
    break_even_notes.map((note) => `- ${label}: ${note}`),
  );
  const text = shortened(
    [
      report.recommendation.headline,
      ...(report.uncertainty === null ? [] : [report.uncertainty.text]),
      ...titled(SECTIONS.changes, lang, bullets(shown)),
      ...titled(SECTIONS.information, lang, bullets(report.information?.signals ?? [])),
      ...titled(SECTIONS.break_even, lang, notes),
      '',
      report.disclaimer,
    ],
    lang,
  );
  const data = {
    recommended: report.recommendation.option,
    chance_best: report.recommendation.chance_best,
    chance_level: report.recommendation.chance_level,
    changes: shown.map(({ id, label, base, switch_at, switch_to, worth }) => ({
      id,
      label,
      base,
      switch_at,
      switch_to,
      worth,
    })),
    break_even: Object.fromEntries(
      report.options.flatMap(({ id, break_even }) => (break_even === undefined ? [] : [[id, break_even]])),
    ),
    information: (report.information?.signals ?? []).map(({ id, worth, price, buy }) => ({ id, worth, price, buy })),
    ...originOf(report),
  };
  return { text, data };
}

const object = { type: 'object' } as const;
const list = { type: 'array', items: object } as const;
const string = { type: 'string' } as const;
const PROVENANCE = {
  as_of: string,
  model_version: string,
  law_version: string,
  input_hash: string,
  disclaimer: string,
};

/** The tools about one claim. */
export const CLAIM_TOOLS: readonly AssistantTool[] = [
  {
    name: 'compare_recovery_options',
    title: 'Compare ways of recovering a receivable',
    description:
      'Values every way of recovering one unpaid Japanese trade receivable (wait, chase, demand, plan, settle, set off, sell, factor, court, enforce, write off, …) in yen, ranks them, and gives the dated plan. Needs amount and due_date or overdue_days; tell what is known, leave out the rest. A comparison by calculation, not legal advice.',
    input: claimInput({}),
    output: {
      type: 'object',
      properties: { recommendation: object, options: list, warnings: list, ...PROVENANCE },
      required: ['recommendation', 'options'],
    },
    run: compare,
  },
  {
    name: 'explain_option',
    title: 'Explain one option',
    description:
      'Says of one option for the same claim why it stands where it does: its figures from face to net, what speaks for and against it, its plan and break-even; or why it is closed, with the article, and what would open it.',
    input: claimInput({ option: { type: 'string', enum: OPTION_IDS, description: 'Id of the option.' } }, ['option']),
    output: {
      type: 'object',
      properties: { option: object, recommended: string, ...PROVENANCE },
      required: ['option'],
    },
    run: explain,
  },
  {
    name: 'what_would_change',
    title: 'What would change the recommendation',
    description:
      'Decides the same claim again with every uncertain number varied: how sure the recommendation is, which numbers would change it and where, from which price or rate on other options win, and what a credit report or a visit is worth. Takes a second or so.',
    input: claimInput({}),
    output: {
      type: 'object',
      properties: { recommended: string, changes: list, break_even: object, information: list, ...PROVENANCE },
      required: ['recommended', 'changes'],
    },
    run: changes,
  },
];
