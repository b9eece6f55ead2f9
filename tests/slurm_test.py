#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`banlie sweep --engine slurm` on a real Slurm: whatever dies under way, the bytes are those of one machine.

usage: slurm_test.py BANLIE ROOT
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from sweep.content import content, rows
from sweep.slurm_cluster import ARRAY_MAX, PATH, Cluster, missing_programs, wait_until

BANLIE, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
RUNS = ROOT / "tests/sweep/runs"
TINY = ROOT / "scenarios/tiny"
SKIPPED = 77  # as Meson has it


class Slurm(unittest.TestCase):
    found = {}  # by number of workers: what one machine comes to

    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(Cluster())
        cls.environment = {**cls.cluster.environment, "LC_ALL": "C.UTF-8"}
        here = tempfile.TemporaryDirectory()
        cls.addClassCleanup(here.cleanup)
        cls.common = pathlib.Path(here.name)
        cls.drawn = cls.common / "drawn"
        subprocess.run([BANLIE, "generate", cls.drawn, "--lines", "1", "--weeks", "1", "--bookings", "16", "--seed",
                        "3"], env=cls.environment, stdout=subprocess.DEVNULL, check=True)

    def setUp(self):
        here = tempfile.TemporaryDirectory(prefix="a sweep's 100% ")  # a name that shells and Slurm would read otherwise
        self.addCleanup(here.cleanup)
        self.folder = pathlib.Path(here.name) / "s"

    def command(self, case, grid, *more, program=BANLIE):
        return [program, "sweep", case, "--grid", RUNS / grid, "-o", self.folder, *map(str, more)]

    def sweep(self, case, grid, *more, code, path=PATH, program=BANLIE):
        done = subprocess.run(self.command(case, grid, *more, program=program), text=True, capture_output=True,
                              env={**self.environment, "PATH": path}, check=False)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def begin(self, *more, case=None, grid="fifty.yaml"):
        running = subprocess.Popen(self.command(case or self.drawn, grid, "--engine", "slurm", *more), text=True,
                                   env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(running.stdout.close)
        self.addCleanup(running.stderr.close)
        self.addCleanup(running.wait)
        self.addCleanup(running.kill)
        return running

    def rows_there(self):
        return len(list((self.folder / "rows").glob("*.json")))

    def job(self):
        return (self.folder / "slurm/job").read_text("utf-8").strip()

    def stop_tasks(self):
        """Stops the processes of tasks, so that nothing happens for a while."""
        stopped = []
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                words = (process / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if b"sweep-task" in words and bytes(self.folder) in words:
                os.kill(int(process.name), signal.SIGSTOP)
                stopped.append(int(process.name))
        self.assertGreater(len(stopped), 0)
        return stopped

    def local(self, workers=2):
        """The bytes that one machine comes to."""
        if workers not in self.found:
            self.sweep(self.drawn, "fifty.yaml", "--workers", workers, code=5)
            self.found[workers] = content(self.folder)
            shutil.rmtree(self.folder)
        return self.found[workers]

    # ---- the same bytes ----

    def test_daemons_that_die_under_way_change_nothing(self):
        expected = self.local(workers=1)
        self.assertEqual(expected, self.local(workers=2))
        running = self.begin("--tasks", 10)
        wait_until(lambda: self.rows_there() >= 5, "rows")
        stopped = self.stop_tasks()
        self.cluster.wait_until_saved()
        self.cluster.kill("slurmd")
        self.cluster.kill("slurmctld")
        there = self.rows_there()
        for process in stopped:
            os.kill(process, signal.SIGCONT)
        time.sleep(0.5)
        self.cluster.start("slurmctld")
        self.cluster.start("slurmd")
        wait_until(lambda: self.rows_there() > there + 1, "rows after the kill")
        self.cluster.ask("scontrol", "requeue", self.job())
        said = running.communicate(timeout=300)
        self.assertEqual(running.returncode, 5, said)
        self.assertEqual(expected, content(self.folder))
        self.assertEqual(len(rows(self.folder)), 51)
        self.assertEqual(len(list((self.folder / "slurm").glob("ids-*.txt"))), 10)

    def test_a_sweep_that_is_killed_waits_for_its_job_afterwards(self):
        expected = self.local()
        running = self.begin("--tasks", 4)
        wait_until(lambda: self.rows_there() >= 3, "rows")
        running.send_signal(signal.SIGKILL)
        job = self.job()
        done = self.sweep(self.drawn, "fifty.yaml", "--engine", "slurm", "--tasks", 4, code=5)
        self.assertIn(f"job {job} of an earlier command is still in the queue", done.stderr)
        self.assertEqual(self.job(), job)
        self.assertEqual(expected, content(self.folder))

    def test_an_interrupt_leaves_the_job_to_itself(self):
        running = self.begin("--tasks", 4, "--sbatch", "--nice=10")
        wait_until(lambda: self.rows_there() >= 2, "rows")
        running.send_signal(signal.SIGINT)
        self.assertEqual(running.wait(30), 130)
        self.assertIn(f"job {self.job()} goes on; `scancel {self.job()}` ends it", running.stderr.read())
        self.assertTrue(self.cluster.is_queued(self.job()))
        wait_until(lambda: not self.cluster.is_queued(self.job()), "the end of the job", 120)
        self.assertEqual(self.rows_there(), 51)
        self.sweep(self.drawn, "fifty.yaml", code=5)

    def test_trains_held_to_those_of_a_base_made_elsewhere(self):
        self.sweep(TINY, "tiny.yaml", "--solve", "held", "--keep", "all", code=5)
        expected = content(self.folder)
        shutil.rmtree(self.folder)
        self.sweep(TINY, "tiny.yaml", "--solve", "held", "--keep", "all", "--engine", "slurm", "--tasks", 2, code=5)
        self.assertEqual(expected, content(self.folder))

    # ---- what is missing ----

    def test_not_waited_for(self):
        slurm = ["--engine", "slurm", "--tasks", 3]
        done = self.sweep(TINY, "tiny.yaml", *slurm, "--no-wait", "--sbatch", "--hold", code=6)
        job = self.job()
        self.assertIn(f"job {job} handed in: 25 points, 3 tasks", done.stderr)
        self.assertIn("0 rows, 0 without a plan, 25 missing", done.stdout)
        self.sweep(TINY, "tiny.yaml", *slurm, "--no-wait", code=6)  # hands nothing in a second time
        self.assertEqual(self.job(), job)
        self.cluster.ask("scontrol", "release", str(int(job) - 1), job)
        self.sweep(TINY, "tiny.yaml", *slurm, code=5)
        self.assertEqual(self.job(), job)

    def test_rows_of_tasks_that_are_ended_are_lost(self):
        expected = self.local()
        running = self.begin("--tasks", 4)
        wait_until(lambda: self.rows_there() >= 4, "rows")
        self.cluster.ask("scancel", self.job())
        _, said = running.communicate(timeout=60)
        self.assertEqual(running.returncode, 6, said)
        there = self.rows_there()
        self.assertIn(f"job {self.job()} has left the queue without {51 - there} rows: 00", said)
        self.assertEqual({row["status"] for row in rows(self.folder)} & {"crashed"}, set())
        self.sweep(self.drawn, "fifty.yaml", "--engine", "slurm", "--tasks", 4, code=5)
        self.assertEqual(expected, content(self.folder))

    def test_a_base_that_is_ended_takes_the_others_with_it(self):
        running = self.begin("--sbatch", "--hold", "--tasks", 2, case=TINY, grid="tiny.yaml")
        wait_until(lambda: len(self.cluster.ask("squeue", "-h").splitlines()) == 2, "both jobs")
        array = self.job()
        self.cluster.ask("scancel", str(int(array) - 1))
        self.cluster.ask("scontrol", "release", array)
        said = running.communicate(timeout=90)
        self.assertEqual(running.returncode, 6, said)
        self.assertEqual(self.rows_there(), 0)

    def test_another_program_makes_no_row(self):
        program = self.folder.parent / "program"
        shutil.copy(BANLIE, program)
        self.sweep(TINY, "tiny.yaml", "--engine", "slurm", "--tasks", 2, "--no-wait", "--sbatch", "--hold",
                   program=program, code=6)
        with open(program, "ab") as file:
            file.write(b"another\n")
        self.cluster.ask("scontrol", "release", str(int(self.job()) - 1))
        log = self.folder / "log/slurm-base.txt"
        wait_until(lambda: log.exists() and "another version" in log.read_text("utf-8"), "the refusal")
        self.assertEqual(self.rows_there(), 0)
        self.cluster.ask("scancel", self.job())
        wait_until(lambda: not self.cluster.is_queued(self.job()), "the end of the job")

    # ---- what cannot be ----

    def test_without_sbatch(self):
        done = self.sweep(TINY, "tiny.yaml", "--engine", "slurm", path="/nowhere", code=2)
        self.assertIn("there is no sbatch", done.stderr)

    def test_more_tasks_than_an_array_may_have(self):
        done = self.sweep(TINY, "tiny.yaml", "--engine", "slurm", "--tasks", ARRAY_MAX + 1, code=2)
        self.assertIn(f"(MaxArraySize {ARRAY_MAX})", done.stderr)
        self.assertFalse((self.folder / "slurm/job").exists())
        self.sweep(TINY, "tiny.yaml", "--engine", "slurm", "--tasks", ARRAY_MAX, code=5)

    def test_what_sbatch_does_not_take(self):
        done = self.sweep(TINY, "tiny.yaml", "--engine", "slurm", "--sbatch", "--partition 'no such'", "--tasks", 2, code=2)
        self.assertRegex(done.stderr, r"sbatch refused the job: .*no such")


def main():
    missing = missing_programs()
    if missing:
        print(f"SKIP: no {', '.join(missing)}; Debian's packages slurm-wlm and munge have them")
        return SKIPPED
    return 0 if unittest.main(argv=sys.argv[:1] + sys.argv[3:], exit=False).result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
