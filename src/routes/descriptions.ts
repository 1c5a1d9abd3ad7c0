// The OpenAPI document: every operation in the words of its route. The Worker does not hold this file: the document is made before it starts.

import type * as z from 'zod';
import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { type CalculatorRoute, describedCalculator } from '../http/calculator.ts';
import type { DescribedOperation } from '../http/context.ts';
import { TAGS } from '../http/description.ts';
import { findingsSchema } from '../http/findings.ts';
import { describedOperations } from '../http/openapi_document.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { describeAssumptions } from './assumptions.ts';
import { describeCell } from './cell.ts';
import { describeCells } from './cells.ts';
import { courtFeesAnswerSchema } from './court_fees.ts';
import { describeDocs } from './docs.ts';
import { describeDocuments } from './documents.ts';
import { describeEvaluate } from './evaluate.ts';
import { addExamples } from './examples.ts';
import { describeFields } from './fields.ts';
import { describeHealth } from './health.ts';
import { describeHome } from './home.ts';
import * as routes from './index.ts';
import { interestSchema } from './interest.ts';
import { describeLaw } from './law.ts';
import { limitationSchema } from './limitation.ts';
import { describeLlms } from './llms.ts';
import { describeMcp } from './mcp_described.ts';
import { describeOpenapi } from './openapi.ts';
import { describeOptions } from './options.ts';

import { describePortfolio } from './portfolio.ts';
import { describePortfolioMap } from './portfolio_map.ts';
import { describeProblems } from './problems.ts';
import { describeSensitivityGrid } from './sensitivity_grid.ts';
import { describeSheets } from './sheets.ts';
import { CONTRACT_VERSION, describeVersion } from './version.ts';

type Routes = typeof routes;

type CalculatorId = { [Id in keyof Routes]: Routes[Id] extends CalculatorRoute ? Id : never }[keyof Routes];

/** What each calculator answers; the rest of its description is what it is made of. */
const ANSWER_SCHEMAS: Readonly<Record<CalculatorId, z.ZodType>> = {
  bad_debt: findingsSchema,
  court_fees: courtFeesAnswerSchema,
  enforcement: findingsSchema,
  fee_credit: findingsSchema,
  goods_security: findingsSchema,
  guarantee: findingsSchema,
  instruments: findingsSchema,
  interest: interestSchema,
  liability: findingsSchema,
  limitation: limitationSchema,
  provisional_attachment: findingsSchema,
  stamp_duty: findingsSchema,
  trial: findingsSchema,
};

const OTHER_DESCRIPTIONS: Readonly<Record<Exclude<keyof Routes, CalculatorId>, () => readonly DescribedOperation[]>> = {
  assumptions: describeAssumptions,
  cell: describeCell,
  cells: describeCells,
  docs: describeDocs,
  documents: describeDocuments,
  evaluate: describeEvaluate,
  fields: describeFields,
  health: describeHealth,
  law: describeLaw,
  llms: describeLlms,
  openapi: describeOpenapi,
  options: describeOptions,
  home: describeHome,
  portfolio: describePortfolio,
  portfolio_map: describePortfolioMap,
  problems: describeProblems,
  sensitivity_grid: describeSensitivityGrid,
  sheets: describeSheets,
  version: describeVersion,
};

/** Every operation, in the order of the names of the routes, which is the same everywhere. */
function operations(): DescribedOperation[] {
  const schemas = new Map<string, z.ZodType>(Object.entries(ANSWER_SCHEMAS));
  const calculators = Object.entries(routes).flatMap(([id, route]) => {
    const schema = schemas.get(id);
    if (schema === undefined || !('calculator' in route)) return [];
    return [[id, () => describedCalculator(route.calculator, schema)] as const];
  });
  return [...Object.entries({ ...OTHER_DESCRIPTIONS, mcp: describeMcp }), ...calculators]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, describe]) => describe());
}

/** The OpenAPI 3.1 document of the service. */
export function openapiDocument(): object {
  const described = describedOperations(operations());
  addExamples(described);
  return {
    openapi: '3.1.0',
    info: {
      title: 'kaishu',
      version: CONTRACT_VERSION,
      description:
        'What each way of recovering an unpaid invoice is worth, and which comes first. A comparison by calculation, not legal advice. ' +
        `The version is that of this contract; the model is version ${MODEL_VERSION}, its default numbers version ${ASSUMPTIONS_VERSION}. ` +
        'Amounts are decimal text. Clients ignore fields of answers that they do not know, and keep a way for ids and codes that lists gain.',
      'x-description-ja':
        '払われない請求書を回収するそれぞれの方法がいくらの価値をもち、どれが先かを示します。計算による比較であり、法律上の助言ではありません。' +
        `版はこの契約のもので、モデルは${MODEL_VERSION}版、前提の数値は${ASSUMPTIONS_VERSION}版です。` +
        '金額は十進の文字列です。クライアントは知らない項目を無視し、一覧に加わる id やコードを受け入れます。',
      'x-model-version': MODEL_VERSION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    security: [],
    servers: [{ url: '/', description: 'This service.', 'x-description-ja': 'このサービス' }],
    tags: Object.entries(TAGS).map(([name, { ja, en }]) => ({ name, description: en, 'x-description-ja': ja })),
    ...described,
  };
}
