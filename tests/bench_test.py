#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmark: what it reads from solvers' logs, how it measures, judges and reports.

The logs of tests/bench/ were recorded from the solvers, without their statistics of cuts; what is
expected of them was read off by eye.

usage: bench_test.py BANLIE ROOT
"""
import csv
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

BANLIE, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "bench"))

import case_list  # noqa: E402
import logs  # noqa: E402
import report  # noqa: E402
import results  # noqa: E402
import running  # noqa: E402
from logs import Figures  # noqa: E402
from results import Measured  # noqa: E402
from running import Trial  # noqa: E402
from solvers import Solver, banlie_solvers  # noqa: E402


def recorded(name):
    return (ROOT / "tests/bench" / f"{name}.log").read_text("utf-8")


def told_of_plan(name, pattern):
    """The first line of a log that tells of a plan, and the gap in it."""
    for line in recorded(name).splitlines():
        found = pattern.match(line)
        if found:
            return line, found.groupdict().get("gap")
    return None


class Logs(unittest.TestCase):
    def test_glpsol_that_reached_the_gap(self):
        self.assertEqual(logs.read_glpsol(recorded("glpsol-reached")),
                         Figures(True, 3037295, 3042246.492, 172 + 2821, 1978))

    def test_glpsol_that_emptied_its_tree_has_proven_its_plan(self):
        self.assertEqual(logs.read_glpsol(recorded("glpsol-optimal")),
                         Figures(True, 1652408, 1652408, 7, 426))

    def test_glpsol_at_its_limit_without_a_plan(self):
        self.assertEqual(logs.read_glpsol(recorded("glpsol-limit")),
                         Figures(False, None, 14184919.76, 268 + 20, 4340))

    def test_glpsol_that_was_killed_broke_off(self):
        log = recorded("glpsol-reached").split("RELATIVE")[0]
        self.assertEqual(logs.read_glpsol(log).fault, "broke off")
        self.assertEqual(logs.read_glpsol(log).objective, 3037295)

    def test_cbc_that_reached_the_gap(self):
        self.assertEqual(logs.read_cbc(recorded("cbc-reached")),
                         Figures(True, 3027165, 3041967.334, 5, 1978))

    def test_cbc_at_its_limit_without_a_plan(self):
        self.assertEqual(logs.read_cbc(recorded("cbc-limit")),
                         Figures(False, None, 13747022.216, 0, 4340))

    def test_cbc_that_was_killed_has_its_last_bound(self):
        log = recorded("cbc-reached").split("Cbc0016I")[0].split("Result")[0]
        self.assertEqual(logs.read_cbc(log), Figures(False, 2982565, 3041967.3, 0, 1978))

    def test_cbc_stopped_while_it_prepares_does_not_count_as_a_proof(self):
        self.assertEqual(logs.read_cbc(recorded("cbc-preprocessing")),
                         Figures(False, columns=99790))

    def test_cbc_that_finds_no_plan_is_at_fault(self):
        log = recorded("cbc-limit").replace("Stopped on time limit", "Problem proven infeasible")
        self.assertEqual(logs.read_cbc(log).fault, "says: Problem proven infeasible")

    def test_highs_that_reached_the_gap(self):
        self.assertEqual(logs.read_highs(recorded("highs-reached")),
                         Figures(True, 3030874, 3041005.93911, 1, 1978))

    def test_highs_at_its_limit_without_a_plan(self):
        self.assertEqual(logs.read_highs(recorded("highs-limit")),
                         Figures(False, None, 14255087.0046, 0, 4340))

    def test_highs_that_was_killed_has_its_last_line(self):
        log = recorded("highs-reached").split("Solving report")[0]
        self.assertEqual(logs.read_highs(log), Figures(False, 3030874, 3041005.93911, 1, 1978))

    def test_highs_that_has_no_time_to_read_is_at_its_limit(self):
        self.assertEqual(logs.read_highs(recorded("highs-reading")), Figures())

    def test_a_program_that_says_nothing_broke_off(self):
        for read in (logs.read_glpsol, logs.read_cbc, logs.read_highs):
            self.assertEqual(read("Segmentation fault"), Figures(fault="broke off"))

    def test_lines_that_tell_of_a_first_plan(self):
        self.assertEqual(told_of_plan("glpsol-reached", logs.GLPSOL_PLAN)[1], "9.6")
        self.assertIsNone(told_of_plan("glpsol-limit", logs.GLPSOL_PLAN))
        self.assertIn("-2982565", told_of_plan("cbc-reached", logs.CBC_PLAN)[0])
        self.assertIsNone(told_of_plan("cbc-limit", logs.CBC_PLAN))
        self.assertEqual(told_of_plan("highs-reached", logs.HIGHS_PLAN)[1], "52.23")
        self.assertIsNone(told_of_plan("highs-limit", logs.HIGHS_PLAN))

    def test_a_gap_is_a_share_of_the_plan(self):
        self.assertEqual(Figures(objective=200.0, bound=201.0).gap, 0.005)
        self.assertEqual(Figures(objective=-0.5, bound=0.0).gap, 0.5)
        self.assertIsNone(Figures(bound=1.0).gap)

    def test_banlie_without_a_plan_at_its_limit_is_not_at_fault(self):
        self.assertEqual(logs.read_banlie(None, 7), Figures())
        self.assertEqual(logs.read_banlie(None, 8).fault, "ended with status 8")


class Running(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.work = pathlib.Path(cls.folder.name)
        cls.measure = cls.work / "measure"
        subprocess.run(["cc", "-o", cls.measure, ROOT / "bench/measure.c"], check=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def run_shell(self, text, allowed=60):
        return running.run(self.measure, ["sh", "-c", text], self.work, allowed, logs.BANLIE_PLAN)

    def test_seconds_and_status_are_those_of_the_command(self):
        trial = self.run_shell("sleep 0.3; exit 5")
        self.assertEqual((trial.code, trial.killed), (5, False))
        self.assertGreater(trial.seconds, 0.3)
        self.assertLess(trial.cpu, 0.3)

    def test_who_goes_on_for_too_long_is_killed_and_heard_until_then(self):
        trial = self.run_shell("echo begun; exec sleep 60", 0.5)
        self.assertTrue(trial.killed)
        self.assertLess(trial.seconds, 30)
        self.assertEqual(trial.log, "begun")

    def test_memory_is_the_command_s_own_and_not_the_benchmark_s(self):
        self.assertLess(self.run_shell("exit 0").peak_bytes, 8 << 20)
        command = [sys.executable, "-c", "held = b'x' * (60 << 20)"]
        trial = running.run(self.measure, command, self.work, 60, logs.BANLIE_PLAN)
        self.assertGreater(trial.peak_bytes, 60 << 20)

    def test_the_first_plan_is_heard_when_the_line_of_progress_tells_of_it(self):
        def progress(text):
            return f"printf '\\rsearch         0.1 s  bound 90{text}  round 1\\033[K'"

        trial = self.run_shell(
            f"{progress('')}; sleep 0.3; {progress('  gap 12.50 %%')}; sleep 0.3")
        seconds, gap = trial.first_plan
        self.assertEqual(gap, 0.125)
        self.assertGreater(seconds, 0.3)
        self.assertLess(seconds, trial.seconds)

    def test_a_run_that_tells_of_no_plan_has_none(self):
        self.assertIsNone(self.run_shell("echo nothing").first_plan)


def solver(name, backend=None):
    return Solver(name, name, "1", None, None, None, backend)


def measured(case, who, seconds, figures, limit=20.0):
    """One solver's runs of so many seconds, all with the same figures."""
    trials = tuple(Trial(s, s, 10 << 20, 0, False, "", None) for s in seconds)
    return Measured(case, who, limit, trials, (figures,) * len(trials))


REACHED = Figures(True, 1000.0, 1004.0, 3, 10)
LIMIT = Figures(False, 1000.0, 1100.0, 3, 10)
EMPTY = Figures(False, None, 1100.0, 3, 10)


class Results(unittest.TestCase):
    own = case_list.Case("a case", "kind", "path", rule="own")
    highs = case_list.Case("another", "kind", "path", rule="highs")
    banlie, glpsol = solver("Banlie, glpk", "glpk"), solver("glpsol")

    def verdict(self, case, ours, theirs, rival):
        found = results.verdicts([ours(case, self.banlie), theirs(case, solver(rival))])
        self.assertEqual(len(found), 1)
        return found[0]

    @staticmethod
    def took(*seconds):
        return lambda case, who: measured(case, who, seconds, REACHED)

    @staticmethod
    def stopped(case, who):
        return measured(case, who, [20.1], LIMIT)

    def test_the_median_and_the_spread(self):
        one = measured(self.own, self.banlie, [3.0, 1.0, 2.0], REACHED)
        self.assertEqual((one.seconds, one.spread), (2.0, (1.0, 3.0)))

    def test_a_second_more_than_its_own_solver_is_granted(self):
        self.assertTrue(self.verdict(self.own, self.took(3), self.took(2), "glpsol").kept)
        self.assertFalse(self.verdict(self.own, self.took(3.1), self.took(2), "glpsol").kept)

    def test_below_three_tenths_highs_need_not_be_beaten(self):
        self.assertTrue(self.verdict(self.highs, self.took(0.3), self.took(0.1), "highs").kept)
        self.assertFalse(self.verdict(self.highs, self.took(0.31), self.took(0.1), "highs").kept)
        self.assertTrue(self.verdict(self.highs, self.took(2), self.took(2.5), "highs").kept)

    def test_who_alone_reaches_the_gap_is_the_faster_one(self):
        verdict = self.verdict(self.own, self.took(5), self.stopped, "glpsol")
        self.assertTrue(verdict.kept)
        self.assertEqual(verdict.ratio, ("<", 5 / 20.1))
        verdict = self.verdict(self.own, self.stopped, self.took(5), "glpsol")
        self.assertIs(verdict.kept, False)
        self.assertEqual(verdict.ratio, (">", 20.1 / 5))

    def test_where_neither_reaches_the_gap_the_rule_stays_open(self):
        verdict = self.verdict(self.own, self.stopped, self.stopped, "glpsol")
        self.assertIsNone(verdict.kept)
        self.assertIsNone(verdict.ratio)

    def test_a_backend_is_compared_with_its_own_solver_alone(self):
        clp = solver("Banlie, clp", "clp")
        runs = [self.took(1)(self.own, who) for who in (self.banlie, clp, solver("highs"))]
        self.assertEqual(results.verdicts(runs), [])
        runs.append(self.took(1)(self.own, solver("cbc")))
        self.assertEqual([one.banlie.solver.name for one in results.verdicts(runs)],
                         ["Banlie, clp"])

    def test_the_median_over_a_kind_counts_who_was_stopped_as_never(self):
        found = []
        for number, ours in enumerate([self.took(1), self.took(3), self.stopped]):
            case = case_list.Case(f"case {number}", "kind", "path", rule="highs")
            found.append(self.verdict(case, ours, self.took(2), "highs"))
        self.assertEqual(results.in_the_median(found), {("kind", "Banlie, glpk"): (3, 2, False)})

    def test_a_plan_above_a_bound_is_a_contradiction(self):
        known = case_list.Case("known", "kind", "path", best=1003, bound=1004)
        self.assertEqual(results.contradictions([measured(known, self.banlie, [1], REACHED)]), [])
        low = Figures(True, 1000.0, 1002.0, 3, 10)
        found = results.contradictions([measured(known, self.banlie, [1], REACHED),
                                        measured(known, self.glpsol, [1], low)])
        self.assertEqual(found, ["known: 1003.00 of the known plan is above 1002.00 of glpsol"])

    def test_solvers_that_read_different_models_are_told(self):
        other = Figures(True, 1000.0, 1004.0, 3, 11)
        found = results.contradictions([measured(self.own, self.glpsol, [1], REACHED),
                                        measured(self.own, solver("cbc"), [1], other)])
        self.assertEqual(found, ["a case: solvers read models of [10, 11] columns"])


class Report(unittest.TestCase):
    run_facts = {"gap": 0.005, "facts": [("machine", "a fast one")], "commands": ["./dev bench"],
                 "left_out": [("highs", "no program was named")]}

    def setUp(self):
        case = case_list.Case("a case", "kind", "path", rule="own")
        banlie = solver("Banlie, glpk", "glpk")
        self.measured = [measured(case, banlie, [1.5, 1.25, 12.0], REACHED),
                         measured(case, solver("glpsol"), [20.1], LIMIT),
                         measured(case, solver("cbc"), [20.1], EMPTY)]

    def test_the_page_has_medians_gaps_left_and_the_rule(self):
        page = report.markdown(self.measured, self.run_facts)
        self.assertIn("| a case | 1.50 (1.25–12.0) | > 20: 10.00 % left | > 20: no plan |", page)
        self.assertIn("- Banlie, glpk: at most those of glpsol + 1 s: kept in 1 of 1 cases.", page)
        self.assertIn("| < 0.07 | yes |", page)
        self.assertIn("- highs left out: no program was named.", page)
        self.assertIn("| machine | a fast one |", page)

    def test_all_tables_have_as_many_cells_in_each_row(self):
        for table in report.markdown(self.measured, self.run_facts).split("\n\n"):
            if table.startswith("|"):
                self.assertEqual(len({row.count("|") for row in table.splitlines()}), 1, table)

    def test_the_csv_has_a_row_for_each_case_and_solver(self):
        rows = list(csv.DictReader(io.StringIO(report.as_csv(self.measured))))
        self.assertEqual([row["solver"] for row in rows], ["Banlie, glpk", "glpsol", "cbc"])
        self.assertEqual((rows[0]["seconds"], rows[0]["seconds_max"]), ("1.5000", "12.0000"))
        self.assertEqual((rows[2]["reached"], rows[2]["objective"]), ("0", ""))

    def test_what_was_written_by_hand_stays(self):
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder) / "benchmarks.md"
            page.write_text(f"# By hand\n\n{report.MARK}\n\nolder figures\n", "utf-8")
            report.write(pathlib.Path(folder), self.measured, self.run_facts)
            text = page.read_text("utf-8")
        self.assertTrue(text.startswith(f"# By hand\n\n{report.MARK}\n\n## Seconds"))
        self.assertNotIn("older", text)

    def test_the_page_of_the_documentation_has_the_mark(self):
        self.assertIn(report.MARK, (ROOT / "docs/benchmarks.md").read_text("utf-8"))


class Cases(unittest.TestCase):
    def setUp(self):
        self.cases = case_list.read(ROOT / "bench/cases.toml")

    def test_every_shipped_case_is_measured(self):
        shipped = {f"scenarios/{path.parent.name}" for path in ROOT.glob("scenarios/*/case.yaml")}
        listed = {case.path for case in self.cases if case.path}
        self.assertEqual(shipped - listed, set())

    def test_names_are_unique(self):
        names = [case.name for case in self.cases]
        self.assertEqual(len(names), len(set(names)))

    def test_cases_are_chosen_by_name_and_by_kind(self):
        names = [case.name for case in case_list.chosen(self.cases, ["lf-4*", "no-plan"])]
        self.assertEqual(names, ["no-plan", "no-plan-51", "no-plan-demand", "lf-405", "lf-413"])

    def test_generated_cases_have_a_seed_each(self):
        made = case_list.chosen(self.cases, ["operator"])
        self.assertEqual(made[6].generate, ("--kind", "operator", "--seed", "7"))

    def test_a_case_that_is_not_there_is_left_out_with_the_reason(self):
        with tempfile.TemporaryDirectory() as folder:
            shelf = case_list.Shelf([ROOT, pathlib.Path(folder)], BANLIE, pathlib.Path(folder))
            lost = case_list.Case("lost", "kind", "nowhere/lost.yaml")
            self.assertEqual(shelf.find(lost), (None, "nowhere/lost.yaml is not there"))


class Whole(unittest.TestCase):
    def test_every_backend_is_measured(self):
        names = [one.backend for one in banlie_solvers(BANLIE)]
        self.assertIn("glpk", names)
        self.assertTrue(all(one.own for one in banlie_solvers(BANLIE)), names)

    def test_one_command_measures_and_reports(self):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, ROOT / "bench/compare.py", "--banlie", BANLIE, "--runs", "2",
                       "--limit", "60", "--cases", "tiny", "--output", folder, "--highs", "none"]
            done = subprocess.run(command, capture_output=True, text=True,
                                  env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1"))
            self.assertEqual(done.returncode, 0, done.stderr)
            with open(pathlib.Path(folder) / "benchmarks.csv", encoding="utf-8") as file:
                rows = {row["solver"]: row for row in csv.DictReader(file)}
            page = (pathlib.Path(folder) / "benchmarks.md").read_text("utf-8")
        ours = rows["Banlie, glpk"]
        self.assertEqual((ours["runs"], ours["reached"], float(ours["objective"])),
                         ("2", "1", 21000))
        for row in rows.values():
            self.assertEqual((row["reached"], float(row["objective"])), ("1", 21000), row)
        self.assertIn("- highs left out", page)
        self.assertNotIn("Contradiction", page)
        self.assertNotIn(folder, page)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
