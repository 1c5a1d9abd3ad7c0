# Opens addresses and files in a headless LibreOffice Calc over UNO and prints what every cell holds, as JSON.
#   python3 calc.py SOFFICE FOLDER ADDRESS...    (the system's Python: the uno module belongs to it)
# An address that ends in .json names cells and what is typed into them in a new document.
# FOLDER is where the files lie; the profile of this run is made there. Calc fetches without asking a user only when the folder is
# trusted, links are always updated and the document is loaded with a full update.
import json
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

PIPE = "kaishu"

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="SecureURL" oor:op="fuse"><value><it>{}</it></value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def prop(name, value):
    return PropertyValue(Name=name, Value=value)


def connect(tries=120):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(tries):
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not start")


def cells_of(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    rows = []
    for y in range(end.EndRow + 1):
        row = []
        for x in range(end.EndColumn + 1):
            cell = sheet.getCellByPosition(x, y)
            kind = (cell.FormulaResultType2 if cell.Type.value == "FORMULA" else None)
            row.append({
                "text": cell.String,
                "value": cell.Value,
                "formula": cell.Formula if cell.Type.value == "FORMULA" else None,
                "number": cell.Type.value == "VALUE" or kind == 1,
                "error": cell.getError(),
            })
        rows.append(row)
    return rows


def typed(desktop, url):
    document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (prop("Hidden", True),))
    sheet = document.Sheets[0]
    for name, text in json.loads(Path(uno.fileUrlToSystemPath(url)).read_text(encoding="utf-8")).items():
        sheet.getCellRangeByName(name).setFormula(text)
    return document


def loaded(desktop, url):
    # Hidden=False would abort a headless start.
    options = [prop("Hidden", True), prop("ReadOnly", True), prop("UpdateDocMode", 3)]
    if ".csv?" in url:
        options += [prop("FilterName", "Text - txt - csv (StarCalc)"), prop("FilterOptions", "44,34,76,1")]
    document = desktop.loadComponentFromURL(url, "_blank", 0, tuple(options))
    if document is None:
        raise SystemExit(f"{url} does not open")
    return document


def opened(desktop, url):
    document = typed(desktop, url) if url.endswith(".json") else loaded(desktop, url)
    document.calculateAll()
    sheets = {sheet.Name: cells_of(sheet) for sheet in document.Sheets}
    document.close(True)
    return sheets


@contextmanager
def calc(soffice, folder):
    """The desktop of a Calc of its own, which ends with its use."""
    folder = Path(folder)
    user = folder / "profile" / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(SETTINGS.format(folder.as_uri()), encoding="utf-8")
    arguments = [
        soffice, "--headless", "--norestore", "--nologo", "--nodefault",
        f"-env:UserInstallation={user.parent.as_uri()}", f"--accept=pipe,name={PIPE};urp;",
    ]
    office = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        context = connect()
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        try:
            yield desktop
        finally:
            desktop.terminate()
        office.wait(30)
    finally:
        if office.poll() is None:
            office.kill()


def main(soffice, folder, *urls):
    with calc(soffice, folder) as desktop:
        print(json.dumps({url: opened(desktop, url) for url in urls}, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
