// Remarks that say what kaishu would use if it stood in a column of its own: 電話不通, 品質クレーム, 破産手続開始. Free text decides nothing, so
// the column and the word to write there are told.

/** What a remark says, and where that would be used: the name of the column and a word for it, in both languages. */
export interface RemarkFact {
  readonly said: RegExp;
  readonly column: { readonly ja: string; readonly en: string };
  readonly word: { readonly ja: string; readonly en: string };
}

/** The first that fits is told. */
const FACTS: readonly RemarkFact[] = [
  {
    said: /破産|倒産|廃業|夜逃げ|民事再生|個人再生|会社更生|特別清算|特定調停|(?:債務|任意)整理|受任通知|(?:弁護士|代理人)(?:が?介入|受任|に?一任)|\b(?:bankrupt(?:cy)?|insolven(?:t|cy)|in liquidation|chapter (?:7|11))\b/i,
    column: { ja: '倒産手続', en: 'insolvency' },
    word: { ja: '破産・民事再生・弁護士の受任通知など', en: 'bankruptcy, rehabilitation, counsel_notice or the like' },
  },
  {
    said: /死亡|相続放棄|\bdeceased\b/i,
    column: { ja: '相手方の承継', en: 'succession' },
    word: { ja: '死亡', en: 'died' },
  },
  {
    said: /係争|支払拒[否絶]|(?:クレーム|苦情|異議|瑕疵|不具合)(?!な[しく]|無|[はが]?(?:ない|解消|解決)|処理?済|対応済)|品質(?:不良|問題|に問題)|契約不適合|(?:数量|金額|単価)(?:の?(?:違い|相違|不一致|誤り)|が(?:違う|合わない))|(?:商品|製品|納品物)(?:の?)(?:破損|不良)|\b(?:disput(?:es?|ed|ing)|complain(?:s|ed|t)?|defect(?:s|ive)?|(?:poor|bad) quality|wrong (?:price|quantity|goods)|damaged goods)\b/i,
    column: { ja: '争い', en: 'dispute' },
    word: { ja: '一部（または全部）', en: 'partial (or full)' },
  },
  {
    said: /(?:電話|携帯|連絡|音信)(?:が|は)?(?:不通|不可|不能|[つ付]か(?:ない|ず)|[取と]れ(?:ない|ず))|応答(?:なし|無し?)|(?:宛先|宛所|住所|転居先|所在|行方)不明|\b(?:no (?:answer|response|reply)|unreachable|(?:cannot|can't|unable to) (?:be reached|reach|contact)|returned mail|mail returned)\b/i,
    column: { ja: '連絡', en: 'contact' },
    word: { ja: '連絡が取れない', en: 'unreachable' },
  },
  {
    said: /居留守|折り?返し(?:なし|無し?|が?ない)|はぐらか|のらりくらり|\b(?:avoids? us|avoiding|evasive|stalling)\b/i,
    column: { ja: '連絡', en: 'contact' },
    word: { ja: '逃げ腰', en: 'evasive' },
  },
];

/** The fact that a remark states; undefined where it states none of these, or says in English that it is not so. */
export const factIn = (remark: string): RemarkFact | undefined =>
  /\b(?:no|not|never|without|resolved|withdrawn)\b (?:\w+ )?(?:disput|complain|defect|bankrupt|insolv)|disput\w* (?:resolved|settled|withdrawn)/i.test(
    remark,
  )
    ? undefined
    : FACTS.find(({ said }) => said.test(remark));
