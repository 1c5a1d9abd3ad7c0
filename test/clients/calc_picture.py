# Opens a workbook in a headless LibreOffice Calc over UNO, lets it fetch, and keeps one of its sheets as it is seen: with its
# grid and the letters of its columns where it is a table.
#   python3 calc_picture.py SOFFICE FOLDER [ADDRESS SHEET COLUMNS LANGUAGE PDF]...
# SHEET counts from 0; COLUMNS is how many of its columns are kept, 0 for all; PDF is the address of the file, of one page.
# Where the workbook has a cell for the language of its answers, the language is written into it.
import sys

from calc import calc, prop


def kept(desktop, url, place, columns, language, pdf):
    document = desktop.loadComponentFromURL(url, "_blank", 0, (prop("Hidden", True), prop("UpdateDocMode", 3)))
    names = document.NamedRanges
    if names.hasByName("ANSWER_LANG"):
        names.getByName("ANSWER_LANG").getReferredCells().getCellByPosition(0, 0).setString(language)
    document.calculateAll()
    wanted = document.Sheets[int(place)]
    style = document.StyleFamilies.getByName("PageStyles").getByName(wanted.PageStyle)
    style.ScaleToPagesX, style.ScaleToPagesY = 1, 1
    style.HeaderIsOn = style.FooterIsOn = False
    for sheet in document.Sheets:
        if sheet.Name != wanted.Name:
            sheet.IsVisible = False
            sheet.setPrintAreas(())
    if int(columns) > 0:
        cursor = wanted.createCursor()
        cursor.gotoEndOfUsedArea(False)
        area = wanted.getCellRangeByPosition(0, 0, int(columns) - 1, cursor.RangeAddress.EndRow).RangeAddress
        wanted.setPrintAreas((area,))
        style.PrintGrid = style.PrintHeaders = True
    document.storeToURL(pdf, (prop("FilterName", "calc_pdf_Export"),))
    document.close(True)


def main(soffice, folder, *wanted):
    with calc(soffice, folder) as desktop:
        for i in range(0, len(wanted), 5):
            kept(desktop, *wanted[i : i + 5])


if __name__ == "__main__":
    main(*sys.argv[1:])
