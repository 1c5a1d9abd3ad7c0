# Opens a workbook in a headless LibreOffice Calc over UNO, lets it fetch, and keeps one of its sheets as it is seen: with its
# grid and the letters of its columns where it is a table.
#   python3 calc_picture.py SOFFICE FOLDER [ADDRESS SHEET COLUMNS LANGUAGE PDF]...
# SHEET counts from 0; COLUMNS is how many of its columns are kept, 0 for all; PDF is the address of the file, of one page.
# Where the workbook has a cell for the language of its answers, the language is written into it.
import subprocess
import sys
from pathlib import Path

from calc import PIPE, SETTINGS, connect, prop


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
    user = Path(folder) / "profile" / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(SETTINGS.format(Path(folder).as_uri()), encoding="utf-8")
    office = subprocess.Popen(
        [soffice, "--headless", "--norestore", "--nologo", "--nodefault",
         f"-env:UserInstallation={user.parent.as_uri()}", f"--accept=pipe,name={PIPE};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    try:
        context = connect()
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        try:
            for i in range(0, len(wanted), 5):
                kept(desktop, *wanted[i : i + 5])
        finally:
            desktop.terminate()
        office.wait(30)
    finally:
        if office.poll() is None:
            office.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
