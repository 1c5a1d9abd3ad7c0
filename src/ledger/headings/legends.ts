// What people say beside a table about its colours and marks, as in 黄色は入金済 or "* = paid". Colours are not read, so that is told.

import { textOf } from '../cells/figures.ts';
import type { CellTable } from '../cells/profile.ts';
import { type LedgerNote, note } from '../found.ts';
import type { Heading } from './header.ts';

const MARKED =
  /色|[赤青黄緑灰桃](?:字|は|[=:])|網掛|グレー|ハイライト|太字|下線|取り?消し?線|塗りつぶ|\b(?:red|yellow|green|gr[ae]y|blue|orange|pink|shaded|highlight(?:ed)?|bold|struck|strikethrough|italics?)\b|^[*●○◎△▲★☆◆■✓✔]+\s*(?:印?は|[=:])/i;
const SAYS = /は|[=:→]|\b(?:is|are|means?)\b/i;
const OF_CLAIMS =
  /入金|支払|[未済]|回収|取消|係争|督促|破産|\b(?:un)?paid|settled|disput|cancel|promis|collected|void|legal|bad debt/i;

/** Words of a title that say that what is listed is not owed, or not yet. */
const AGAINST =
  /(?<!未)(?:入金|回収|支払|消込|決済|精算|償却|貸倒処理)済|取消|返品|完済|\b(?:paid|settled|closed|cancell?ed|void(?:ed)?|draft|written[- ]off) (?:invoices?|items?|claims?|accounts?|bills?)\b|\bcredit (?:notes?|memos?)\b/i;
const OF_OTHERS_TOO = /未|除|含|以外|unpaid|open|outstanding|exclud|includ|except/i;

/**
 * The doubt that the title of a list says that its claims are settled, cancelled or credits, where no column says what each is; none where it
 * does not.
 */
export function titleDoubt(above: string, states: ReadonlyMap<string, readonly Heading[]>): LedgerNote[] {
  const found = OF_OTHERS_TOO.test(above) ? undefined : AGAINST.exec(above)?.[0];
  const isTold = ['status', 'kind', 'paid_date'].some((role) => (states.get(role) ?? []).length > 0);
  return found === undefined || isTold
    ? []
    : [
        note(
          'title_against_claims',
          `表の題名に「${found}」とあります。すべて未回収の債権として読みましたが、違うなら送らないでください。`,
          `The title of the list says "${found}". All of it is read as open; do not send it if it is not.`,
        ),
      ];
}

/** Rows from the headings on in which a legend may stand beside the lines. */
const ROWS_LOOKED_AT = 30;

/**
 * The doubt that colours or marks say something about claims; none where nothing says so. `beside` are the rows outside the table, `rows` the
 * lines of it.
 */
export function legendDoubt(headings: readonly Heading[], rows: CellTable, beside: CellTable): LedgerNote[] {
  const isBeside = (_: unknown, index: number): boolean => headings[index]?.by == null;
  const legend = [...beside.flat(), ...rows.slice(0, ROWS_LOOKED_AT).flatMap((row) => row.filter(isBeside))]
    .map((cell) => (typeof cell === 'string' && cell.length <= 60 ? textOf(cell).normalize('NFKC') : ''))
    .find((text) => MARKED.test(text) && SAYS.test(text) && OF_CLAIMS.test(text));
  return legend === undefined
    ? []
    : [
        note(
          'legend_not_read',
          `「${legend}」とありますが、色や印の意味は読みません。済んだ行は消してください。`,
          `"${legend}": what colours and marks mean is not read. Delete what is settled.`,
        ),
      ];
}
