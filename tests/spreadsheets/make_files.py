#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the CSV files of this folder by LibreOffice Calc, in each locale, encoding and separator.

usage: make_files.py FOLDER  (soffice is needed; the files that it wrote are kept with the tests)
"""
import pathlib
import subprocess
import sys
import tempfile

LOCALES = ["en-US", "zh-CN", "de-DE"]
ENCODINGS = {"utf8": 76, "utf16": 65535, "gb18030": 85}
SEPARATORS = {"comma": 44, "semicolon": 59, "tab": 9}

HEADER = ["订舱号", "from", "to", "boxes", "container", "tonnes", "ready", "due", "revenue", "must", "部门"]
ROWS = [
    ["B1", "YIW", "DUI", 12, "40HC", 18.75, "2026-12-01T08:00:00", "2026-12-24", 41900, "true", "义乌, 首批"],
    ["B2", "YIW", "DUI", 4, "40HC", 9.5, "2026-12-02T14:30:00", "2026-12-26", 36650.5, "", "a \"quoted\" word"],
    ["B3", "YIW", "DUI", 20, "20GP", 21, "2026-12-03T00:00:00", "2026-12-28", 22600, "false", ""],
]

# Parts of the formats of dates: ISO, and what each locale has of its own.
ISO = "<number:year number:style='long'/><number:text>-</number:text><number:month number:style='long'/><number:text>-</number:text><number:day number:style='long'/>"
OWN = {
    "en-US": "<number:month number:style='long'/><number:text>/</number:text><number:day number:style='long'/><number:text>/</number:text><number:year number:style='long'/>",
    "zh-CN": "<number:year number:style='long'/><number:text>年</number:text><number:month/><number:text>月</number:text><number:day/><number:text>日</number:text>",
    "de-DE": "<number:day number:style='long'/><number:text>.</number:text><number:month number:style='long'/><number:text>.</number:text><number:year number:style='long'/>",
}
CLOCK = "<number:text> </number:text><number:hours number:style='long'/><number:text>:</number:text><number:minutes number:style='long'/>"
HALF = "<number:text> </number:text><number:hours/><number:text>:</number:text><number:minutes number:style='long'/><number:text> </number:text><number:am-pm/>"


def cell(value, column):
    if isinstance(value, (int, float)):
        return f"<table:table-cell office:value-type='float' office:value='{value}'/>"
    if column in (6, 7) and value[:2] == "20":
        style = "moment" if "T" in value else "day"
        return f"<table:table-cell table:style-name='{style}' office:value-type='date' office:date-value='{value}'/>"
    text = value.replace("&", "&amp;").replace("<", "&lt;")
    return f"<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>" if text else "<table:table-cell/>"


def document(date, clock):
    rows = "".join("<table:table-row>" + "".join(cell(v, i) for i, v in enumerate(row)) + "</table:table-row>"
                   for row in [HEADER] + ROWS)
    urn = "urn:oasis:names:tc:opendocument:xmlns:"
    return ("<?xml version='1.0' encoding='UTF-8'?>\n"
            f"<office:document xmlns:office='{urn}office:1.0' xmlns:table='{urn}table:1.0' xmlns:text='{urn}text:1.0' "
            f"xmlns:style='{urn}style:1.0' xmlns:number='{urn}datastyle:1.0' office:version='1.2' "
            "office:mimetype='application/vnd.oasis.opendocument.spreadsheet'><office:automatic-styles>"
            f"<number:date-style style:name='d'>{date}</number:date-style><number:date-style style:name='m'>{date}{clock}</number:date-style>"
            "<style:style style:name='day' style:family='table-cell' style:data-style-name='d'/>"
            "<style:style style:name='moment' style:family='table-cell' style:data-style-name='m'/></office:automatic-styles>"
            f"<office:body><office:spreadsheet><table:table table:name='bookings'>{rows}</table:table></office:spreadsheet></office:body></office:document>")


def profile(folder, locale):
    (folder / "user").mkdir(parents=True, exist_ok=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
        f"<value>{locale}</value></prop></item></oor:items>")


def write(work, locale, text, encoding, separator, target):
    source = work / "bookings.fods"
    source.write_text(text.replace("'", '"'), "utf-8")  # its type is known by double quotes
    options = f"csv:Text - txt - csv (StarCalc):{separator},34,{encoding},1,,0,false,true"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{work / locale}", "--headless", "--convert-to", options,
                    "--outdir", work / "out", source], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (work / "out" / "bookings.csv").replace(target)


def main():
    target = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        for locale in LOCALES:
            profile(work / locale, locale)
            for encoding, number in ENCODINGS.items():
                for separator, code in SEPARATORS.items():
                    write(work, locale, document(ISO, CLOCK), number, code, target / f"iso-{locale}-{encoding}-{separator}.csv")
            own = document(OWN[locale], HALF if locale != "de-DE" else CLOCK)
            write(work, locale, own, ENCODINGS["utf8"], SEPARATORS["semicolon"], target / f"own-{locale}.csv")


if __name__ == "__main__":
    main()
