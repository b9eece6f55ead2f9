#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios from outside: cases with scenarios and what must come of them (NN.yaml, NN.json), worked out
by another program; scenarios that are in error (refused/); and what holds of any: a plan made with
scenarios verifies by itself, its changes.yaml plans the same again, `set` to the value that stands
changes nothing, and changes told in two scenarios are those told in one.

usage: what_if_test.py BANLIE FOLDER
"""
import json
import pathlib
import subprocess
import sys
import tempfile

banlie, folder = sys.argv[1], pathlib.Path(sys.argv[2])
faults = []
looks = 0


def check(holds, text):
    global looks
    looks += 1
    if not holds:
        faults.append(text)


def run(*arguments):
    return subprocess.run([banlie, *map(str, arguments)], capture_output=True, text=True)


def scenario_options(names):
    return [part for name in names for part in ("--scenario", name)]


def near(value, expected):
    return abs(value - expected) <= 1e-6 * max(1, abs(expected))


def check_notes(case, wanted, name, arguments):
    done = run("check", case, "--json", *arguments)
    check(done.returncode == 0, f"{name}: check exits {done.returncode}")
    notes = [item for item in json.loads(done.stdout or "[]") if item["severity"] == "note"]
    check(len(notes) == len(wanted), f"{name}: {len(notes)} notes, {len(wanted)} changes")
    for want, note in zip(wanted, notes):
        for key, value in want.items():
            found = note.get(key)
            same = sorted(found or []) == sorted(value) if isinstance(value, list) else found == value
            check(same, f"{name}, change {want['change']}: {key} is {found}, it should be {value}")


def check_run(case, wanted, out):
    name = f"{case.name} {'+'.join(wanted['scenarios'])}"
    arguments = scenario_options(wanted["scenarios"])
    check_notes(case, wanted["touched"], name, arguments)
    done = run("plan", case, "--gap", 0, "--json", "--force", "-o", out, *arguments)
    if wanted["status"] == "infeasible":
        check(done.returncode == 4, f"{name}: exits {done.returncode}, it has no plan")
        return
    check(done.returncode == 0, f"{name}: plan exits {done.returncode}: {done.stderr[-300:]}")
    if done.returncode != 0:
        return
    summary = json.loads(done.stdout)
    for key in ("relaxation", "objective"):
        check(near(summary[key], wanted[key]),
              f"{name}: {key} is {summary[key]}, it should be {wanted[key]}")
    check(sorted(summary["cancelled"]) == sorted(wanted["cancelled"]),
          f"{name}: cancelled are {summary['cancelled']}")
    check(summary["scenario"] == (wanted["scenarios"] or None), f"{name}: {summary['scenario']}")
    check(run("verify", case, out).returncode == 0, f"{name}: the plan does not verify")


def digest(case, out, *arguments):
    done = run("plan", case, "--relax", "--json", "--force", "-o", out, *arguments)
    return json.loads(done.stdout)["digest"] if done.returncode == 0 else done.stderr


def files_of(out):
    found = {path.name: path.read_bytes() for path in out.iterdir() if path.name != "changes.yaml"}
    summary = json.loads(found["summary.json"])
    del summary["run"], summary["scenario"]
    found["summary.json"] = summary
    return found


def check_relations(case, work):
    file = work / "more.yaml"
    file.write_text("banlie-scenario: 1\nscenarios:\n"
                    "  stands: {changes: [{set: {at: horizon.weeks, to: 2}}]}\n"
                    "  first: {changes: [{scale: {demand: {}, boxes: 0.7}}, {remove: {demand: B1}}]}\n"
                    "  second: {changes: [{scale: {at: demand./.*/.revenue, by: 1.5}}]}\n"
                    "  both: {changes: [{scale: {demand: {}, boxes: 0.7}}, {remove: {demand: B1}},\n"
                    "                   {scale: {at: demand./.*/.revenue, by: 1.5}}]}\n")
    plain, stands, again = work / "plain", work / "stands", work / "again"
    check(run("plan", case, "--quiet", "-o", plain).returncode == 0, "the case alone has no plan")
    check(run("plan", case, "--quiet", "-o", stands, "--scenario", f"{file}#stands").returncode == 0,
          "set to the value that stands")
    check(files_of(plain) == files_of(stands), "set to the value that stands changes the plan")
    check(digest(case, again, "--scenario", f"{file}#first", "--scenario", f"{file}#second") ==
          digest(case, again, "--scenario", f"{file}#both"), "two scenarios are not their changes in one")
    first = [f"{file}#{name}" for name in ("first", "second")]
    run("plan", case, "--quiet", "--force", "-o", stands, *scenario_options(first))
    run("plan", case, "--quiet", "--force", "-o", again, "--scenario", stands / "changes.yaml")
    check(files_of(stands) == files_of(again), "changes.yaml does not plan the same again")
    check((stands / "changes.yaml").read_bytes() == (again / "changes.yaml").read_bytes(),
          "changes.yaml of changes.yaml is another")
    check(run("verify", case, stands, "--scenario", f"{file}#first").returncode == 2,
          "verify takes other scenarios than the plan's")
    check(run("verify", case, plain, "--scenario", f"{file}#stands").returncode == 0,
          "verify wants other scenarios where they come to the same case")
    check(run("verify", case, stands, "--scenario", f"{file}#third").returncode == 2, "an unknown scenario")
    for wrong in ("scale: {demand: {}}", "set: {at: horizon.weeks, to: 2}, remove: {demand: B1}", "add: {}",
                  "close: {slots: S, stations: S, from: 2026-12-01, to: 2026-12-02}",
                  "scale: {at: horizon.weeks, by: 1.0000001}"):
        form = work / "form.yaml"
        form.write_text(f"banlie-scenario: 1\nscenarios: {{bad: {{changes: [{{{wrong}}}]}}}}\n")
        check(run("check", case, "--scenario", form).returncode == 3, f"a file with the change {wrong}")
    check(run("check", case, "--scenario", file).returncode == 2, "a file of several, and not which")
    check(run("check", case, "--scenario", "nobody").returncode == 2, "an unknown scenario")
    check(run("check", case, "--scenario", "no/such.yaml").returncode == 9, "a file that is not there")


with tempfile.TemporaryDirectory() as work:
    work = pathlib.Path(work)
    for path in sorted(folder.glob("*.json")):
        for wanted in json.loads(path.read_text("utf-8"))["runs"]:
            check_run(path.with_suffix(".yaml"), wanted, work / "plan")
    for path in sorted(folder.glob("refused/*.yaml")):
        done = run("check", path, "--scenario", "bad")
        check(done.returncode == 3, f"refused/{path.name}: check exits {done.returncode}")
        first = path.read_text("utf-8").split("\nscenarios:")[0].count("\n") + 2
        places = [int(line.split(".yaml:")[1].split(":")[0]) for line in done.stdout.split("\n")
                  if ": error: " in line]
        check(any(place >= first for place in places) or "of scenario bad" in done.stdout,
              f"refused/{path.name}: {done.stdout}")
    check_relations(folder / "01.yaml", work)

for fault in faults:
    print(fault)
print(f"{looks} looks, {len(faults)} faults")
sys.exit(1 if faults else 0)
