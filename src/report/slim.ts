// The answer to whoever names no parts: of the options beside the recommended one it leaves out how their figures come about, which is half of
// its bytes and read only when it is asked for.

import { DEFAULT_INCLUDES } from '../request/control_fields.ts';
import type { EvaluationRequest } from '../request/read_request.ts';
import type { OptionAnswer, Report } from './answer.ts';

/** An option without its bridge, its values by kind of debtor, why it is not the first, what follows it, and its status in words. */
function outlined({
  bridge: _bridge,
  by_kind: _by_kind,
  status_label: _status_label,
  then: _then,
  why_not: _why_not,
  ...option
}: OptionAnswer): OptionAnswer {
  return option;
}

/** The report as it is sent as data: whole where parts were named. */
export function slimmed(report: Report, { include }: Pick<EvaluationRequest, 'include'>): Report {
  if (include !== DEFAULT_INCLUDES) return report;
  const { option } = report.recommendation;
  return { ...report, options: report.options.map((one) => (one.id === option ? one : outlined(one))) };
}
