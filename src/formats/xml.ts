// XML for FILTERXML and IMPORTXML. It has no namespaces and no CDATA, and every figure is an element of its own, because a path in a cell
// can read nothing else. `//option[@rank='1']/net` is the value of the best first step.

import type { Report } from '../report/report.ts';
import type { Cell, Column, Sheet, TextFormat } from './format.ts';
import { escaped } from './markup.ts';

type Attributes = Readonly<Record<string, string | number | null>>;

function element(name: string, content: string, attributes: Attributes = {}): string {
  const pairs = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${pairs.join('')}>${content}</${name}>`;
}

/** An element that holds a value; no element where there is no value. */
const leaf = (name: string, value: Cell, attributes: Attributes = {}): string =>
  value === null || value === undefined ? '' : element(name, escaped(String(value)), attributes);

const optionElement = (option: Report['options'][number]): string =>
  element(
    'option',
    [
      leaf('label', option.label),
      leaf('net', option.net_value),
      leaf('alone', option.stand_alone_value),
      leaf('p10', option.p10),
      leaf('p50', option.p50),
      leaf('p90', option.p90),
      leaf('months', option.months_to_cash),
      leaf('status', option.status, { label: option.status_label ?? null }),
      leaf('chance_best', option.chance_best),
      leaf('family', option.family),
      leaf('tied', option.tied),
      ...option.bars.map(({ code, text, citation }) => leaf('bar', text, { code, citation })),
      ...Object.entries(option.break_even ?? {}).map(([name, value]) => leaf('break_even', value, { name })),
    ].join(''),
    { rank: option.rank ?? null, id: option.id },
  );

/** The sums to name in talks, and what to say of them. */
const negotiationElement = ({ text, goal, opening, target, floor, stop }: NonNullable<Report['negotiation']>): string =>
  element(
    'negotiation',
    [
      leaf('text', text),
      leaf('alternative', goal.alternative),
      leaf('opening', opening.amount),
      leaf('target', target.amount),
      leaf('floor', floor.amount, { status: floor.status }),
      leaf('until', stop.on),
    ].join(''),
  );

function evaluationXml({ meta, recommendation, options, claim, warnings, negotiation }: Report): string {
  const { option, label, family, headline, net_value, margin, review_on, review, reasons } = recommendation;
  const { call, call_label, step_call, step_call_label } = recommendation;
  const first = [
    leaf('option', option),
    leaf('label', label),
    leaf('headline', headline),
    leaf('net', net_value),
    leaf('margin', margin),
    leaf('call', call, { label: call_label }),
    leaf('step_call', step_call, { label: step_call_label }),
    leaf('family', family),
    leaf('review_on', review_on),
    leaf('review', review),
    ...reasons.map(({ code, text }) => leaf('reason', text, { code })),
  ];
  const facts = [
    leaf('principal', claim.principal),
    leaf('interest', claim.interest),
    leaf('limitation_last_day', claim.limitation.last_day),
    leaf('limitation_status', claim.limitation.status),
  ];
  const content = [
    element('recommendation', first.join('')),
    ...options.map(optionElement),
    element('claim', facts.join('')),
    ...(negotiation === undefined ? [] : [negotiationElement(negotiation)]),
    ...warnings.map(({ code, text }) => leaf('warning', text, { code })),
  ];
  return element('evaluation', content.join(''), {
    currency: meta.currency,
    as_of: meta.as_of,
    model: meta.model_version,
    law: meta.law_version,
    assumptions: meta.assumptions_version,
    hash: meta.input_hash,
  });
}

/** A small answer: its facts by name, and its rows as named cells. */
function answerXml({ name, headline, facts, columns, rows, notes, origin, parts = [], aside }: Sheet): string {
  const cellsOf = (columns: readonly Column[], row: readonly Cell[]) =>
    row.map((value, i) => leaf('cell', value === null ? 'unknown' : value, { name: columns[i]?.name ?? '' })).join('');
  return element(
    'answer',
    [
      leaf('headline', headline),
      ...[...facts, ...origin].map((fact) =>
        leaf('fact', fact.value === null ? 'unknown' : fact.value, { name: fact.name }),
      ),
      ...parts.map((part) =>
        element('part', part.rows.map((row) => element('row', cellsOf(part.columns, row))).join(''), {
          name: part.name,
        }),
      ),
      ...rows.map((row, i) =>
        element('row', cellsOf(columns, row), { left_out: aside?.has(i) === true ? 'true' : null }),
      ),
      ...notes.map((note) => leaf('note', note)),
    ].join(''),
    { name },
  );
}

/** The format `xml`. */
export const xml: TextFormat = {
  extension: 'xml',
  media_type: 'application/xml',
  label: { ja: 'XML', en: 'XML' },
  write: (report) => evaluationXml(report),
  writeSheet: (sheet) => answerXml(sheet),
};
