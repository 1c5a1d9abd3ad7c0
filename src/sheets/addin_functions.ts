// The functions of the Excel add-in as JavaScript. The calls of one recalculation are collected for a tenth of a second and sent as one
// request; answers are assigned by their place. Every mistake becomes an error that Excel can show, with the sentence of the problem.
// Here 'plan' is a part of the answer, not an option.

import { FLAT_FIELDS } from '../report/flat.ts';

/** The script, with marks where the address of the service and the ids of its options go. */
const ADDIN_SCRIPT = `// kaishu: custom functions for Excel. Runs in the shared runtime of the add-in.
/* global CustomFunctions, Office */
(function () {
  'use strict';

  const API = '@ORIGIN@';
  /** Options of which a value can be asked. */
  const OPTIONS = @OPTIONS@;
  const WAIT_MS = 100;
  const CALLS_A_REQUEST = 1000;
  const ROWS_A_REQUEST = 5000;

  const TEXTS = {
    busy: { ja: '混雑しています。しばらくして再計算してください。', en: 'The service is busy. Recalculate in a while.' },
    option: { ja: '手段の名前は次のどれかです: ', en: 'The option is one of: ' },
    closed: { ja: 'この手段は使えないか、条件が足りません。理由は KAISHU.RANK で見られます。', en: 'This option is closed or needs terms; KAISHU.RANK shows why.' },
    name: { ja: '項目名ではありません: ', en: 'Not the name of a field: ' },
    range: { ja: '見出し行と1行以上の明細を含む範囲を指定してください。', en: 'Give a range with headings and at least one line.' },
    headings: {
      ja: ['順位', '手段', '期待額', '下位10%', '上位10%', '入金までの月数', '使えない理由'],
      en: ['rank', 'option', 'net value', 'P10', 'P90', 'months to cash', 'why closed'],
    },
    headline: { ja: '結論', en: 'headline' },
    reasons: { ja: '理由', en: 'reason' },
    plan: { ja: '予定', en: 'plan' },
    deadlines: { ja: '期限', en: 'deadline' },
    risks: { ja: 'リスク', en: 'risk' },
    warnings: { ja: '注意', en: 'warning' },
  };

  /** The language of Excel, as far as the service speaks it. */
  function shownLang() {
    const context = typeof Office === 'undefined' ? undefined : Office.context;
    const shown = context && context.displayLanguage;
    return !shown || shown.toLowerCase().indexOf('ja') === 0 ? 'ja' : 'en';
  }

  const refused = (message) => new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);
  const unavailable = (message) => new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);
  const outOfRange = () => new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber);

  /** What a problem says is to be corrected. */
  function sentence(problem) {
    const details = ((problem && problem.errors) || []).map((error) => error.detail);
    return details.length > 0 ? details.join(' ') : (problem && (problem.detail || problem.title)) || '';
  }

  const isBlank = (value) => value === null || value === undefined || value === '';

  /** Puts a fact where its name says; terms of an option stand in an object of their own. */
  function put(facts, name, value, lang) {
    if (isBlank(value)) return;
    const path = String(name).trim().split('.');
    if (!path.every((part) => /^[a-z][a-z0-9_]*$/.test(part)) || path.length > 2) throw refused(TEXTS.name[lang] + name);
    if (path.length === 1) {
      facts[path[0]] = value;
      return;
    }
    if (typeof facts[path[0]] !== 'object') facts[path[0]] = Object.create(null);
    facts[path[0]][path[1]] = value;
  }

  /** The facts of a call, and the language in which it is answered. */
  function read(amount, overdueDays, tdbScore, options) {
    const facts = Object.create(null);
    const pairs = (options || []).filter((pair) => !isBlank(pair[0]));
    const named = pairs.filter((pair) => pair[0] === 'lang' && (pair[1] === 'en' || pair[1] === 'ja'));
    const lang = named.length > 0 ? named[0][1] : shownLang();
    put(facts, 'amount', amount, lang);
    put(facts, 'overdue_days', overdueDays, lang);
    put(facts, 'tdb_score', tdbScore, lang);
    pairs.filter((pair) => pair[0] !== 'lang').forEach((pair) => put(facts, pair[0], pair[1], lang));
    return { facts, lang };
  }

  async function post(path, body) {
    let response;
    let answer = null;
    try {
      response = await fetch(API + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify(body),
      });
      answer = await response.json();
    } catch (_error) {
      throw unavailable(TEXTS.busy[body.lang]);
    }
    if (response.status === 200) return answer;
    if (response.status === 429 || response.status >= 500) throw unavailable(TEXTS.busy[body.lang]);
    throw refused(sentence(answer));
  }

  /** Calls that wait for their common request. */
  const queue = [];
  let isWaiting = false;

  function ask(question, outs) {
    return new Promise((resolve, reject) => {
      queue.push({ facts: question.facts, lang: question.lang, outs, resolve, reject });
      if (isWaiting) return;
      isWaiting = true;
      setTimeout(sendQueue, WAIT_MS);
    });
  }

  async function sendQueue() {
    isWaiting = false;
    const calls = queue.splice(0, queue.length);
    for (const lang of ['ja', 'en']) {
      const spoken = calls.filter((one) => one.lang === lang);
      for (let from = 0; from < spoken.length; from += CALLS_A_REQUEST) {
        await answerTogether(spoken.slice(from, from + CALLS_A_REQUEST), lang);
      }
    }
  }

  async function answerTogether(calls, lang) {
    const outs = Array.from(new Set([].concat(...calls.map((one) => one.outs))));
    try {
      const answer = await post('/v1/portfolio', { lang, out: outs.join(','), rows: calls.map((one) => one.facts) });
      calls.forEach((one, i) => {
        const row = answer.rows[i];
        if (row && row.status === 200) one.resolve(row.result);
        else one.reject(refused(sentence(row && row.problem)));
      });
    } catch (error) {
      const known = error instanceof CustomFunctions.Error ? error : unavailable(TEXTS.busy[lang]);
      calls.forEach((one) => one.reject(known));
    }
  }

  function numberOf(value) {
    const number = Number(value);
    if (!Number.isFinite(number)) throw outOfRange();
    return number;
  }

  const numberOrBlank = (value) => (isBlank(value) ? '' : numberOf(value));

  /** Name of the recommended option. */
  async function best(amount, overdueDays, tdbScore, options) {
    return (await ask(read(amount, overdueDays, tdbScore, options), ['best_label'])).best_label;
  }

  /** Net value of an option as first step. */
  async function net(option, amount, overdueDays, tdbScore, options) {
    const question = read(amount, overdueDays, tdbScore, options);
    const id = String(option).trim().toLowerCase();
    if (OPTIONS.indexOf(id) < 0) throw refused(TEXTS.option[question.lang] + OPTIONS.join(', '));
    const value = (await ask(question, ['net.' + id]))['net.' + id];
    if (isBlank(value)) throw unavailable(TEXTS.closed[question.lang]);
    return numberOf(value);
  }

  const evaluated = (question, include) =>
    post('/v1/evaluate', Object.assign({ lang: question.lang, include }, question.facts));

  /** Every option, best first, closed ones last with the reason. */
  async function rank(amount, overdueDays, tdbScore, options) {
    const question = read(amount, overdueDays, tdbScore, options);
    const answer = await evaluated(question, []);
    const rows = answer.options.map((option) => [
      numberOrBlank(option.rank), option.label, numberOrBlank(option.net_value), numberOrBlank(option.p10),
      numberOrBlank(option.p90), numberOrBlank(option.months_to_cash), option.bars.map((bar) => bar.text).join(' / '),
    ]);
    return [TEXTS.headings[question.lang]].concat(rows);
  }

  /** The recommendation in sentences. */
  async function explain(amount, overdueDays, tdbScore, options) {
    const question = read(amount, overdueDays, tdbScore, options);
    const answer = await evaluated(question, ['plan']);
    const said = answer.recommendation;
    const lines = [[TEXTS.headline[question.lang], said.headline]];
    [['reasons', said.reasons], ['plan', said.plan], ['deadlines', said.deadlines], ['risks', said.risks],
      ['warnings', answer.warnings]].forEach(([kind, list]) => (list || []).forEach((item) => {
      lines.push([TEXTS[kind][question.lang], item.text]);
    }));
    return lines;
  }

  /** A range with headings in, a line of answers for each of its lines out. */
  async function portfolio(range, outs) {
    const lang = shownLang();
    const rows = range.map((row) => row.map((value) => (isBlank(value) ? '' : value)));
    while (rows.length > 0 && rows[rows.length - 1].every(isBlank)) rows.pop();
    if (rows.length < 2) throw refused(TEXTS.range[lang]);
    const head = rows.shift();
    const names = [].concat(...(outs || [])).filter((name) => !isBlank(name));
    const out = names.length > 0 ? names.join(',') : 'best_label,best_net,margin';
    const answers = [];
    for (let from = 0; from < rows.length; from += ROWS_A_REQUEST) {
      const table = [head].concat(rows.slice(from, from + ROWS_A_REQUEST));
      const answer = await post('/v1/portfolio', { lang, header: lang, out, map: 'auto', table });
      answers.push(...(from === 0 ? answer.table : answer.table.slice(1)));
    }
    return answers;
  }

  // Tells Office that the page is ready, so that it says in which language it is shown.
  if (typeof Office !== 'undefined' && Office.onReady) Office.onReady();

  CustomFunctions.associate('BEST', best);
  CustomFunctions.associate('NET', net);
  CustomFunctions.associate('RANK', rank);
  CustomFunctions.associate('PORTFOLIO', portfolio);
  CustomFunctions.associate('EXPLAIN', explain);
})();
`;

/** Beginning of the names of values that are net values of an option. */
const NET_PREFIX = 'net.';

/** The script with the address of the service filled in. */
export function functionsScript(origin: string): string {
  const options = [...FLAT_FIELDS.keys()]
    .filter((name) => name.startsWith(NET_PREFIX))
    .map((name) => name.slice(NET_PREFIX.length));
  return ADDIN_SCRIPT.replace('@ORIGIN@', origin).replace('@OPTIONS@', JSON.stringify(options));
}
