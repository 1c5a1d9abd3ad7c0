// The OpenAPI document: every operation in the words of its route. The Worker does not hold this file: the document is made before it starts.

import { ASSUMPTIONS_VERSION } from '../assumptions/values.ts';
import { type CalculatorRoute, describedCalculator } from '../http/calculator.ts';
import type { DescribedOperation } from '../http/context.ts';
import { TAGS } from '../http/description.ts';
import { describedOperations } from '../http/openapi_document.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { describeAssumptions } from './assumptions.ts';
import { describeCell } from './cell.ts';
import { describeCells } from './cells.ts';
import { describeDocs } from './docs.ts';
import { describeEvaluate } from './evaluate.ts';
import { describeFields } from './fields.ts';
import { describeHealth } from './health.ts';
import * as routes from './index.ts';
import { describeLaw } from './law.ts';
import { describeOpenapi } from './openapi.ts';
import { describeOptions } from './options.ts';
import { describePortfolio } from './portfolio.ts';
import { describePortfolioMap } from './portfolio_map.ts';
import { describeSensitivityGrid } from './sensitivity_grid.ts';
import { describeSheets } from './sheets.ts';
import { describeVersion } from './version.ts';

type Routes = typeof routes;

/** Routes that are no calculators; calculators are described by what they are made of. */
type OtherRoute = { [Id in keyof Routes]: Routes[Id] extends CalculatorRoute ? never : Id }[keyof Routes];

const OTHER_DESCRIPTIONS: Readonly<Record<OtherRoute, () => readonly DescribedOperation[]>> = {
  assumptions: describeAssumptions,
  cell: describeCell,
  cells: describeCells,
  docs: describeDocs,
  evaluate: describeEvaluate,
  fields: describeFields,
  health: describeHealth,
  law: describeLaw,
  openapi: describeOpenapi,
  options: describeOptions,
  portfolio: describePortfolio,
  portfolio_map: describePortfolioMap,
  sensitivity_grid: describeSensitivityGrid,
  sheets: describeSheets,
  version: describeVersion,
};

/** Every operation, in the order of the names of the routes, which is the same everywhere. */
function operations(): DescribedOperation[] {
  const calculators = Object.entries(routes).flatMap(([id, route]) =>
    'calculator' in route ? [[id, () => describedCalculator(route.calculator)] as const] : [],
  );
  return [...Object.entries(OTHER_DESCRIPTIONS), ...calculators]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, describe]) => describe());
}

/** The OpenAPI 3.1 document of the service. */
export const openapiDocument = (): object => ({
  openapi: '3.1.0',
  info: {
    title: 'kaishu',
    version: MODEL_VERSION,
    description:
      'What each way of recovering an unpaid invoice is worth, and which comes first. A comparison by calculation, not legal advice. ' +
      `Default numbers: version ${ASSUMPTIONS_VERSION}. Clients ignore fields of answers that they do not know.`,
    license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  },
  servers: [{ url: '/', description: 'This service.' }],
  tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  ...describedOperations(operations()),
});
