// A day whose law is not in the data, reported as mistakes of a request: which value is missing, on which day, which field led there, and
// which days are covered.

import { datedValues, historyOf } from '../law/catalogue.ts';
import type { LawNotCovered } from '../law/dated.ts';
import type { Jurisdiction } from '../law/law.ts';
import { type FieldError, parameterError } from '../problem.ts';
import { addDays, type Day } from '../values/day.ts';
import type { Lang, Text } from '../values/text.ts';

/** The fields whose day led to a day that the data do not cover: the day itself, or the day after, on which default begins. */
const fieldsOf = (data: Readonly<Record<string, unknown>>, dayField: string, day: Day): string[] => {
  const named = Object.entries(data).filter(
    ([, value]) => typeof value === 'string' && /^\d{4}-/.test(value) && (value === day || addDays(value, 1) === day),
  );
  return named.length === 0 ? [dayField] : named.map(([name]) => name);
};

/** The query during which the law of a day was missing. */
interface LawQuestion {
  readonly law: Jurisdiction;
  readonly lang: Lang;
  /** The fields of the query. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The field that names the day of the answer. */
  readonly dayField: string;
}

/** What to do about a day of valuation that is not covered, and where it came from: the request, or the day that a list bears. */
function remedy(day: unknown, dayField: string, reason: LawNotCovered['reason'], first: Day | undefined): Text {
  if (typeof day !== 'string' || reason === 'not_yet_known' || first === undefined) return { ja: '', en: '' };
  return {
    ja: `基準日（${dayField}、一覧にあればその基準日）が ${day} だからです。一覧を出し直すか、${dayField} に ${first} 以後の日を書いてください。`,
    en: ` The day of valuation (${dayField}, or the day that the list bears) is ${day}: export the list anew, or write a day from ${first} on into ${dayField}.`,
  };
}

/** The day, the value and the fields, in a sentence and as one mistake for each field. */
export function missingLaw(
  error: LawNotCovered,
  { law, lang, data, dayField }: LawQuestion,
): { readonly detail: string; readonly errors: readonly FieldError[] } {
  const dated = datedValues(law).find(({ id }) => id === error.id);
  const label = dated?.label[lang] ?? error.id;
  const first = dated === undefined ? undefined : historyOf(dated)[0]?.from;
  const until = dated?.unknown_from;
  const expected: Text = {
    ja:
      [first === undefined ? '' : `${first}以後`, until === undefined ? '' : `${until}前`].filter(Boolean).join('、') ||
      '収録期間の日',
    en:
      [first === undefined ? '' : `from ${first}`, until === undefined ? '' : `before ${until}`]
        .filter(Boolean)
        .join(', ') || 'a day that is covered',
  };
  const why: Text = {
    not_yet_known: { ja: 'まだ公表されていません', en: 'it has not been announced yet' },
    before_first_day: { ja: '収録期間より前です', en: 'the day is before the first day in the data' },
    no_such_part: { ja: 'この準拠法については収録していません', en: 'the data of this jurisdiction do not hold it' },
  }[error.reason];
  const fields = fieldsOf(data, dayField, error.day);
  const detail = {
    ja: `「${label}」（${error.id}）の ${error.day} の値はありません：${why.ja}。`,
    en: `There is no value of "${label}" (${error.id}) on ${error.day}: ${why.en}.`,
  }[lang].concat(fields.includes(dayField) ? remedy(data[dayField], dayField, error.reason, first)[lang] : '');
  const errors = fields.map((name) => parameterError(name, 'law_not_covered', detail, expected[lang]));
  return { detail, errors };
}
