// Power Query (M): a function that takes a table and returns it with the answers beside it. Columns are selected by name, because a refresh
// keeps the columns of its first run. Problems are read from the body, because a status alone explains nothing.

import type { Lang } from '../values/text.ts';

/** The query, with @ORIGIN@ where the address of the service goes. */
const QUERY = `// kaishu: 未回収債権の表に、推奨する手段と期待額の列を加えます。 / Adds recommendation and value to a table of receivables.
// 使い方: データ > データの取得 > その他のデータソースから > 空のクエリ > 詳細エディターに貼り付け、名前を Kaishu にします。
//   = Kaishu(Excel.CurrentWorkbook(){[Name="Table1"]}[Content])
//   = Kaishu(Source, "best_label,best_net,why", "en")
// 接続の資格情報は「匿名」を選びます。 / Choose Anonymous: a POST is only made without credentials.
// プライバシー: ブックとこのサイトの両方を「組織」にします。レベルが合わないと Formula.Firewall で止まります。
// Privacy: set workbook and site to Organizational, else Formula.Firewall stops the query. The table is sent to this address:
let
    Api = "@ORIGIN@",
    RowsPerRequest = 5000,
    DayText = (value) => Date.ToText(Date.From(value), [Format = "yyyy-MM-dd", Culture = "en-US"]),
    Plain = (value) =>
        if value = null then ""
        else if value is date or value is datetime or value is datetimezone then DayText(value)
        else value,
    Ask = (part as table, names as list, lang as text) as table =>
        let
            Lines = {Table.ColumnNames(part)}
                & List.Transform(Table.ToRows(part), each List.Transform(_, Plain)),
            Body = Json.FromValue([
                lang = lang, header = "key", out = Text.Combine(names, ","), map = "auto", table = Lines
            ]),
            Raw = Web.Contents(Api, [
                RelativePath = "v1/portfolio",
                Headers = [#"Content-Type" = "application/json", Accept = "application/json"],
                Content = Body,
                ManualStatusHandling = {400, 404, 413, 415, 422}
            ]),
            Status = Value.Metadata(Raw)[Response.Status],
            Answer = Json.Document(Raw, TextEncoding.Utf8),
            Details = List.Transform(Record.FieldOrDefault(Answer, "errors", {}), each [detail]),
            Problem = Error.Record(
                Record.FieldOrDefault(Answer, "title", "HTTP " & Text.From(Status)),
                Text.Combine({Record.FieldOrDefault(Answer, "detail", "")} & Details, " ")
            ),
            Values = if Status = 200 then Answer[table] else error Problem
        in
            Table.SelectColumns(Table.FromRows(List.Skip(Values), Values{0}), names, MissingField.UseNull),
    Kaishu = (source as table, optional out as nullable text, optional lang as nullable text) as table =>
        let
            Names = List.Transform(Text.Split(if out = null then "best_label,best_net,margin" else out, ","), Text.Trim),
            Parts = if Table.IsEmpty(source) then {source} else Table.Split(source, RowsPerRequest),
            Answers = Table.Combine(List.Transform(Parts, each Ask(_, Names, if lang = null then "@LANG@" else lang))),
            Result = Table.FromColumns(
                Table.ToColumns(source) & Table.ToColumns(Answers),
                Table.ColumnNames(source) & Names
            )
        in
            Result
in
    Kaishu
`;

/** The query with the address of the service filled in, which answers in the language of the page that it is copied from. */
export const powerQuery = (origin: string, lang: Lang): string =>
  QUERY.replace('@ORIGIN@', origin).replace('@LANG@', lang);
