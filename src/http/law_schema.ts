// How answers speak about the law: sources in the language of the answer, how sure a figure is, and what to know about it.

import * as z from 'zod';
import { CERTAINTIES, type Certainty, type Citation } from '../law/dated.ts';
import { DEFAULT_JURISDICTION } from '../law/jurisdictions.ts';
import { MODEL_VERSION } from '../report/report.ts';
import { cited } from '../report/voice.ts';
import { forDescription } from '../values/description.ts';
import type { Lang, Text } from '../values/text.ts';

/** How sure a figure is. */
export const certaintySchema = /* @__PURE__ */ forDescription(() =>
  z.enum(CERTAINTIES).meta({
    description:
      'The weakest source used: read in the statute, an official page, a private page, or unverified (no source was read).',
    example: 'statute',
  }),
);

/** A source as `sourceOf` writes it. */
export const citationSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      text: z.string().meta({ description: 'Law and article; marked when unverified.', example: '民法166条1項' }),
      law: z.string().meta({ description: 'Law or publication.', example: '民法' }),
      article: z.string().meta({ description: 'Article or heading.', example: '166条1項' }),
      url: z
        .union([z.string(), z.null()])
        .meta({ description: 'Address of the text.', example: 'https://laws.e-gov.go.jp/law/129AC0000000089' }),
      certainty: certaintySchema,
      checked: z.string().meta({ description: 'Day on which somebody last looked.', example: '2026-06-27' }),
    })
    .meta({ id: 'LegalSource', description: 'Where a figure or a rule is written.' }),
);

/** A day of an answer. */
export const daySchema = (description: string) => z.string().meta({ description, example: '2026-11-21' });
/** An amount of an answer, as decimal text. */
export const yenSchema = (description: string) => z.string().meta({ description, example: '11400' });
/** A value of an answer, or null. */
export const nullableSchema = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);
/** The same for a value that may be null already. */
export const orNoneSchema = (schema: z.ZodType): z.ZodType =>
  schema.safeParse(null).success ? schema : nullableSchema(schema);

/** A source in the language of the answer. */
export const sourceOf = (citation: Citation, lang: Lang) => ({
  text: sourcesText([citation], lang),
  law: citation.law[lang],
  article: citation.article[lang],
  url: citation.url,
  certainty: citation.certainty,
  checked: citation.checked,
});

/** The sources of an answer as one cell. */
export const sourcesText = (citations: readonly Citation[], lang: Lang): string =>
  citations.map((citation) => cited(citation, lang)).join(lang === 'ja' ? '、' : '; ');

/** Each source once. */
export function distinctSources(citations: readonly Citation[]): Citation[] {
  const byText = new Map(citations.map((citation) => [cited(citation, 'en'), citation]));
  return [...byText.values()];
}

/** The warning that a figure rests on what nobody has read, or none. */
export function unverifiedWarning(certainty: Certainty, citations: readonly Citation[]): LawWarning[] {
  if (certainty !== 'unverified') return [];
  const doubtful = citations.filter((citation) => citation.certainty === 'unverified');
  const named = (lang: Lang) => (doubtful.length === 0 ? '' : `: ${sourcesText(doubtful, lang)}`);
  return [
    {
      code: 'unverified',
      text: {
        ja: `出典の原文を確認していない値を使っています（未確認）${named('ja').replace(': ', '：')}。`,
        en: `A value is used whose source has not been read (unverified)${named('en')}.`,
      },
    },
  ];
}

/** Warnings as `warningTexts` writes them. */
export const warningsSchema = /* @__PURE__ */ forDescription(() =>
  z
    .array(
      z
        .object({
          code: z.string().meta({ description: 'Stable code.', example: 'unverified' }),
          text: z.string().meta({ description: 'Sentence.', example: '…' }),
        })
        .meta({ id: 'LawWarning', description: 'Something to know about a figure.' }),
    )
    .meta({ description: 'What to know about the figures: which are unknown, unverified or a benchmark only.' }),
);

/** What a calculator adds to every answer. */
export const calculationMetaSchema = /* @__PURE__ */ forDescription(() =>
  z
    .object({
      model_version: z.string().meta({ description: 'Version of the model.', example: MODEL_VERSION }),
      law_version: z.string().meta({ description: 'Version of the law data.', example: 'jp-2026-06-27' }),
      jurisdiction: z.string().meta({ description: 'Jurisdiction whose law applies.', example: DEFAULT_JURISDICTION }),
      currency: z.string().meta({ description: 'ISO 4217 code of every amount.', example: 'JPY' }),
      lang: z.string().meta({ description: 'Language of the texts.', example: 'ja' }),
      input_hash: z.string().meta({ description: 'SHA-256 of the canonical input, first 16 hex digits.' }),
    })
    .meta({ id: 'LawMeta', description: 'What the answer was computed with.' }),
);

/** Something to know about a figure. */
export interface LawWarning {
  readonly code: string;
  readonly text: Text;
}

/** Warnings in the language of an answer. */
export const warningTexts = (warnings: readonly LawWarning[], lang: Lang): { code: string; text: string }[] =>
  warnings.map(({ code, text }) => ({ code, text: text[lang] }));

/** Gathers warnings by their code and text in both languages. */
export function warningList(): {
  readonly warnings: readonly LawWarning[];
  readonly warn: (code: string, text: Text) => void;
} {
  const warnings: LawWarning[] = [];
  return { warnings, warn: (code, text) => void warnings.push({ code, text }) };
}
