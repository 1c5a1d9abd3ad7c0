// How an answer is written: the same figures in every format, safe in a spreadsheet, aligned on a screen.

import { describe, expect, test } from 'vitest';
import { csv } from '../src/formats/csv.ts';
import { type Format, PLAIN_LAYOUT, plainLayout } from '../src/formats/format.ts';
import * as registry from '../src/formats/index.ts';
import { screenWidth } from '../src/formats/screen_width.ts';
import { COMMAS, delimitedCell, inert } from '../src/formats/table.ts';
import { alignedRows, txt } from '../src/formats/txt.ts';
import { xlsx } from '../src/formats/xlsx.ts';
import { type Report, reportOf } from '../src/report/report.ts';
import { ask } from '../src/request/question.ts';
import { readRequest } from '../src/request/read_request.ts';
import { grouped, type Lang } from '../src/values/text.ts';

function reportIn(lang: Lang): Report {
  const read = readRequest({ amount: 1250000, overdue_days: 82, lang }, { today: '2026-11-21', lang });
  if (!read.ok) throw new Error('the example cannot be read');
  return reportOf(ask(read.request), 'feedfacecafebeef');
}

const formats: [string, Format][] = Object.entries(registry);
const ja = reportIn('ja');
const en = reportIn('en');

/** Reads RFC 4180 text the slow way, to check the writer with something else than itself. */
function parsed(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i];
    if (quoted) {
      if (mark === '"' && text[i + 1] === '"') field += text[i++];
      else if (mark === '"') quoted = false;
      else field += mark;
    } else if (mark === '"') quoted = true;
    else if (mark === ',') {
      rows.at(-1)!.push(field);
      field = '';
    } else if (mark === '\r' && text[i + 1] === '\n') {
      rows.at(-1)!.push(field);
      field = '';
      rows.push([]);
      i++;
    } else field += mark;
  }
  rows.pop();
  return rows;
}

describe('every format', () => {
  test.each(formats)('%s writes the same report as the same bytes, without a byte order mark', (_, format) => {
    const content = format.write(ja, 'ja', PLAIN_LAYOUT);
    expect(format.write(ja, 'ja', PLAIN_LAYOUT)).toEqual(content);
    // The entries of a workbook are stored as they are, so that its texts can be read in its bytes.
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    expect(text.charCodeAt(0)).not.toBe(0xfeff);
    expect(text).toContain(ja.meta.input_hash);
    // A workbook holds the day as a number.
    if (typeof content === 'string') expect(text).toContain(ja.meta.as_of);
  });

  test('extensions and media types differ', () => {
    expect(new Set(formats.map(([, format]) => format.extension)).size).toBe(formats.length);
    expect(new Set(formats.map(([, format]) => format.media_type)).size).toBe(formats.length);
  });
});

describe('csv', () => {
  const rows = parsed(csv.write(ja, 'ja', PLAIN_LAYOUT));

  test('columns keep their order, because people select them by position', () => {
    expect(rows[0]).toEqual(
      (
        'rank option option_label status net_value stand_alone_value p10 p50 p90 chance_of_loss chance_paid_in_full months_to_cash ' +
        'effort_hours blocked_reason currency as_of model_version law_version assumptions_version input_hash warnings ' +
        'certainty_equivalent chance_best chance_level estimate_p10 estimate_p90 break_even why_not family tied tie_note status_label'
      ).split(' '),
    );
    expect(csv.columns).toEqual(rows[0]);
  });

  test('there is one row for every option, with the figures of the answer', () => {
    expect(rows.length).toBe(ja.options.length + 1);
    ja.options.forEach((option, index) => {
      const row = rows[index + 1]!;
      expect(row).toHaveLength(csv.columns!.length);
      expect(row[1]).toBe(option.id);
      expect(row[4]).toBe(option.net_value ?? '');
      expect(row[13]).toContain(option.bars[0]?.text ?? '');
    });
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ['  @SUM(A1)', "'  @SUM(A1)"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['-1', "'-1"],
    ['\tx', "'\tx"],
    ['\nx', "'\nx"],
    ['民法166条', '民法166条'],
  ])('the text %j cannot run as a formula', (text, safe) => {
    expect(inert(text)).toBe(safe);
  });

  test('a negative figure stays a number, and separators are quoted', () => {
    expect(delimitedCell('-1234', 'plain', COMMAS)).toBe('-1234');
    expect(delimitedCell('-1234', 'text', COMMAS)).toBe("'-1234");
    expect(delimitedCell('a,"b"\nc', 'text', COMMAS)).toBe('"a,""b""\nc"');
    expect(delimitedCell(null, 'plain', COMMAS)).toBe('');
  });
});

describe('xlsx', () => {
  const sheetOf = (report: Report, lang: Lang): string =>
    new TextDecoder().decode(xlsx.write(report, lang, plainLayout(xlsx, lang)) as Uint8Array);

  test('figures are numbers, days are days, and texts are never formulas', () => {
    const sheet = sheetOf(ja, 'ja');
    const [first] = ja.options;
    expect(sheet).toContain(`<v>${first!.net_value}</v>`);
    // 2026-11-21 as spreadsheets count days.
    expect(sheet).toContain('<v>46347</v>');
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain(`<t xml:space="preserve">${ja.meta.input_hash}</t>`);
  });

  test('figures with decimals are written with the separators of whole ones', () => {
    const codes = [...sheetOf(ja, 'ja').matchAll(/formatCode="([^"]*0\.[^"]*)"/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(code).toMatch(/^#,##0\./);
  });

  test('every row of an assumption says its height, and a text that breaks makes it higher', () => {
    const long = ja.assumptions_used.map((one, i) => (i === 0 ? { ...one, source: '出典'.repeat(60) } : one));
    const heights = [...sheetOf({ ...ja, assumptions_used: long }, 'ja').matchAll(/<row r="(\d+)"( ht="(\d+)")?/g)]
      // The sheet is the last one, whose first line is that of the headings.
      .slice(-(long.length + 2 + ja.not_modelled.length))
      .slice(1, long.length + 1)
      .map(([, , , height]) => Number(height));
    const [first, ...others] = heights;
    expect(first).toBeGreaterThan(3 * 15);
    expect(others.every((height) => height >= 15 && height < 3 * 15)).toBe(true);
  });

  test('headings are in the language of the answer', () => {
    expect(sheetOf(ja, 'ja')).toContain('>期待額<');
    expect(sheetOf(en, 'en')).toContain('>net value<');
  });
});

describe('txt', () => {
  test('it begins with the headline and ends with what it is not', () => {
    expect(txt.write(ja, 'ja', PLAIN_LAYOUT).startsWith(ja.recommendation.headline)).toBe(true);
    expect(txt.write(ja, 'ja', PLAIN_LAYOUT)).toContain('法律上の助言ではありません');
    expect(txt.write(en, 'en', PLAIN_LAYOUT)).toContain('not legal advice');
  });

  test('every option stands in it, and every bar with its article', () => {
    const text = txt.write(ja, 'ja', PLAIN_LAYOUT);
    for (const option of ja.options) {
      expect(text).toContain(option.label);
      for (const bar of option.bars) expect(text).toContain(bar.text);
    }
  });

  test('the ranked table is aligned by the width on a screen', () => {
    expect(screenWidth('内容証明')).toBe(8);
    expect(screenWidth('¥1,234')).toBe(6);
    expect(screenWidth('￥')).toBe(2);
    const lines = alignedRows(
      [
        ['手段', '額'],
        ['内容証明', '1,234'],
        ['wait', '-5'],
      ],
      new Set([1]),
    );
    expect(lines.map(screenWidth)).toEqual([15, 15, 15]);
  });

  test('English text has no Japanese in it', () => {
    // Laws are cited in the language of the answer, too.
    expect(txt.write(en, 'en', PLAIN_LAYOUT)).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });

  test('thousands are separated by threes', () => {
    expect(['0', '999', '1000', '-1234567', '1234.5'].map(grouped)).toEqual([
      '0',
      '999',
      '1,000',
      '-1,234,567',
      '1,234.5',
    ]);
  });
});
