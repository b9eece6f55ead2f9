#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans that start from what another has left: the same worth as without, sooner; and files that are none.

usage: warm_test.py BANLIE ROOT DRAWS
"""
import csv
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest

BANLIE, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
DRAWS = int(sys.argv[3])
TINY = ROOT / "scenarios/tiny"
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}
GAP = 0.005
CASES = 5  # drawn cases; changes are drawn for each in turn


def run(*arguments):
    return subprocess.run([BANLIE, *map(str, arguments)], env=ENVIRONMENT, text=True,
                          capture_output=True, check=False)


def summary(folder):
    return json.loads((folder / "summary.json").read_text(encoding="utf-8"))


def tables(folder):
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}


def bookings(case):
    with open(case / "bookings.csv", encoding="utf-8-sig", newline="") as file:
        return [row["id"] for row in csv.DictReader(file)]


def slots(case):
    return re.findall(r"\bid: ([^,\s}]+)", (case / "slots.yaml").read_text(encoding="utf-8"))


def change(case, lot):
    """A change of a drawn case, as a map in JSON, which is YAML too."""
    booking, slot = lot.choice(bookings(case)), lot.choice(slots(case))
    return lot.choice([
        {"scale": {"demand": {}, "boxes": lot.choice(["0.8", "0.95", "1.1", "1.3"])}},
        {"scale": {"demand": {"id": booking}, "boxes": lot.choice(["0.5", "2"])}},
        {"scale": {"demand": {}, "revenue": lot.choice(["0.9", "1.02", "1.2"])}},
        {"scale": {"at": "slots./.*/.cost.train", "by": lot.choice(["0.9", "1.05", "1.3"])}},
        {"remove": {"demand": booking}},
        {"shift": {"slots": slot, "by": lot.choice(["30m", "-1h", "2h"])}},
        {"close": {"slots": slot, "from": "2026-12-07", "to": "2026-12-21"}},
    ])


class Warm(unittest.TestCase):
    def setUp(self):
        self.here = tempfile.TemporaryDirectory()
        self.addCleanup(self.here.cleanup)
        self.work = pathlib.Path(self.here.name)

    def plan(self, case, name, *more, codes_allowed=(0,)):
        folder = self.work / name
        done = run("plan", case, "-o", folder, "--force", "--quiet", *more)
        self.assertIn(done.returncode, codes_allowed, done.stderr)
        return folder, done

    def drawn(self, seed):
        case = self.work / f"drawn-{seed}"
        if not case.exists():
            made = run("generate", case, "--lines", 1, "--weeks", 1, "--bookings", 10 + 3 * seed,
                       "--seed", seed)
            self.assertEqual(made.returncode, 0, made.stderr)
        return case

    # ---- the case itself ----

    def test_a_case_that_did_not_change_has_its_plan_at_once(self):
        for case in (TINY, self.drawn(1), self.drawn(3)):
            base, _ = self.plan(case, "base", "--keep-start")
            again, _ = self.plan(case, "again", "--start", base)
            self.assertEqual(tables(again), tables(base))
            counts, before = summary(again)["counts"], summary(base)["counts"]
            self.assertLessEqual(counts["nodes"], before["nodes"])
            self.assertLessEqual(counts["rounds"], before["rounds"])
            self.assertLessEqual(summary(again)["gap"], GAP)
            self.assertEqual(summary(again)["objective"], summary(base)["objective"])

    def test_keeping_a_start_changes_nothing_else(self):
        case = self.drawn(2)
        plain, _ = self.plan(case, "plain")
        kept, _ = self.plan(case, "kept", "--keep-start")
        self.assertEqual(tables(kept), tables(plain))
        self.assertFalse((plain / "start").exists())
        self.assertEqual(run("verify", case, kept).returncode, 0)
        first = (kept / "start").read_bytes()
        kept, _ = self.plan(case, "kept", "--keep-start", "--start", kept)
        json.loads((kept / "start").read_text(encoding="utf-8"))
        kept, _ = self.plan(case, "kept", "--keep-start")
        self.assertEqual((kept / "start").read_bytes(), first)
        self.plan(case, "kept")
        self.assertFalse((kept / "start").exists(), "an older start goes with its plan")

    def test_a_start_of_quite_another_case_costs_nothing(self):
        base, _ = self.plan(TINY, "base", "--keep-start")
        case = self.drawn(1)
        cold, _ = self.plan(case, "cold")
        warm, _ = self.plan(case, "warm", "--start", base)
        self.assertAlmostEqual(summary(warm)["relaxation"] / summary(cold)["relaxation"], 1, 6)

    # ---- changed cases ----

    def compare(self, case, base, changes, draw):
        file = self.work / "changes.yaml"
        file.write_text(json.dumps({"banlie-scenario": 1,
                                    "scenarios": {"s": {"changes": changes}}}), encoding="utf-8")
        at_hand = ("--scenario", file, "--gap", GAP)
        kinds = ((), ("--relax",))
        for kind in kinds:
            cold, without = self.plan(case, "cold", *at_hand, *kind, codes_allowed=(0, 3, 4))
            warm, within = self.plan(case, "warm", *at_hand, *kind, "--start", base,
                                     codes_allowed=(0, 3, 4))
            self.assertEqual(within.returncode, without.returncode, (draw, changes, within.stderr))
            if without.returncode != 0:
                return False
            a, b = summary(cold), summary(warm)
            scale = max(1, abs(a["relaxation"]))
            self.assertLessEqual(abs(a["relaxation"] - b["relaxation"]), 1e-6 * scale,
                                 (draw, changes))
            if not kind:
                self.assertEqual(run("verify", case, warm).returncode, 0, (draw, changes))
                for one, other in ((a, b), (b, a)):
                    self.assertLessEqual(one["objective"], other["objective"] + 1e-6
                                         + GAP * max(1, abs(other["objective"])), (draw, changes))
                    self.assertLessEqual(one["objective"], other["bound"] + 1e-6 * scale)
        return True

    def test_changed_cases_are_worth_the_same_with_a_start_and_without(self):
        lot, planned = random.Random(13), 0
        for seed in range(1, CASES + 1):
            case = self.drawn(seed)
            base, _ = self.plan(case, "base", "--keep-start")
            for draw in range(DRAWS // CASES):
                changes = [change(case, lot) for _ in range(lot.randint(1, 3))]
                planned += self.compare(case, base, changes, (seed, draw))
        self.assertGreater(planned, DRAWS // 2)

    # ---- files ----

    def refused(self, base, text, said):
        (base / "start").write_text(text, encoding="utf-8")
        done = run("plan", TINY, "-o", self.work / "p", "--start", base)
        self.assertEqual(done.returncode, 9, done.stderr)
        self.assertEqual(done.stderr, f"banlie plan: {base}/start{said}\n")
        self.assertFalse((self.work / "p").exists())

    def test_files_that_are_none_are_refused(self):
        base, _ = self.plan(TINY, "base", "--keep-start")
        text = (base / "start").read_text(encoding="utf-8")
        right = json.loads(text)
        foreign = ":0: nothing that a plan was kept with, or damaged"
        self.refused(base, text[: len(text) // 2], foreign.replace(":0:", ":1:"))
        self.refused(base, "", foreign.replace(":0:", ":1:"))
        self.refused(base, "[]", foreign)
        self.refused(base, json.dumps({**right, "banlie-start": 2}),
                     " is of another version; plan again with --keep-start")
        for key, value in right.items():
            for wrong in (None, 7, "x", [7], [None], [["x"]], {}):
                if key != "banlie-start" and wrong != value and not (
                        wrong is None and key in ("objective", "relaxed")) and not (
                        wrong == 7 and key == "objective"):
                    self.refused(base, json.dumps({**right, key: wrong}), foreign)
            self.refused(base, json.dumps({k: v for k, v in right.items() if k != key}), foreign)
        (base / "start").unlink()
        done = run("plan", TINY, "-o", self.work / "p", "--start", base)
        self.assertEqual(done.returncode, 9)
        self.assertIn("start cannot be read: No such file or directory", done.stderr)

    def test_a_tree_that_leaves_plans_out_is_refused(self):
        case = self.drawn(3)
        base, _ = self.plan(case, "base", "--keep-start")
        right = json.loads((base / "start").read_text(encoding="utf-8"))
        root = [-1, False, 1, 0, 0, None]
        leaf = [0, True, 0, -1, 0, None]
        foreign = ":0: nothing that a plan was kept with, or damaged"
        self.refused(base, json.dumps({**right, "tree": [root, leaf]}), foreign)
        self.refused(base, json.dumps({**right, "tree": [root, leaf, leaf]}), foreign)
        self.refused(base, json.dumps({**right, "tree": [root, leaf, [0, False, 2, 10**6, 0, None]]}),
                     foreign)

    def test_numbers_that_are_wrong_cost_time_alone(self):
        case, lot = self.drawn(2), random.Random(5)
        cold, _ = self.plan(case, "cold")
        base, _ = self.plan(case, "base", "--keep-start")
        right = json.loads((base / "start").read_text(encoding="utf-8"))
        right["prices"] = [lot.choice([None, -1e9, 0, 1e6]) for _ in right["prices"]]
        right["relaxed"] = "".join(lot.choice("BLUFX") for _ in right["relaxed"])
        right["runs"] = [lot.random() < 0.5 for _ in right["runs"]]
        for way in right["itineraries"]:
            way[1] = lot.randint(0, 1000)
        right["objective"] = 1e12
        (base / "start").write_text(json.dumps(right), encoding="utf-8")
        warm, _ = self.plan(case, "warm", "--start", base)
        self.assertEqual(run("verify", case, warm).returncode, 0)
        self.assertLessEqual(summary(cold)["objective"],
                             summary(warm)["objective"] * (1 + GAP) + 1e-6)
        self.assertAlmostEqual(summary(warm)["relaxation"] / summary(cold)["relaxation"], 1, 6)

    # ---- sweeps ----

    def sweep(self, name, grid, *more):
        folder = self.work / name
        done = run("sweep", self.drawn(3), "--grid", grid, "-o", folder, "--quiet", *more)
        self.assertIn(done.returncode, (0, 5), done.stderr)
        return folder

    def test_points_start_from_the_base_however_many_workers_there_are(self):
        grid = self.work / "sweep.yaml"
        grid.write_text(json.dumps({
            "banlie-sweep": 1, "parameters": {"more": {"values": [0.8, 0.9, 1.1, 1.2]},
                                              "dearer": {"values": [1, 1.1]}},
            "changes": [{"scale": {"demand": {}, "boxes": "$more"}},
                        {"scale": {"at": "slots./.*/.cost.train", "by": "$dearer"}}]}),
            encoding="utf-8")
        for kind in ("plan", "held", "relax"):
            one = self.sweep(f"{kind}-1", grid, "--solve", kind, "--workers", 1)
            two = self.sweep(f"{kind}-2", grid, "--solve", kind, "--workers", 2)
            for name in ("results.csv", "effects.csv", "base/start"):
                self.assertEqual((one / name).read_bytes(), (two / name).read_bytes(), (kind, name))
            for folder in one.glob("0*"):
                self.assertEqual(tables(folder), tables(two / folder.name), folder)
        cold = self.sweep("cold", grid, "--cold")
        self.assertFalse((cold / "base/start").exists())
        for folder in cold.glob("0*"):
            plan, _ = self.plan(self.drawn(3), "p", "--scenario", folder / "changes.yaml")
            self.assertEqual(tables(plan), tables(folder))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
