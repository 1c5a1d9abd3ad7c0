// POST /v1/portfolio: a ledger in, the same ledger out with what to do about every row, and what the rows come to together. Rows are
// answered while they are evaluated, each with a status of its own.

import * as z from 'zod';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { OutcomeRoom } from '../decision/programme/outcome_list.ts';
import { type Layout, PLAIN_LAYOUT, plainLayout } from '../formats/format.ts';
import { XLSX_TYPE } from '../formats/workbook.ts';
import { isJudged, ROWS_JUDGED_MAX } from '../http/cell_values.ts';
import { clockOf } from '../http/clock.ts';
import { type Ctx, type DescribedOperation, type MediaSchemas, queryPairs, type Route } from '../http/context.ts';
import {
  everyContent,
  extensionField,
  fileBytes,
  jsonContent,
  problemResponses,
  writtenText,
} from '../http/description.ts';
import {
  answerLedger,
  chosenShape,
  isReadWhole,
  isShape,
  LEDGER_ANSWER_TYPES,
  type LedgerShape,
  NDJSON,
  NDJSON_TYPE,
} from '../http/ledger_answer.ts';
import { isUnread, LEDGER_PROBLEMS, readLedgerBody, refuseBody, tableLimits } from '../http/ledger_body.ts';
import {
  type LedgerQuery,
  ledgerBody,
  ledgerFields,
  outField,
  readLedgerQuery,
  uploadForm,
} from '../http/ledger_query.ts';
import { type LedgerRows, rowsOf } from '../http/ledger_rows.ts';
import { tooCostly } from '../http/limits.ts';
import { formats } from '../http/negotiation.ts';
import { acceptHelp } from '../http/problem_help.ts';
import { ownOrigin, refuseRequest, sendProblem } from '../http/sending.ts';
import { inTurns, inTurnsWithRows } from '../http/turns.ts';
import { lawOf } from '../law/jurisdictions.ts';
import { tariffReader } from '../law/tariff.ts';
import { type PortfolioMeta, portfolioSchema } from '../portfolio/answer.ts';
import { decideShare, type PortfolioQuery, ROWS_BUDGETED_MAX } from '../portfolio/portfolio.ts';
import { errorsInDefaults, type FieldValues, readRow } from '../portfolio/row.ts';
import { type FieldError, parameterError } from '../problem.ts';
import { neededFor } from '../report/flat.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { flatFields } from '../request/composition.ts';
import { INCLUDES } from '../request/control_fields.ts';
import { costOfAll, NO_COST, type WorkCost, workCost } from '../request/cost.ts';
import { readRequest, type Surroundings } from '../request/read_request.ts';
import { Fault } from '../values/fault.ts';
import { LANGS, type Lang } from '../values/text.ts';

/** Answers a ledger row by row. */
async function answerPortfolio(c: Ctx, extension?: string): Promise<Response> {
  const limits = c.get('limits');
  const isMapped = queryPairs(c).some(([name, value]) => name === 'map' && value !== '');
  const body = await readLedgerBody(c.req.raw, limits, isMapped);
  const named: [string, string][] = extension === undefined ? [] : [['format', extension]];
  const pairs = [...named, ...queryPairs(c), ...(isUnread(body) ? [] : (body.form ?? []))];
  const { rows: _rows, table: _table, ...members } = body.kind === 'object' ? body.body : ({} as FieldValues);
  const lang = knownLang(members.lang ?? pairs.find(([name]) => name === 'lang')?.[1]) ?? c.get('lang');
  if (isUnread(body)) return refuseBody(c, body, lang);
  const { query, errors } = readLedgerQuery(pairs, members, lang);
  const shape = chosenShape(pairs, c.req.header('Accept') ?? '', body, lang);
  if (shape === undefined)
    return sendProblem(c, 'not_acceptable', { lang, detail: acceptHelp(LEDGER_ANSWER_TYPES)[lang] });
  const table = tableLimits(limits);
  const reading = { lang, today: clockOf(c)(undefined).today, limits: table };
  const ledger = await inTurns(c, rowsOf(body, query, reading));
  if ('unreadable' in ledger) return refuseBody(c, { kind: 'unreadable', why: ledger.unreadable }, lang);
  const rows = 'entries' in ledger ? ledger : null;
  if (rows && Array.isArray(rows.entries) && rows.entries.length > table.rows)
    return sendProblem(c, 'ledger_too_large', { lang });
  const defaults: FieldValues = { ...(rows?.as_of === undefined ? {} : { as_of: rows.as_of }), ...query.defaults };
  const surroundings = surroundingsOf(c, defaults, lang);
  const wrong = [
    ...errors,
    ...(isShape(shape) ? [] : [shape]),
    ...('errors' in ledger ? ledger.errors : []),
    ...errorsInDefaults(defaults, surroundings(null)),
    ...tooMuch(query, defaults, rows, lang),
  ];
  if (wrong.length > 0 || rows === null || !isShape(shape)) return refuseRequest(c, wrong, lang);
  c.set('lang', lang);
  const { data, fields } = query;
  const allowed = new Set(INCLUDES.filter((part) => !isJudged(part) || isShort(rows)));
  const question: PortfolioQuery = {
    fields,
    whole: data.detail === 'full' ? allowed : null,
    defaults,
    grouped: data.group !== 'none',
    hours: data.hours ?? null,
    lang,
    surroundings,
    work: (steps) => inTurnsWithRows(c, steps),
    origin: ownOrigin(c),
    tariffs: tariffReader(),
    room: new OutcomeRoom(),
    kept: c.get('kept'),
    helpers: isReadWhole(rows.entries) ? c.get('helpers') : undefined,
    onFailure: c.get('log_failure'),
  };
  const cost = costOfRows(rows, question);
  const { cost: most } = limits;
  if (cost.units > most) return sendProblem(c, 'too_costly', { lang, detail: tooCostly(cost, most)[lang] });
  const helping = c.get('helping');
  if (helping !== undefined) {
    // Whole evaluations are too large to be handed over.
    if (isReadWhole(rows.entries) && question.whole === null) await decideShare(rows.entries, question, helping);
    return new Response(null, { status: 204 });
  }
  const layout = ledgerLayout(query, shape, lang);
  return answerLedger(c, { rows, question, shape, layout, meta: metaOf(defaults, surroundings(null), lang) });
}

const knownLang = (word: unknown): Lang | undefined => LANGS.find((lang) => lang === word);

/** The layout that the caller names, over the usual one of the shape. */
function ledgerLayout({ data }: LedgerQuery, shape: LedgerShape, lang: Lang): Layout {
  const usual = shape === NDJSON ? PLAIN_LAYOUT : plainLayout(shape, lang);
  return {
    header: data.header === '0' ? null : (data.header ?? usual.header),
    out: null,
    download: data.download ?? usual.download,
  };
}

/** What a row leaves to its surroundings; the day is looked up once for a jurisdiction. */
function surroundingsOf(c: Ctx, defaults: FieldValues, lang: Lang): PortfolioQuery['surroundings'] {
  const clock = clockOf(c);
  const known = new Map<string, Surroundings>();
  return (row) => {
    const named = row?.jurisdiction ?? defaults.jurisdiction;
    const jurisdiction = typeof named === 'string' ? named : '';
    let found = known.get(jurisdiction);
    if (found === undefined) {
      found = { today: clock(jurisdiction || undefined).today, lang };
      if (known.size < 100) known.set(jurisdiction, found);
    }
    return found;
  };
}

/** What the rows of a short ledger cost, whose claims may be decided many times over; longer ones have limits of their own. */
function costOfRows(rows: LedgerRows, { fields, whole, defaults, surroundings }: PortfolioQuery): WorkCost {
  if (!isShort(rows) || !Array.isArray(rows.entries)) return NO_COST;
  const { include } = neededFor(fields);
  const costs = rows.entries.map((raw) => {
    const given = typeof raw.given === 'object' ? (raw.given as FieldValues | null) : null;
    const row = readRow(raw, defaults, surroundings(given));
    if (!('request' in row)) return NO_COST;
    const parts = row.request.include.filter((part) => whole?.has(part));
    return workCost({ ...row.request, include: [...new Set([...include, ...parts])] });
  });
  return costOfAll(costs);
}

const isShort = ({ entries }: LedgerRows): boolean => Array.isArray(entries) && entries.length <= ROWS_JUDGED_MAX;

/** Refuses, for many rows, values that decide a claim many times over. */
function tooMuch(
  { data, fields }: LedgerQuery,
  defaults: FieldValues,
  rows: LedgerRows | null,
  lang: Lang,
): FieldError[] {
  if (rows === null || isShort(rows)) return [];
  const { length } = Array.isArray(rows.entries) ? rows.entries : [];
  const budgeted = data.hours !== undefined && length > ROWS_BUDGETED_MAX ? [tooManyBudgeted(lang)] : [];
  const named = String(defaults.include ?? '').split(',');
  const parts = data.detail === 'full' ? INCLUDES.filter((part) => isJudged(part) && named.includes(part)) : [];
  const values = fields.filter(({ needs }) => needs !== undefined && isJudged(needs)).map(({ name }) => name);
  if (parts.length + values.length === 0) return budgeted;
  const names = [...values, ...parts].join(', ');
  return [
    ...budgeted,
    parameterError(
      values.length > 0 ? 'out' : 'include',
      'too_many',
      {
        ja: `${names} は1件ごとに何百回も計算するため、${ROWS_JUDGED_MAX}行までです。`,
        en: `${names}: each claim is decided hundreds of times over, so this is for at most ${ROWS_JUDGED_MAX} rows.`,
      }[lang],
      { ja: `${ROWS_JUDGED_MAX}行まで`, en: `at most ${ROWS_JUDGED_MAX} rows` }[lang],
    ),
  ];
}

const tooManyBudgeted = (lang: Lang): FieldError =>
  parameterError(
    'hours',
    'too_many',
    {
      ja: `hours は1件ごとに時間の値段を変えて計算し直すため、${ROWS_BUDGETED_MAX}行までです。`,
      en: `With hours every claim is decided at several prices of an hour, so this is for at most ${ROWS_BUDGETED_MAX} rows.`,
    }[lang],
    { ja: `${ROWS_BUDGETED_MAX}行まで`, en: `at most ${ROWS_BUDGETED_MAX} rows` }[lang],
  );

/** What a ledger is computed with. */
function metaOf(defaults: FieldValues, surroundings: Surroundings, lang: Lang): PortfolioMeta {
  const claim = { amount: 1, overdue_days: 0, jurisdiction: defaults.jurisdiction, as_of: defaults.as_of };
  const read = readRequest(claim, surroundings);
  if (!read.ok) throw new Fault('the defaults of a ledger were read, but cannot be read again');
  return {
    model_version: MODEL_VERSION,
    law_version: lawOf(read.request.claim.jurisdiction).version,
    assumptions_version: ASSUMPTIONS_VERSION,
    as_of: read.request.claim.as_of,
    lang,
  };
}

/** The extensions under which the answer to a ledger can be asked for. */
const EXTENSIONS: readonly string[] = [...formats.map(({ extension }) => extension), NDJSON];

const PORTFOLIO_PATH = '/v1/portfolio';

/** The descriptions of the operations. */
export function describePortfolio(): DescribedOperation[] {
  const described = {
    method: 'post',
    tags: ['evaluate'],
    request: {
      query: z.object({
        ...Object.fromEntries([...flatFields].map(([name, schema]) => [name, schema.optional()])),
        ...ledgerFields,
        out: outField,
      }),
      body: {
        required: true,
        description: 'The ledger.',
        content: {
          'application/json': { schema: ledgerBody },
          [NDJSON_TYPE]: { schema: writtenText('One row of JSON a line.') },
          'text/csv': {
            schema: writtenText('A table under names of fields, or with map=auto a ledger as it was exported.'),
          },
          'text/tab-separated-values': { schema: writtenText('The same, separated by tabs.') },
          [XLSX_TYPE]: { schema: fileBytes('A workbook (.xlsx); with map=auto a ledger as it was exported.') },
          'multipart/form-data': { schema: uploadForm },
        },
      },
    },
  } as const;
  const answers = (content: MediaSchemas): DescribedOperation['responses'] => ({
    200: { description: 'The rows with their status, and what they come to.', content },
    ...problemResponses(...LEDGER_PROBLEMS, 'too_costly'),
  });
  return [
    {
      ...described,
      path: PORTFOLIO_PATH,
      operationId: 'portfolio',
      summary: 'Evaluate a ledger',
      description:
        'Evaluates the rows of a ledger, each with a status of its own, and adds them up. JSON {defaults, rows} or {table}, one row a line, CSV or TSV; the answer has the same shape, or that of Accept or format. Fields of a request may stand in the query as defaults of every row. JSON labelled text/plain is read too.',
      responses: answers(jsonContent(portfolioSchema)),
    },
    {
      ...described,
      path: `${PORTFOLIO_PATH}.{extension}`,
      operationId: 'portfolioFile',
      summary: 'Evaluate a ledger, in any format',
      description: 'The same, written in the format of the address.',
      request: { ...described.request, params: extensionField(NDJSON) },
      responses: answers({
        ...everyContent(portfolioSchema),
        [NDJSON_TYPE]: { schema: writtenText('One row a line; the last line holds meta and summary.') },
      }),
    },
  ];
}

/** Adds the evaluation of a ledger. */
export const portfolio: Route = (app) => {
  app.post(PORTFOLIO_PATH, (c) => answerPortfolio(c));
  for (const extension of EXTENSIONS) app.post(`${PORTFOLIO_PATH}.${extension}`, (c) => answerPortfolio(c, extension));
};
