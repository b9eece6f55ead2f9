#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three Mondays of scenarios/weekly: the script runs through, docs/weekly.md shows what it prints, to
the letter, the screen counts what changes.csv lists, and no box is sold twice.

usage: weekly_test.py BANLIE ROOT [--write]
--write puts what is printed into the page, in place of what is there.
"""
import collections
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from decimal import Decimal

faults = []
looks = 0


def check(holds, text):
    global looks
    looks += 1
    if not holds:
        faults.append(text)


def run_script(banlie, root, folder):
    """What the script prints, by command: as typed, without the `$`."""
    environment = dict(os.environ, BANLIE=banlie, LC_ALL="C.UTF-8")
    done = subprocess.run(["sh", root / "scenarios/weekly/mondays.sh", folder], env=environment,
                          capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"mondays.sh: {done.returncode}\n{done.stdout}{done.stderr}")
    return {part.split("\n", 1)[0]: part.rstrip("\n")
            for part in re.split(r"^\$ ", done.stdout, flags=re.M)[1:]}


def blocks_of(page):
    """The blocks of the page that show a command, and where they are."""
    return list(re.finditer(r"^```console\n\$ (.*?)\n```$", page, flags=re.M | re.S))


def check_page(root, printed):
    page = (root / "docs/weekly.md").read_text("utf-8")
    blocks = blocks_of(page)
    check(len(blocks) >= 9, "docs/weekly.md shows fewer commands than there were")
    for block in blocks:
        command = block[1].split("\n", 1)[0]
        check(command in printed, f"docs/weekly.md: the script does not run: {command}")
        check(printed.get(command) == block[1],
              f"docs/weekly.md: that is not what is printed by: {command} (--write mends it)")
    happened = (root / "scenarios/weekly/happened.csv").read_text("utf-8")
    check(f"```csv\n{happened}```" in page, "docs/weekly.md: happened.csv is another")


def write_page(root, printed):
    path = root / "docs/weekly.md"
    page = path.read_text("utf-8")
    for block in reversed(blocks_of(page)):
        text = printed[block[1].split("\n", 1)[0]]
        page = f"{page[:block.start(1)]}{text}{page[block.end(1):]}"
    path.write_text(page, "utf-8")


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def check_changes(folder, screen):
    """Trains and boxes by reason, in the file and on the screen."""
    words = {"left behind": "left_behind", "on another day": "another_day", "rerouted": "rerouted",
             "cancelled": "cancelled", "new": "new", "stopped": "stopped",
             "over other slot runs": "changed"}
    counts = {"trains": collections.Counter(), "boxes": collections.Counter()}
    for row in table(folder / "changes.csv"):
        word = row["reason"].split(":")[0]
        kind = "trains" if row["kind"] == "train" else "boxes"
        counts[kind][word] += 1 if kind == "trains" else int(row["boxes"])
    for kind, counted in counts.items():
        line = re.search(rf"^Changed {kind} +(.*)$", screen, flags=re.M)
        shown = collections.Counter()
        for part in line[1].split(", ") if line else []:
            count, word = re.match(r"([\d ]+) (.+)", part).groups()
            shown[words[word]] = int(count.replace(" ", ""))
        check(shown == counted, f"{folder.name}: {kind} changed: {counted}, on screen {shown}")


def check_chinese(plain, chinese):
    """The same changes with Chinese headings: codes stay, sentences are Chinese."""
    with open(chinese / "changes.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    with open(plain / "changes.csv", encoding="utf-8-sig", newline="") as file:
        wanted = list(csv.reader(file))
    at = wanted[0].index("reason")
    check(len(rows) == len(wanted), "changes.csv has other rows in Chinese")
    for row, like in zip(rows[1:], wanted[1:]):
        word, colon, why = row[at].partition(": ")
        check((word, colon) == like[at].partition(": ")[:2] and (not why or not why.isascii()) and
              row[:at] == like[:at], f"changes.csv in Chinese: {row}")


def check_boxes(folders, lists):
    """Gone boxes and those of the plan are those of the list, or are left behind."""
    for folder, sold in zip(folders, lists):
        rows = table(folder / "bookings.csv")
        check(len(rows) == len(sold), f"{folder.name}: {len(rows)} bookings, {len(sold)} in the list")
        for row in rows:
            gone = int(row["carried_before"] or 0)
            check(int(row["boxes"]) + gone == sold[row["booking"]] and
                  int(row["carried"]) + int(row["unserved"]) == int(row["boxes"]),
                  f"{folder.name}: {row['booking']}: not all boxes of the list, once each")
    left = {}  # by booking: boxes that have left so far, which can only grow
    for folder in folders[:2]:
        for row in table(folder / "bookings.csv"):
            gone = int(row["carried_before"] or 0)
            check(gone >= left.get(row["booking"], 0), f"{folder.name}: {row['booking']} came back")
            left[row["booking"]] = gone


def check_money(folder):
    """money.csv adds up to the margin, to the cent."""
    margin = json.loads((folder / "summary.json").read_text("utf-8"))["kpi"]["margin"]
    total = sum((Decimal(row["amount"]) for row in table(folder / "money.csv")), Decimal(0))
    check(total == Decimal(repr(margin)).quantize(Decimal("0.01")),
          f"{folder.name}: money.csv adds up to {total}, the margin is {margin}")


def sold_boxes(path, encoding, separator):
    with open(path, encoding=encoding, newline="") as file:
        rows = [row for row in csv.reader(file, delimiter=separator) if row and "ZO" in row[0]]
    return {row[0]: int(row[4]) for row in rows}


def main():
    banlie, root = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place) / "mondays"
        printed = run_script(banlie, root, folder)
        if "--write" in sys.argv[3:]:
            write_page(root, printed)
        summary = json.loads((folder / "week1-plan/summary.json").read_text("utf-8"))
        if "glpk" in summary["run"]["solver"].lower():
            check_page(root, printed)  # another solver's plan differs in its details
        cases = root / "scenarios/weekly"
        lists = [sold_boxes(cases / "week1.csv", "utf-8-sig", ";"),
                 sold_boxes(cases / "week2.csv", "utf-16", "\t"),
                 sold_boxes(cases / "week3.csv", "gb18030", ",")]
        folders = [folder / f"week{week}-plan" for week in (1, 2, 3)]
        check_boxes(folders, lists)
        for plan in folders:
            check_money(plan)
        check_chinese(folders[2], folder / "week3-tables")
        for plan in folders[1:]:
            screen = next(text for command, text in printed.items()
                          if f"-o {plan.name} " in command)
            check_changes(plan, screen)
    for fault in faults:
        print(f"# {fault}")
    print(f"1..1\n{'not ok' if faults else 'ok'} 1 - three Mondays, {looks} looks")


main()
