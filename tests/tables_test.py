#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of a plan from outside: their headers stand on the reference page, money adds up to the
cent, all forms say the same, and instants of `--table-style excel` are dates to a spreadsheet (to
LibreOffice where it is there; else their form is looked at).

usage: tables_test.py BANLIE ROOT
"""
import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal
from xml.etree import ElementTree

faults = []
looks = 0


def check(holds, text):
    global looks
    looks += 1
    if not holds:
        faults.append(text)


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def plan(banlie, case, folder, *options):
    run(banlie, "plan", case, "-o", folder, "--quiet", *options)
    return folder


def table(path, separator=","):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator))


def page_columns(page):
    """Columns by file, and their Chinese headings, as the page lists them."""
    columns, chinese, kinds = {}, {}, {}
    for part in re.split(r"^## ", page, flags=re.M)[1:]:
        name = part.split("\n", 1)[0]
        rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \| [^|]+ \|$", part, flags=re.M)
        columns[name] = [row[0] for row in rows]
        chinese[name] = [row[1] for row in rows]
        kinds[name] = [row[2] for row in rows]
    return columns, chinese, kinds


def check_headers(folder, columns):
    for path in sorted(folder.glob("*.csv")):
        check(columns.get(path.name) == table(path)[0],
              f"{path.name}: its header is not what the page lists")


def check_case_headings(page):
    """In each list of a case that may stand in a CSV file a heading, in either language, means one column."""
    lists = 0
    for part in re.split(r"^#{2,3} ", page, flags=re.M)[1:]:
        rows = re.findall(r"^\| `([\w.]+)` \| ([^|`]+) \| [^|]+ \| [^|]+ \| [^|]+ \|$", part, flags=re.M)
        names = [row[0] for row in rows]
        names += [word for row in rows if row[1] != "–" for word in row[1].split(", ")]
        lists += "Chinese heading" in part
        twice = {name for name in names if names.count(name) > 1}
        check(not twice, f"case-format.md, {part.split(chr(10), 1)[0]}: {twice} mean two columns")
    check(lists >= 6, "case-format.md has no lists with Chinese headings")


def check_money(folder):
    margin = json.loads((folder / "summary.json").read_text("utf-8"))["kpi"]["margin"]
    rows = table(folder / "money.csv")[1:]
    total = sum((Decimal(row[2]) for row in rows), Decimal(0))
    check(total == Decimal(repr(margin)).quantize(Decimal("0.01")),
          f"{folder}: money.csv adds up to {total}, the margin is {margin}")
    for line in {row[1] for row in rows if row[1]}:
        by_part = sum(Decimal(row[2]) for row in rows if row[1] == line)
        by_week = sum(Decimal(row[11]) for row in table(folder / "lines.csv")[1:] if row[0] == line)
        check(abs(by_part - by_week) <= Decimal("0.15"), f"{folder}: line {line}: {by_part}, {by_week}")


def check_forms(plain, other, style, kinds, chinese):
    """Every cell of another form says what that of the plain one does."""
    for path in sorted(plain.glob("*.csv")):
        rows = table(other / path.name, ";" if style == "semicolon" else ",")
        wanted = table(path)
        of_kind = kinds[path.name]
        for number, row in enumerate(wanted):
            cells = []
            for cell, kind, heading in zip(row, of_kind, chinese[path.name]):
                at = len(cells)
                instant = kind.startswith("instant")
                if number == 0:
                    cells += [heading, heading + "时差"] if instant else [heading]
                elif instant:
                    cells += [cell[:10] + " " + cell[11:16], "UTC" + cell[16:]] if cell else ["", ""]
                elif heading == "原因" and path.name == "changes.csv" and ": " in cell:
                    word = cell.split(": ")[0]
                    check(rows[number][at].startswith(word + ": ") and not rows[number][at].isascii(),
                          f"{style}: changes.csv row {number + 1}: {rows[number][at]} is no Chinese")
                    cells.append(rows[number][at])
                elif style == "semicolon" and not kind.startswith("text"):
                    cells.append(cell.replace(".", ","))
                else:
                    cells.append(cell)
            check(rows[number] == cells, f"{style}: {path.name} row {number + 1}: {rows[number]}")
        check(len(rows) == len(wanted), f"{style}: {path.name} has {len(rows)} rows")


def check_dates(folder, columns, kinds, work):
    """A spreadsheet takes the instants for dates."""
    name = "trains.csv"
    instants = [column for column, kind in zip(columns[name], kinds[name])
                if kind.startswith("instant")]
    rows = table(folder / name)
    at = [rows[0].index(column) for column in instants]
    check(len(at) > 0 and len(rows) > 1, f"{name} has no instants")
    for row in rows[1:]:
        for i in at:
            check(re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", row[i]), f"{name}: {row[i]}")
    if shutil.which("soffice") is None:
        return "no LibreOffice here: the form alone was looked at"
    # Commas, UTF-8, from the first line, en-US, with "detect special numbers" ticked.
    run("soffice", f"-env:UserInstallation=file://{work}/office", "--headless",
        "--infilter=CSV:44,34,76,1,,1033,false,true", "--convert-to", "fods", "--outdir", work,
        folder / name)
    space = {"t": "urn:oasis:names:tc:opendocument:xmlns:table:1.0"}
    kind = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type"
    read = ElementTree.parse(work / "trains.fods").getroot().findall(".//t:table-row", space)
    for row in read[1 : len(rows)]:
        cells = row.findall("t:table-cell", space)
        for i in at:
            check(cells[i].get(kind) == "date", f"{name}: LibreOffice takes {rows[0][i]} for "
                                                f"{cells[i].get(kind)}")
    return "read by LibreOffice"


def check_readme(banlie, root, work):
    """The screens in README.md are those of the program, to the letter; the Chinese one begins so."""
    blocks = re.findall(r"^```text\n(Yiwu, .*?)^```$", (root / "README.md").read_text("utf-8"),
                        flags=re.M | re.S)
    check(len(blocks) == 2, "README.md has no two screens of Yiwu")
    for language, block in zip(("en", "zh"), blocks):
        done = subprocess.run([str(banlie), "plan", str(root / "scenarios/yiwu"), "-o", "yiwu-plan",
                               "--force", "--lang", language], cwd=work, capture_output=True,
                              text=True, encoding="utf-8")
        solver = json.loads((work / "yiwu-plan/summary.json").read_text("utf-8"))["run"]["solver"]
        if "glpk" not in solver.lower():
            return  # another solver's plan differs in its details
        check(done.stdout == block if language == "en" else done.stdout.startswith(block),
              f"README.md: the screen in {language} is not what the program prints")
        check_money(work / "yiwu-plan")


def rolled(banlie, root, work):
    """A case that is rolled on, and how: from a plan that a spreadsheet could have saved."""
    cases = root / "tests/rolling/cases"
    earlier = plan(banlie, cases / "week49.yaml", work / "earlier", "--table-style", "semicolon",
                   "--headings", "zh")
    return cases / "week50.yaml", ("--commit", earlier)


def main():
    banlie, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    columns, chinese, kinds = page_columns((root / "docs/reference/plan-files.md").read_text("utf-8"))
    check_case_headings((root / "docs/reference/case-format.md").read_text("utf-8"))
    cases = [root / "scenarios/tiny", root / "scenarios/cyclic-week",
             root / "tests/cases/verify-features/case.yaml", root / "tests/cases/verify-held/case.yaml"]
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        seen = set()
        for number, (case, options) in enumerate(
                [(case, ()) for case in cases] + [rolled(banlie, root, work)]):
            plain = plan(banlie, case, work / f"plain-{number}", *options)
            seen |= {path.name for path in plain.glob("*.csv")}
            check_headers(plain, columns)
            check_money(plain)
            for style in ("excel", "semicolon"):
                other = plan(banlie, case, work / f"{style}-{number}", *options,
                             "--table-style", style, "--headings", "zh")
                check_forms(plain, other, style, kinds, chinese)
                run(banlie, "verify", case, other, *options)
        check(seen == {name for name in columns if name.endswith(".csv")},
              "the page has a file that no plan has")
        excel = plan(banlie, cases[0], work / "excel", "--table-style", "excel")
        check_readme(banlie, root, work)
        told = check_dates(excel, columns, kinds, work)
    print("\n".join(faults + [f"{looks} looks, {len(faults)} faults; instants: {told}"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
