#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`banlie compare --why` from outside: what each change between two plans brings, against plans of the
cases between them that are made one by one with `plan --scenario`.

usage: why_test.py BANLIE ROOT
"""
import csv
import io
import itertools
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

BANLIE, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
TINY = ROOT / "scenarios/tiny"
ROOM = "{set: {at: slots./W.*/.teu, to: 13}}"
FEWER = "{set: {at: demand.B.boxes, to: 2}}"
MORE_MUST = "{set: {at: demand.A.boxes, to: 6}}"
DRAWN = 4


class Why(unittest.TestCase):
    def setUp(self):
        here = tempfile.TemporaryDirectory()
        self.addCleanup(here.cleanup)
        self.work = pathlib.Path(here.name)
        (self.work / "tmp").mkdir()
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
                            "TMPDIR": str(self.work / "tmp")}
        self.made = 0

    def run_program(self, *arguments, code=0, **environment):
        done = subprocess.run([BANLIE, *map(str, arguments)], cwd=self.work, text=True, check=False,
                              env={**self.environment, **environment}, capture_output=True,
                              stdin=subprocess.DEVNULL)
        self.assertEqual(done.returncode, code, (arguments, done.stdout, done.stderr))
        self.assertEqual(os.listdir(self.work / "tmp"), [], "left behind")
        return done

    def plan(self, name, *changes, case=TINY, options=(), code=0):
        """A plan of the case with these changes, to nothing; its folder."""
        self.made += 1
        scenario = self.work / f"s{self.made}.yaml"
        scenario.write_text("banlie-scenario: 1\nscenarios:\n  it: {changes: [%s]}\n" % ", ".join(changes),
                            "utf-8")
        laid = ["--scenario", scenario] if changes else []
        self.run_program("plan", case, *laid, "--gap", 0, "--quiet", "-o", self.work / name, *options,
                         code=code)
        return self.work / name

    def objective(self, *changes, case=TINY):
        """What the case with these changes is worth."""
        folder = self.plan(f"v{self.made}", *changes, case=case)
        return json.loads((folder / "summary.json").read_text("utf-8"))["objective"]

    def why(self, a, b, case=TINY, code=0, gap=0):
        done = self.run_program("compare", a, b, "--why", case, "--csv", "--gap", gap, code=code)
        return list(csv.DictReader(io.StringIO(done.stdout, newline="")))

    def figures(self, rows):
        """Alone and last, as numbers; None where empty."""
        for row in rows:
            if row["low"] != "":
                self.assertLessEqual(float(row["low"]), float(row["alone"]))
                self.assertGreaterEqual(float(row["high"]), float(row["alone"]))
        return [tuple(None if row[key] == "" else float(row[key]) for key in ("alone", "last"))
                for row in rows]

    # ---- figures ----

    def test_what_was_worked_out_by_hand(self):
        a, b = self.plan("a"), self.plan("b", ROOM, FEWER)
        rows = self.why(a, b)
        self.assertEqual([row["difference"] for row in rows],
                         ["b 1 set slots./W.*/.teu → 13", "b 2 set demand.B.boxes → 2", "total", "interaction"])
        self.assertEqual(self.figures(rows), [(14000, 9000), (0, -5000), (9000, None), (-5000, None)])
        self.assertEqual([(row["low"], row["high"]) for row in rows],
                         [(row["alone"], row["alone"]) for row in rows])

    def test_the_other_way_round_what_was_last_is_alone(self):
        a, b = self.plan("a"), self.plan("b", ROOM, FEWER)
        rows = self.why(b, a)
        self.assertEqual(rows[0]["difference"], "without a 1 set slots./W.*/.teu → 13")
        self.assertEqual(self.figures(rows), [(-9000, -14000), (5000, 0), (-9000, None), (-5000, None)])

    def test_a_plan_and_itself(self):
        a = self.plan("a", ROOM)
        self.assertEqual(self.figures(self.why(a, a)), [(0, None), (0, None)])
        self.assertIn("the cases of a and b do not differ",
                      self.run_program("compare", a, a, "--why", TINY).stdout)

    def test_what_changes_nothing_brings_nothing(self):
        a, b = self.plan("a", ROOM), self.plan("b", ROOM, "{set: {at: demand.B.boxes, to: 4}}")
        rows = self.why(a, b, gap=0.5)
        self.assertTrue(float(rows[0]["low"]) <= 0 <= float(rows[0]["high"]))
        self.assertIn("cannot be told from zero", self.run_program("compare", a, b, "--why", TINY).stdout)
        self.assertEqual(self.figures(self.why(a, b))[0], (0, 0))

    def test_a_change_moved_and_one_in_both(self):
        a, b = self.plan("a", FEWER, ROOM), self.plan("b", ROOM, FEWER)
        rows = self.why(a, b)
        self.assertEqual([row["difference"] for row in rows[:2]],
                         ["b 2 set demand.B.boxes → 2", "without a 1 set demand.B.boxes → 2"])
        self.assertEqual(self.figures(rows)[2], (0, None))

    def test_plans_made_one_by_one(self):
        kinds = ["{scale: {demand: {}, boxes: %g}}", "{scale: {demand: {}, revenue: %g}}",
                 "{scale: {at: slots./.*/.cost.train, by: %g}}", "{scale: {at: slots./.*/.teu, by: %g}}"]
        moved = 0
        for seed in range(1, DRAWN + 1):
            draw = random.Random(seed)
            case = self.work / f"case{seed}"
            self.run_program("generate", case, "--lines", 1, "--weeks", 1, "--bookings", 8, "--seed", seed)
            common, x, p, q = (kind % round(draw.uniform(0.8, 1.25), 2)
                               for kind in draw.sample(kinds * 2, 4))
            merged = [(common, None), (x, "x"), (p, "p"), (q, "q")]
            v = {}
            for size in range(4):
                for made in itertools.combinations("xpq", size):
                    changes = [text for text, key in merged
                               if key is None or (key in made) != (key == "x")]
                    v[frozenset(made)] = self.objective(*changes, case=case)
            rows = self.why(self.plan(f"a{seed}", common, x, case=case),
                            self.plan(f"b{seed}", common, p, q, case=case), case=case)
            every, none = frozenset("xpq"), frozenset()
            names = [name for name, text in zip("pqx", (p, q, x))]
            wanted = [(v[frozenset(i)] - v[none], v[every] - v[every - {i}]) for i in names]
            total = v[every] - v[none]
            wanted += [(total, None), (total - sum(alone for alone, _ in wanted), None)]
            for row, found, expected in zip(rows, self.figures(rows), wanted):
                for one, other in zip(found, expected):
                    self.assertEqual(one is None, other is None, row)
                    self.assertAlmostEqual(one or 0, other or 0, delta=0.02, msg=(seed, row))
                moved += expected[0] != 0
        self.assertGreater(moved, 2 * DRAWN)

    def test_of_a_list_of_goals_the_last_counts(self):
        case = self.work / "goals.yaml"
        case.write_text((TINY / "case.yaml").read_text("utf-8") +
                        "objective: [{maximize: teu}, {maximize: margin}]\n", "utf-8")
        a, b = self.plan("a", case=case), self.plan("b", ROOM, case=case)
        first, second = (json.loads((folder / "summary.json").read_text("utf-8"))["objective"]
                         for folder in (a, b))
        self.assertEqual(self.figures(self.why(a, b, case=case))[0], (second - first, second - first))

    def test_plans_of_an_older_version_are_taken_to_be_of_the_case(self):
        old = ROOT / "tests/compare/reference/tiny"
        self.assertEqual(self.figures(self.why(old / "a", old / "b"))[0], (14000, 9000))

    # ---- sets without a plan ----

    def test_without_a_plan_what_rests_on_it_is_empty(self):
        a, b = self.plan("a"), self.plan("b", ROOM, MORE_MUST)
        rows = self.why(a, b, code=5)
        alone, last = zip(*self.figures(rows))
        self.assertEqual([alone[0], last[1], alone[2] is None, alone[1], last[0], alone[3]],
                         [14000, last[1], False, None, None, None])
        self.assertEqual(alone[2], alone[0] + last[1])
        done = self.run_program("compare", a, b, "--why", TINY, code=5)
        self.assertIn("No plan with b 2 set demand.A.boxes → 6: ", done.stderr)
        self.assertIn("not known", done.stdout)
        done = self.run_program("compare", a, b, "--why", TINY, "--lang", "zh", code=5)
        self.assertIn("没有方案，当变更为 b 2 set demand.A.boxes → 6：", done.stderr)

    def test_a_change_that_wants_another(self):
        new = ("{add: {demand: [{id: N, from: YIW, to: DUI, boxes: 1, container: 40HC, ready: 2026-11-30, "
               "due: 2026-12-16, revenue: 90000}]}}")
        a, b = self.plan("a"), self.plan("b", new, "{set: {at: demand.N.revenue, to: 80000}}")
        rows = self.why(a, b, code=5)
        self.assertEqual([row["alone"] == "" for row in rows], [False, True, False, True])
        self.assertEqual(rows[0]["difference"], "b 1 add demand")
        self.assertIn("changes.yaml", self.run_program("compare", a, b, "--why", TINY, code=5).stderr)

    def test_a_plan_that_the_clock_forbids(self):
        a, b = self.plan("a"), self.plan("b", ROOM)
        done = self.run_program("compare", a, b, "--why", TINY, "--csv", "--time-limit", "1e-6", code=5)
        self.assertEqual(done.stdout.splitlines()[1], "b 1 set slots./W.*/.teu → 13,,,,")
        self.assertEqual(len(done.stderr.splitlines()), 2)
        self.assertTrue(done.stderr.startswith("banlie compare: No plan with none of them: "), done.stderr)

    # ---- forms ----

    def test_every_form(self):
        a, b = self.plan("a"), self.plan("b", ROOM, FEWER)
        out = self.work / "out"
        asked = ("compare", a, b, "--why", TINY, "--gap", 0)
        rows = json.loads(self.run_program(*asked, "--json").stdout)["why"]
        self.assertEqual(rows[1], {"difference": "b 2 set demand.B.boxes → 2", "alone": 0.0, "last": -5000.0,
                                   "low": 0.0, "high": 0.0})
        self.assertIsNone(json.loads(self.run_program("compare", a, b, "--json").stdout)["why"])
        self.run_program(*asked, "-o", out, "--headings", "zh", "--table-style", "semicolon")
        self.assertTrue((out / "why.csv").read_text("utf-8-sig").startswith("差异;单独影响;最后影响;下限;上限"))
        self.assertIn("--force", self.run_program(*asked, "-o", out, code=9).stderr)
        self.run_program("compare", a, b, "-o", out, "--force")
        self.assertFalse((out / "why.csv").exists())
        screen = self.run_program(*asked, "--lang", "zh").stdout
        for word in ("原因：", "单独", "+14 000", "与零无法区分", "相互作用"):
            self.assertIn(word, screen)
        part = screen[screen.index("原因："):]
        for word in ("alone", "last", "total", "between"):
            self.assertNotIn(word, part)
        self.assertIn("去掉：a 2 set demand.B.boxes",
                      self.run_program("compare", b, a, "--why", TINY, "--lang", "zh").stdout)
        self.assertEqual(self.run_program(*asked, "--quiet").stdout, "")

    def test_a_folder_named_as_a_scenario_is(self):
        a, b = self.plan("a"), self.plan("b#x", ROOM)
        self.assertEqual(self.figures(self.why(a, b))[0], (14000, 14000))

    # ---- what is refused ----

    def test_plans_of_another_case(self):
        a, b = self.plan("a"), self.plan("b", ROOM)
        other = self.work / "other.yaml"
        other.write_text((TINY / "case.yaml").read_text("utf-8").replace("17500", "17501"), "utf-8")
        done = self.run_program("compare", a, b, "--why", other, code=2)
        self.assertIn(f"{a} was not made from {other}", done.stderr)
        other.write_text((TINY / "case.yaml").read_text("utf-8").replace("W1", "V1"), "utf-8")
        self.run_program("compare", a, b, "--why", other, code=2)
        self.run_program("compare", b, b, "--why", ROOT / "scenarios/yiwu", code=2)
        (b / "changes.yaml").unlink()
        self.assertIn(f"{b} was not made", self.run_program("compare", a, b, "--why", TINY, code=2).stderr)
        self.assertIn("不是由", self.run_program("compare", a, b, "--why", TINY, "--lang", "zh", code=2).stderr)

    def test_cases_in_error(self):
        a = self.plan("a")
        broken = self.work / "broken.yaml"
        broken.write_text((TINY / "case.yaml").read_text("utf-8").replace("weeks: 1", "weeks: x"), "utf-8")
        done = self.run_program("compare", a, a, "--why", broken, code=3)
        self.assertIn("broken.yaml", done.stderr)
        self.assertEqual(done.stdout, "")
        self.run_program("compare", a, a, "--why", "nowhere.yaml", code=9)
        (a / "changes.yaml").write_text("{", "utf-8")
        self.run_program("compare", a, a, "--why", broken, code=3)
        self.run_program("compare", a, a, "--why", TINY, code=2)

    def test_wrong_usage(self):
        a = self.plan("a")
        for arguments in ((a, a, a, "--why", TINY), (a, a, "--gap", 0), (a, a, "--time-limit", "1s"),
                          (a, a, "--commit", a), (a, a, "--why", TINY, "--gap", 2),
                          (a, a, "--why", TINY, "--time-limit", "x")):
            self.assertIn("see `banlie compare --help`", self.run_program("compare", *arguments, code=2).stderr)

    def test_plans_held_to_an_earlier_one(self):
        first = self.plan("first")
        held = ("--commit", first, "--freeze-before", "2026-12-01")
        a, b, free = self.plan("a", options=held), self.plan("b", ROOM, options=held), self.plan("free", ROOM)
        self.assertIn("held to an earlier plan", self.run_program("compare", a, b, "--why", TINY, code=2).stderr)
        self.assertIn("was not held",
                      self.run_program("compare", a, free, "--why", TINY, *held, code=2).stderr)
        done = self.run_program("compare", a, b, "--why", TINY, *held, "--csv", "--gap", 0)
        rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
        first, second = (json.loads((folder / "summary.json").read_text("utf-8"))["objective"]
                         for folder in (a, b))
        self.assertEqual(self.figures(rows)[0], (second - first, second - first))

    # ---- the world ----

    def test_no_place_for_plans(self):
        a, b = self.plan("a"), self.plan("b", ROOM)
        done = self.run_program("compare", a, b, "--why", TINY, code=9, TMPDIR=str(self.work / "none"))
        self.assertIn("banlie-why-", done.stderr)

    def test_an_interrupt_ends_it_and_leaves_nothing(self):
        case = self.work / "large"
        self.run_program("generate", case, "--lines", 4, "--weeks", 2, "--bookings", 300, "--seed", 1)
        for name, laid in (("a", ()), ("b", ("{scale: {demand: {}, boxes: 1.1}}",))):
            self.plan(name, *laid, case=case, options=("--gap", "0.5"))
        process = subprocess.Popen([BANLIE, "compare", "a", "b", "--why", case, "--gap", "0"], cwd=self.work,
                                   env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        deadline = time.monotonic() + 60
        while not os.listdir(self.work / "tmp") and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=120)
        self.assertEqual((process.returncode, out), (130, b""), err)
        self.assertEqual(os.listdir(self.work / "tmp"), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
