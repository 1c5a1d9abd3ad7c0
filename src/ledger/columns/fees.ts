// Fees of one kind and another that stand beside each other, such as 管理費 and 修繕積立金: one is read as the amount, the others are told.

import type { Heading } from '../headings/header.ts';
import type { Assignment } from './assignment.ts';

/** Whether a heading names one kind of fee. */
export const isFee = ({ folded }: Heading): boolean =>
  /^[年月]?(?:会費|授業料|受講料|保育料|給食費|学費|診療費|利用料|使用料|顧問料|家賃|賃料|地代|謝|額|管理費|駐車)|^(?:tuition|rent|dues|fees?)$/.test(
    folded,
  );

/** Headings of what is asked for beside a fee. */
const OF_FEE = /(?:費|料|代|積立金|負担金?|賦課金)$|\bfees?\b|dues|charges?$|materials|levy|assessment/i;

/** What is added because a fee is late is asked for apart. */
const LATE = /延滞|遅延|督促|手数料|late|penalt/i;

/** Doubts a fee that is not added to the one that is read. */
export const feeDoubt = (heading: Heading, { text }: Heading, to: Assignment): void =>
  to.doubt(
    heading,
    'fee_not_added',
    `「${text}」だけを債権額とし、この列は足していません。合わせて請求するなら合計の列が必要です。`,
    `only "${text}" is read, and this is not added. A column with their total is needed if both are owed.`,
  );

/** Whether a column of figures is asked for beside a fee. `cells` are those of the column. */
export const isFeeBeside = ({ text }: Heading, billed: Heading, cells: readonly string[]): boolean =>
  isFee(billed) && OF_FEE.test(text) && !LATE.test(text) && cells.some((cell) => /[1-9]\d\d/.test(cell));
