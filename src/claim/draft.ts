// What a draft of a letter, an agreement or an application is made of: paragraphs of sentences whose facts stand in their places, and
// blanks for what the service never learns, the names first of all.

import type { Citation } from '../law/dated.ts';
import type { Sentence } from '../values/phrase.ts';
import type { Text } from '../values/text.ts';

/** How a paragraph stands on the sheet. */
export type DraftStyle = 'title' | 'heading' | 'text' | 'item' | 'right' | 'table' | 'note';

/** A paragraph of a draft. */
export interface DraftParagraph {
  readonly style: DraftStyle;
  readonly text: Sentence;
  /** What it rests on. */
  readonly cites?: readonly Citation[];
  /** The cells of a table, its first row the headings; `text` is then empty. */
  readonly rows?: readonly (readonly Sentence[])[];
}

/** What is left for a person to fill in, and how many characters the post must leave room for. */
interface Blank {
  readonly label: Text;
  readonly room: number;
}

const blankOf = (ja: string, en: string, room: number): Blank => ({ label: { ja, en }, room });

/** Every blank. A company's name is taken as 20 characters, an address as 30. */
export const BLANKS = {
  creditor: blankOf('債権者名', 'creditor', 20),
  creditor_address: blankOf('債権者住所', 'address of the creditor', 30),
  creditor_signatory: blankOf('債権者代表者', 'signatory of the creditor', 15),
  debtor: blankOf('債務者名', 'debtor', 18),
  debtor_address: blankOf('債務者住所', 'address of the debtor', 30),
  debtor_signatory: blankOf('債務者代表者', 'signatory of the debtor', 15),
  invoice: blankOf('請求書番号', 'invoice number', 10),
  account: blankOf('振込先口座', 'bank account', 30),
  contact: blankOf('担当者・電話', 'contact and telephone', 20),
  court: blankOf('裁判所', 'court', 12),
  guarantor: blankOf('連帯保証人', 'guarantor', 20),
  goods: blankOf('商品と数量', 'goods and quantities', 30),
  contract: blankOf('契約日・契約名', 'day and name of the contract', 20),
  their_claim: blankOf('相手方の債権', "the debtor's claim", 20),
  assignee: blankOf('譲受人', 'assignee', 20),
  case_number: blankOf('事件番号', 'case number', 16),
  security: blankOf('担保の有無と内容', 'security, if any', 20),
  evidence: blankOf('証拠書類', 'evidence', 20),
} as const satisfies Record<string, Blank>;

/** The name of a blank. */
export type BlankName = keyof typeof BLANKS;

/** A blank as it stands in a draft. */
export const blank = (name: BlankName): Text => {
  const { ja, en } = BLANKS[name].label;
  return { ja: `［${ja}］`, en: `[${en}]` };
};

/** The names of the blanks that a text leaves open, in their order. */
export const blanksIn = (text: string): BlankName[] =>
  (Object.keys(BLANKS) as BlankName[]).filter((name) => {
    const { ja, en } = blank(name);
    return text.includes(ja) || text.includes(en);
  });
