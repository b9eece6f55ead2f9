#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The priced value of a plan against another solver, from outside: `banlie export` writes the model, the
plan's trains are held in it, nothing has to be whole, and glpsol's optimum is `priced_value`. TAP.

usage: priced_lp_test.py BANLIE [--every-row] [--solver PATH] CASE...
--every-row: for the cases after it, one more and one less on the right of every row of prices.csv, too: the
value is concave there, so that neither may come to more than the price says. PATH: a HiGHS in glpsol's place.
"""
import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

INFEASIBLE = float("-inf")


def near(one, other):
    return abs(one - other) <= 1e-6 * max(1, abs(other))


def run(*words):
    done = subprocess.run([str(word) for word in words], text=True, check=False, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# ---- the trains of a plan in the model ----

def fit(text):
    return re.sub(r"[^A-Za-z0-9._@]", "_", text)


def names_in_model(trains):
    """What the model calls each train: numbered by departure among all that may run."""
    alike = {}
    for train in trains:
        if train["runs"] != "under_way":
            alike.setdefault(re.sub(r"(@[0-9-]+)\.\d+$", r"\1", train["train"]), []).append(train)
    names = {train["train"]: fit(train["train"]) for train in trains if train["runs"] == "under_way"}
    for base, group in alike.items():
        departs = [[run.rsplit("@", 1)[1] for run in train["slots"].split(";")] for train in group]
        order = sorted(range(len(group)), key=lambda i: (group[i]["departs"], departs[i]))
        for number, i in enumerate(order, 1):
            names[group[i]["train"]] = fit(base if number == 1 else f"{base}.{number}")
    return names


class Model:
    """An exported relaxation, its trains held."""

    def __init__(self, lines, runs):
        self.lines = []
        self.right = {}
        bounds = False
        for line in lines:
            words = line.split()
            bounds = bounds or words[:1] == ["BOUNDS"]
            if bounds and len(words) >= 3 and words[2].startswith("run("):
                line = f" FX BOUND {words[2]} {int(words[2][4:-1] in runs)}"
            if len(words) == 3 and words[0] == "RHS":
                self.right[words[1]] = float(words[2])
            else:
                self.lines.append(line)

    def text(self, row=None, by=0):
        right = dict(self.right)
        if row is not None:
            right[row] = right.get(row, 0) + by
        at = self.lines.index("RHS") + 1
        lines = self.lines[:at] + [f" RHS {name} {value!r}" for name, value in right.items()] + self.lines[at:]
        return "\n".join(lines) + "\n"


def value_of(solver, folder, text):
    """The optimum of a model, as a margin."""
    (folder / "model.mps").write_text(text, "utf-8")
    if solver.name == "glpsol":
        code, said = run(solver, "--freemps", folder / "model.mps", "--nomip", "-w", folder / "solution")
        if "NO PRIMAL FEASIBLE" in said.upper() or "NO FEASIBLE" in said.upper():
            return INFEASIBLE
        found = re.search(r"^s bas \d+ \d+ ([a-z]) ([a-z]) (\S+)", (folder / "solution").read_text(), re.M)
        if code != 0 or not found or found[1] != "f" or found[2] != "f":
            raise SystemExit(f"glpsol finds no optimum:\n{said}")
        return -float(found[3])
    code, said = run(solver, folder / "model.mps")
    if re.search(r"Model status\s*:\s*Infeasible", said):
        return INFEASIBLE
    return -float(re.search(r"Objective value\s*:\s*(\S+)", said)[1])


def faults_of(banlie, solver, case, folder, every_row):
    code, said = run(banlie, "plan", case, "--all", "--gap", "0.02", "--time-limit", "60", "-o", folder / "plan")
    if code == 4:
        return None
    code_of_model, said_of_model = run(banlie, "export", case, "--relax", "--format", "mps", "-o", folder / "model")
    if code != 0 or code_of_model != 0:
        return [said + said_of_model]
    trains = rows_of(folder / "plan/trains.csv")
    names = names_in_model(trains)
    model = Model((folder / "model").read_text("utf-8").splitlines(),
                  {names[train["train"]] for train in trains if train["runs"] != "false"})
    stated = json.loads((folder / "plan/summary.json").read_text("utf-8"))["priced_value"]
    if stated is None:
        return ["the plan has no prices"]
    value = value_of(solver, folder, model.text())
    faults = [] if near(stated, value) else [f"priced_value is {stated}, {solver.name} finds {value}"]
    for row in rows_of(folder / "plan/prices.csv") if every_row else []:
        for by in (-1, 1):
            moved, most = value_of(solver, folder, model.text(row["row"], by)), stated + by * float(row["price"])
            if moved > most and not near(moved, most):
                faults.append(f"{row['row']} has a price of {row['price']}, {by:+} brings {moved - value}")
    return faults


def main():
    banlie, *words = sys.argv[1:]
    solver, every_row, number = shutil.which("glpsol"), False, 0
    while words:
        word = words.pop(0)
        if word == "--every-row":
            every_row = True
            continue
        if word == "--solver":
            solver = words.pop(0)
            continue
        number += 1
        sentence = f"priced_value of {pathlib.Path(word).stem} is the optimum on the plan's trains"
        if solver is None:
            print(f"ok {number} - {sentence} # SKIP glpsol is not installed")
            continue
        with tempfile.TemporaryDirectory() as folder:
            faults = faults_of(banlie, pathlib.Path(solver), word, pathlib.Path(folder), every_row)
        print(f"{'not ' if faults else ''}ok {number} - {sentence}" + (" # SKIP no plan" if faults is None else ""),
              flush=True)
        for fault in faults or []:
            print("#   " + fault.replace("\n", "\n#   "))
    print(f"1..{number}")


main()
