// Where the default numbers come from. A default whose source is `judgement` has no published figure behind it.

/** A source in both languages. */
interface Reference {
  readonly ja: string;
  readonly en: string;
}

/** Every source by its id. */
export const SOURCES = {
  judgement: { ja: '判断値（裏づける公表値なし）', en: 'Judgement; no published figure supports it.' },
  mediation_outcomes: {
    ja: '司法統計年報 令和3年度（簡裁の民事調停の既済26,729件：成立または調停に代わる決定が5割超、不成立が約3割、3か月以内が約6割）の引用を参考にした値',
    en: 'Guided by judicial statistics for 2021 as quoted (26,729 mediations ended in summary courts: over half with an agreement or an order in its place, some 30 % without; some 60 % within three months).',
  },
  age_poll: {
    ja: '米国回収業者団体の調査（CCAA 2004ほか、経過月数別の回収可能性）への当てはめ。実測値でも日本の値でもない',
    en: 'Fitted to polls of US commercial collection agencies (CCAA 2004 and others: collectability by age); neither measured nor Japanese.',
  },
  report_spread: {
    ja: "TDB評点51以上が約25%であることと、Z''のAUC（.77）から導いた判断値",
    en: "Judgement from the share of firms with a TDB score above 50 (about 25 %) and the AUC of Z'' (.77).",
  },
  score_tdb: {
    ja: '帝国データバンク評点の区分と、AGS・TSRの倒産実績（2022/9–2024/8）を参考にした判断値',
    en: 'Judgement on the bands of the TDB score, guided by AGS/TSR failure counts 2022/9 to 2024/8.',
  },
  rating_sp: {
    ja: 'S&P 2024 Annual Global Corporate Default and Rating Transition Study（表24、1年）の引用',
    en: 'S&P 2024 Annual Global Corporate Default and Rating Transition Study, table 24, one year, as quoted.',
  },
  failure_tsr: {
    ja: '東京商工リサーチ 2024年度倒産率（普通法人0.282%）',
    en: 'Tokyo Shoko Research failure rate of ordinary corporations, fiscal 2024 (0.282 %).',
  },
  altman_polish: {
    ja: "ポーランド企業決算データでのZ''のオッズ比（危険域7.7、中間域1.5）",
    en: "Odds ratios of Z'' zones in Polish company statements (distress 7.7, grey 1.5 against safe).",
  },
  dividend_jp: {
    ja: '株式会社の破産配当の分布（弁護士による集計：配当あり51%、その多くが0–10%）から平均約4%',
    en: 'Distribution of dividends in company bankruptcies in Japan (51 % pay anything, most of it 0-10 %): a mean of about 4 %.',
  },
  dividend_rehabilitation: {
    ja: '帝国データバンク：民事再生の弁済率（2021–22年、平均8.6%）',
    en: 'TDB: repayment in civil rehabilitation 2021-22, mean 8.6 %.',
  },
  dividend_reorganisation: {
    ja: '帝国データバンク：会社更生の弁済率（平均11.4%、166社）',
    en: 'TDB: repayment in corporate reorganisation, mean 11.4 %, 166 firms.',
  },
  dividend_time: {
    ja: '英国任意清算の中央値712日などを参考にした判断値',
    en: 'Judgement guided by the median of 712 days in UK voluntary liquidations.',
  },
  plans_lending: {
    ja: 'Lending Clubの和解2,569件の不履行率（期間とともに4%→22%）の形を使った判断値',
    en: 'Judgement on the shape of 2,569 Lending Club settlements (broken 4 % at one month to 22 % at 13-18 months).',
  },
  settle_lending: {
    ja: 'Lending Clubの和解水準（残高の45%前後）と交渉和解（67%）を参考にした判断値',
    en: 'Judgement guided by Lending Club settlements (about 45 % of balance) and negotiated ones (67 %).',
  },
  objections: {
    ja: '司法統計：支払督促への異議 26.7%（2020年）、23.1%（2022年）',
    en: 'Judicial statistics: payment orders opposed 26.7 % (2020), 23.1 % (2022).',
  },
  contested_win: {
    ja: '地裁判決の認容率82.4%（2006年）、証人調べのある事件63.5%を参考にした判断値',
    en: 'Judgement guided by district-court judgments: allowed 82.4 % (2006), 63.5 % where witnesses were heard.',
  },
  durations: {
    ja: '簡裁平均2.8か月、地裁平均8.6か月（二次資料）と法定期間からの見積り',
    en: 'Estimate from statutory periods and averages of 2.8 months (summary court) and 8.6 months (district court), secondary.',
  },
  attachments: {
    ja: '債権執行の取下げ85.5%（2023年司法統計）は低い方の目安。成功率そのものの統計はない',
    en: 'The 85.5 % of claim attachments withdrawn in 2023 marks the low end; no statistic of success exists.',
  },
  sale_prices: {
    ja: '米国の債権売買価格（B2B 5–30%、FTC平均4%）を参考にした判断値。日本の一般売掛金の市場価格はない',
    en: 'Judgement guided by US claim sales (B2B 5-30 %, FTC average 4 %); no Japanese market price for trade receivables exists.',
  },
  factoring_fees: {
    ja: 'ファクタリング会社の公表手数料（2社間10–20%、3社間1–9%）',
    en: 'Fees published by Japanese factors (two-party 10-20 %, three-party 1-9 %).',
  },
  agency_fees: {
    ja: '米国の商業債権回収会社の料金表（回収額の20–35%）。日本の公表値はない',
    en: 'Price lists of US agencies for commercial claims (20-35 % of what is collected); no Japanese figure is published.',
  },
  lawyer_schedule: {
    ja: '弁護士事務所の料金表（執行 5万円から30万円加算）',
    en: "A Japanese law firm's schedule (execution adds 50,000 to 300,000 yen).",
  },
  lawyer_letters: {
    ja: '弁護士事務所の公表料金（弁護士名の内容証明 33,000円と郵便料）と、旧報酬基準の3万～5万円の中ほど',
    en: "The middle between a Japanese law firm's published 33,000 yen (postage apart) and the former standard of 30,000 to 50,000, tax added.",
  },
  staff: {
    ja: '人件費の判断値（欧州調査は1時間17ユーロ相当）',
    en: 'Judgement on staff cost (a European survey implies EUR 17 an hour).',
  },
} as const satisfies Record<string, Reference>;

/** The id of a source. */
export type SourceId = keyof typeof SOURCES;
