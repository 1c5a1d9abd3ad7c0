// What `npm run record` records, and what the tests compare with the service: the figures of the answers to the scenarios, how sure they are,
// and what the README shows. Figures follow from the assumptions, so they are recorded, not written; whoever records them reads them again.

import { readFileSync, writeFileSync } from 'node:fs';
import { createApp } from '../src/app.ts';
import type { Report } from '../src/report/answer.ts';
import { SCENARIOS } from './cases/scenarios.ts';
import { AS_OF } from './judging.ts';

const app = createApp();

/** The answer of an evaluation that must succeed. */
async function evaluated(request: object): Promise<Report> {
  const answer = await app.request('/v1/evaluate', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ as_of: AS_OF, lang: 'en', ...request }),
  });
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as Report;
}

/** The beginning of a scenario's name, by which it is recorded: `S4b`. */
export const shortOf = (name: string): string => name.split(':')[0] ?? name;

/** What the service recommends in a scenario, and what it is worth. */
export interface RecordedAnswer {
  readonly best: string;
  readonly net_value: string | null;
  readonly call: string;
  readonly step_call: string;
  /** The best other first step by value, and what it is worth. */
  readonly second: readonly [id: string, net_value: string | undefined] | null;
  /** The steps that follow while the claim stays open. */
  readonly after: readonly string[];
  /** Terms chosen for the recommended step. */
  readonly terms: Readonly<Record<string, unknown>> | null;
}

/** What a report recommends, as it is recorded. */
export function answerOf({ recommendation, options }: Report): RecordedAnswer {
  const [second] = options
    .filter(({ status, id }) => status === 'open' && id !== recommendation.option)
    .sort((a, b) => Number(b.net_value) - Number(a.net_value));
  const best = options.find(({ id }) => id === recommendation.option);
  return {
    best: recommendation.option,
    net_value: recommendation.net_value,
    call: recommendation.call,
    step_call: recommendation.step_call,
    second: second === undefined ? null : [second.id, second.net_value],
    after: best?.then ?? [],
    terms: best?.terms ?? null,
  };
}

/** How sure an answer is, the number that flips it first, the least prices worth taking, and what knowing more is worth. */
export interface Judgement {
  /** Shares of worlds in which the recommendation is best, and best or level. */
  readonly chance_best: number | null;
  readonly chance_level: number | null;
  /** The number most worth knowing that flips the best first step by value: where (four digits), and to what. */
  readonly flip: readonly [id: string, at: number, to: string] | null;
  /** Lowest price of a sale, and lowest lump sum of the debtor, worth taking. */
  readonly sell: string | number | null;
  readonly settle: string | number | null;
  /** Worth of knowing the kind of debtor, and of a credit report where none were in hand; yen. */
  readonly kind: string;
  readonly report: string | null;
}

/** The analyses that a judgement is made from. */
export const ANALYSES = 'bridge,sensitivity,break_even,information';

/** The judgement of an answer with every analysis, and of one without a credit report. */
export function judgementOf({ recommendation, sensitivity, options, information }: Report, bare: Report): Judgement {
  const flips = (sensitivity ?? []).filter(({ switch_to }) => switch_to !== null);
  const flip = flips.find(({ range }) => range === 'estimate') ?? flips[0];
  const figure = (id: string, name: string) => options.find((option) => option.id === id)?.break_even?.[name] ?? null;
  return {
    chance_best: recommendation.chance_best,
    chance_level: recommendation.chance_level,
    flip:
      flip === undefined || flip.switch_at === null || flip.switch_to === null
        ? null
        : [flip.id, Number(flip.switch_at.toPrecision(4)), flip.switch_to],
    sell: figure('sell', 'offer'),
    settle: figure('settle', 'amount'),
    kind: information?.perfect ?? '0',
    report: bare.information?.signals.find(({ id }) => id === 'credit_report')?.worth ?? null,
  };
}

/** A request without what a credit report says. A report that is in hand tells nothing new, so that it is priced without it. */
export function withoutReport(request: Readonly<Record<string, unknown>>): object {
  const { tdb_score: _, pd: __, ...bare } = request;
  return { ...bare, include: 'information' };
}

/** Everything recorded of a scenario. */
export interface RecordedScenario {
  readonly answer: RecordedAnswer;
  readonly judgement: Judgement;
}

const ANSWERS = new URL('./cases/answers.json', import.meta.url);

/** What was recorded, by the beginning of the scenario's name. */
export const recordedScenarios = (): Readonly<Record<string, RecordedScenario>> =>
  JSON.parse(readFileSync(ANSWERS, 'utf8')) as Record<string, RecordedScenario>;

/** Records the answers to all scenarios; tells of each whose best first step is another one than before. */
export async function recordScenarios(): Promise<string[]> {
  const before = recordedScenarios();
  const found: Record<string, RecordedScenario> = {};
  const moved: string[] = [];
  for (const { name, request } of SCENARIOS) {
    const short = shortOf(name);
    const answer = answerOf(await evaluated(request));
    const whole = await evaluated({ ...request, include: ANALYSES });
    found[short] = { answer, judgement: judgementOf(whole, await evaluated(withoutReport(request))) };
    const was = before[short]?.answer.best;
    if (was !== answer.best)
      moved.push(`${short}: ${was ?? 'nothing'} before, ${answer.best} now: read the scenario again`);
  }
  writeFileSync(ANSWERS, `${JSON.stringify(found, null, 2)}\n`);
  return moved;
}

const README = new URL('../README.md', import.meta.url);

/** What stands in the README between two texts. */
export const between = (readme: string, start: string, end: string): string => {
  const from = readme.indexOf(start) + start.length;
  return readme.slice(from, readme.indexOf(end, from));
};

/** The answer that the README's first call gets, cut to what it shows. */
function shownAnswer({ recommendation, options }: Report): string {
  const { option, net_value, call, step_call, headline, plan } = recommendation;
  const text = JSON.stringify;
  const steps = (plan ?? []).map((step) => `{ "from": ${text(step.from)}, "option": ${text(step.option)} }`);
  const [first, second] = options;
  const sale = options.find(({ id }) => id === 'sell')?.bars[0]?.citation ?? '';
  const act = sale.replace(/^.*\((\w+ Act)\)(.*)$/, '$1$2');
  const rows = [
    `{ "rank": 1, "id": ${text(first?.id)}, "net_value": ${text(first?.net_value)}, "bridge": [ { "step": "face", "amount": "1250000" } ] }`,
    `{ "rank": 2, "id": ${text(second?.id)}, "net_value": ${text(second?.net_value)}, "tied": ${second?.tied} }`,
    `{ "id": "sell", "status": "barred", "bars": [ { "citation": ${text(act)} } ] }`,
  ];
  const inPairs = steps.flatMap((step, i) => (i % 2 === 0 ? [[step, ...steps.slice(i + 1, i + 2)].join(', ')] : []));
  return [
    '{ "recommendation": {',
    `    "option": ${text(option)}, "net_value": ${text(net_value)}, "call": ${text(call)}, "step_call": ${text(step_call)},`,
    `    "headline": ${text(headline)},`,
    `    "plan": [ ${inPairs.join(',\n              ')} ] },`,
    `  "options": [ ${rows.join(',\n               ')} ] }`,
    '',
  ].join('\n');
}

/** Lines of the README's second answer that it shows, each by what it is about. */
const SHOWN_LINES = [/^- With every uncertain/, /Knowing it/, /^- sell the claim: lowest/, /lowest chance of winning/];

async function shownLines(readme: string): Promise<string> {
  const call = between(readme, 'npm run -s evaluate -- ', '```').replaceAll('\\\n', ' ').trim();
  const answer = await app.request(`/v1/evaluate.txt?${call.split(/\s+/).join('&')}`);
  const lines = (await answer.text()).split('\n');
  const shown = SHOWN_LINES.flatMap((about) => lines.find((line) => about.test(line)) ?? []);
  return `${shown.join('\n')}\n`;
}

async function shownLedger(readme: string): Promise<string> {
  const [, address = '', file = ''] =
    /curl -s '[^/]*\/\/[^/]*(\/v1\/portfolio[^']*)'[\s\S]*?--data-binary @(\S+)/.exec(readme) ?? [];
  const answer = await app.request(address, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: readFileSync(new URL(`../${file}`, import.meta.url)),
  });
  const lines = (await answer.text()).split('\r\n');
  const shown = between(readme, '```csv\n', '```').trimEnd().split('\n').length;
  const head = lines.findIndex((line) => line.endsWith(',status,problem'));
  return `${lines.slice(head, head + shown).join('\n')}\n`;
}

/** Writes what its calls get into the README. */
export async function recordReadme(): Promise<void> {
  const readme = readFileSync(README, 'utf8');
  const first = await evaluated(JSON.parse(between(readme, "-d '", "'\n")) as object);
  const blocks: readonly (readonly [fence: string, text: string])[] = [
    ['```jsonc\n', shownAnswer(first)],
    ['```csv\n', await shownLedger(readme)],
    ['```text\n', await shownLines(readme)],
  ];
  const written = blocks.reduce((text, [fence, block]) => {
    const old = between(text, fence, '```');
    return text.replace(fence + old, () => fence + block);
  }, readme);
  writeFileSync(README, written);
}
