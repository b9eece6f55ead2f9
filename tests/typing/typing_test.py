#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each slip of slips.txt, made in a sound case, is told in one line, at its place, with its cure.

usage: typing_test.py BANLIE FOLDER
"""
import pathlib
import re
import subprocess
import sys
import tempfile

SIGNS = {"<nbsp>": "\u00a0", "<ideographic>": "\u3000", "<tab>": "\t", "<nl>": "\n", "<none>": ""}


def spelled(text):
    for name, sign in SIGNS.items():
        text = text.replace(name, sign)
    return text


def read_slips(folder):
    for number, line in enumerate((folder / "slips.txt").read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            file, before, after, place, says = (part.strip(" ") for part in line.split("|"))
            everywhere = before.startswith("<all>")
            before = before.removeprefix("<all>").strip(" ")
            yield number, file, spelled(before), spelled(after), everywhere, place, says


def findings(banlie, work):
    run = subprocess.run([banlie, "check", str(work)], env={"LANG": "C.UTF-8"}, capture_output=True, text=True, check=False)
    lines = (run.stdout + run.stderr).splitlines()
    return [line.replace(str(work) + "/", "") for line in lines if re.search(r": (error|warning): ", line)]


def check_slip(banlie, folder, work, slip):
    """What is wrong with what is told of a slip; nothing where all is well."""
    _, file, before, after, everywhere, place, says = slip
    warned = file.endswith("!")
    file = file.rstrip("!")
    text = (folder / file).read_text("utf-8")
    if before not in text:
        return f'"{before}" does not stand in {file}'
    (work / file).write_text(text.replace(before, after, -1 if everywhere else 1), "utf-8")
    told = findings(banlie, work)
    (work / file).write_text(text, "utf-8")
    kind = "warning" if warned else "error"
    errors = [line for line in told if ": error: " in line]
    if len(errors) != (0 if warned else 1):
        return "\n".join(told) or "nothing is told"
    hit = [line for line in told if line.startswith(f"{place}: {kind}: ") and says in line]
    return "" if len(hit) == 1 else "\n".join(told) or "nothing is told"


def main():
    banlie, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    faults = count = 0
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        for file in ["case.yaml", "bookings.csv", "feeders.csv"]:
            (work / file).write_text((folder / file).read_text("utf-8"), "utf-8")
        if findings(banlie, work):
            print("\n".join(findings(banlie, work)))
            return 1
        for slip in read_slips(folder):
            fault = check_slip(banlie, folder, work, slip)
            count += 1
            if fault:
                faults += 1
                print(f"slips.txt:{slip[0]}: {fault}")
    print(f"{count} slips, {faults} not told as they should be")
    return 1 if faults or count < 120 else 0


if __name__ == "__main__":
    sys.exit(main())
