#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `banlie sweep --engine slurm` asks of Slurm, and makes of its answers: programs that only look like Slurm's.

usage: sweep_queue_test.py BANLIE ROOT
"""
import json
import os
import pathlib
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from sweep.content import content, rows

BANLIE, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
GRID = ROOT / "tests/sweep/runs/tiny.yaml"
TINY = ROOT / "scenarios/tiny"
PYTHON = shlex.quote(sys.executable)

# Runs what it is handed at once, where `run` is there; numbers its jobs from 41; notes its words.
SBATCH = f"""#!{sys.executable}
import json, os, pathlib, re, subprocess, sys
here = pathlib.Path(__file__).parent.parent
words = sys.argv[1:]
with open(here / "asked", "a", encoding="utf-8") as file:
    file.write(json.dumps(words) + "\\n")
count = len((here / "asked").read_text("utf-8").splitlines())
if (here / "refuse").exists() and int((here / "refuse").read_text("utf-8")) <= count:
    sys.exit("sbatch: error: no such partition")
tasks = [re.fullmatch("--array=0-([0-9]+)", word) for word in words]
for last in [found.group(1) for found in tasks if found] or ["none"]:
    for task in range(int(last) + 1) if last != "none" else [None]:
        if (here / "run").exists():
            environment = dict(os.environ)
            script = words[-2:] if task is None else words[-1:]
            if task is not None:
                environment["SLURM_ARRAY_TASK_ID"] = str(task)
            subprocess.run(["sh", *script], env=environment, cwd="/", stdin=subprocess.DEVNULL, check=False)
print(str(40 + count) + (";far" if (here / "cluster").exists() else ""))
"""
SQUEUE = """#!/bin/sh
here=$(dirname "$0")/..
state=$(cat "$here/queue")
printf '%s\\n' "$*" >>"$here/looked"
case $state in
has) echo "41_0 all banlie me R 0:01 1 n" ;;
left) ;;
forgotten) echo "slurm_load_jobs error: Invalid job id specified" >&2; exit 1 ;;
silent) printf 'squeue: error: trying\\nslurm_load_jobs error: Unable to contact\\n' >&2; exit 1 ;;
slow) sleep 60 ;;
esac
"""
SCONTROL = """#!/bin/sh
[ "$*" = "show config" ] || exit 1
printf 'Configuration data\\nMaxArraySize            = 5\\nMaxDBDMsgs              = 3\\n'
"""


class Queue(unittest.TestCase):
    def setUp(self):
        here = tempfile.TemporaryDirectory(prefix="100%'s a ")
        self.addCleanup(here.cleanup)
        self.here = pathlib.Path(here.name)
        self.folder = self.here / "s"
        self.path = self.here / "bin"
        self.path.mkdir()
        for name, text in ("sbatch", SBATCH), ("squeue", SQUEUE):
            self.program(name, text)
        self.queue("left")
        self.note("run", "")

    def program(self, name, text):
        (self.path / name).write_text(text, "utf-8")
        (self.path / name).chmod(0o755)

    def note(self, name, text):
        (self.here / name).write_text(text, "utf-8")

    def queue(self, state):
        self.note("queue.new", state)
        (self.here / "queue.new").rename(self.here / "queue")

    def looks(self):
        path = self.here / "looked"
        return path.read_text("utf-8").splitlines() if path.exists() else []

    def asked(self):
        path = self.here / "asked"
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []

    def command(self, *more, grid=GRID):
        return [BANLIE, "sweep", TINY, "--grid", grid, "-o", self.folder, "--gap", "0", *map(str, more)]

    def environment(self):
        return {**os.environ, "LC_ALL": "C.UTF-8", "PATH": f"{self.path}:{os.environ['PATH']}"}

    def sweep(self, *more, code, grid=GRID, engine="slurm"):
        done = subprocess.run(self.command("--engine", engine, *more, grid=grid), env=self.environment(), text=True,
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def begin(self, *more):
        running = subprocess.Popen(self.command("--engine", "slurm", *more), env=self.environment(), text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for clean in running.stdout.close, running.stderr.close, running.wait, running.kill:
            self.addCleanup(clean)
        return running

    # ---- what is asked ----

    def test_the_words_of_both_jobs(self):
        self.sweep("--tasks", 3, "--sbatch", "-p 'a b' --time=60 --comment \"it's\"", code=5)
        logs = str(self.folder / "log/slurm-").replace("%", "%%")
        script = str(self.folder / "slurm/job.sh")
        shared = ["--ntasks=1", "--cpus-per-task=1", "--requeue"]
        more = ["-p", "a b", "--time=60", "--comment", "it's"]
        self.assertEqual(self.asked(), [
            ["--parsable", "--job-name=banlie", *shared, f"--output={logs}base.txt", *more, script, "base"],
            ["--parsable", "--job-name=banlie", "--array=0-2", "--dependency=afterok:41", "--kill-on-invalid-dep=yes",
             *shared, f"--output={logs}%a.txt", *more, script]])
        self.assertEqual((self.folder / "slurm/job").read_text("utf-8"), "42\n")

    def test_points_are_dealt_like_cards(self):
        self.sweep("--tasks", 7, code=5)
        for task in range(7):
            ids = (self.folder / f"slurm/ids-{task}.txt").read_text("utf-8").split()
            self.assertEqual(ids, [f"{number:04}" for number in range(task + 1, 25, 7)])
        for name in "0003", "0011":
            (self.folder / f"rows/{name}.json").unlink()
        self.sweep("--tasks", 7, code=5)
        dealt = sorted(path.name for path in (self.folder / "slurm").glob("ids-*.txt"))
        self.assertEqual(dealt, ["ids-0.txt", "ids-1.txt"])
        self.assertEqual(len(self.asked()), 3)  # the base stands
        self.assertIn("--array=0-1", self.asked()[2])
        self.assertNotIn("--kill-on-invalid-dep=yes", self.asked()[2])

    def test_the_base_alone(self):
        self.sweep("--tasks", 2, code=5)
        (self.folder / "rows/0000.json").unlink()
        self.sweep(code=5)
        self.assertEqual(len(self.asked()), 3)
        self.assertEqual(self.asked()[2][-1], "base")

    def test_it_comes_to_what_one_machine_comes_to(self):
        self.sweep(engine="local", code=5)
        expected = content(self.folder)
        shutil.rmtree(self.folder)
        self.sweep("--tasks", 5, code=5)
        self.assertEqual(expected, content(self.folder))
        self.assertEqual(self.looks(), [])  # all rows were there before the first look

    def test_nothing_to_do_asks_nothing(self):
        self.sweep(engine="local", code=5)
        self.sweep(code=5)
        self.assertEqual(self.asked(), [])

    def test_the_name_of_a_cluster_is_no_part_of_the_number(self):
        self.note("cluster", "")
        self.sweep("--tasks", 2, code=5)
        self.assertEqual((self.folder / "slurm/job").read_text("utf-8"), "42\n")

    def test_rows_tried_again(self):
        self.sweep(engine="local", code=5)
        path = self.folder / "rows/0002.json"
        row = json.loads(path.read_text("utf-8"))
        expected = rows(self.folder)
        path.write_text(json.dumps({**row, "status": "crashed", "exit": 1, "reason": "memory"}), "utf-8")
        self.sweep(code=5)
        self.assertEqual(rows(self.folder)[2]["status"], "crashed")
        self.sweep("--retry", code=5)
        self.assertEqual(len(self.asked()), 1)
        self.assertEqual(rows(self.folder), expected)

    # ---- what is answered ----

    def test_lost_rows(self):
        (self.here / "run").unlink()
        self.queue("forgotten")
        done = self.sweep("--tasks", 2, code=6)
        self.assertIn("job 42 has left the queue without 25 rows: 0000 0001", done.stderr)
        self.assertEqual(self.looks(), ["-h -j 42"] * 2)

    def test_a_queue_that_does_not_answer_is_waited_for(self):
        (self.here / "run").unlink()
        self.queue("silent")
        running = self.begin("--tasks", 2)
        while not self.looks():
            time.sleep(0.1)
        time.sleep(1)
        self.assertIsNone(running.poll())
        subprocess.run(["sh", self.folder / "slurm/job.sh", "base"], check=True)
        for task in "0", "1":
            subprocess.run(["sh", self.folder / "slurm/job.sh"], env={**os.environ, "SLURM_ARRAY_TASK_ID": task},
                           check=True)
        self.assertEqual(running.wait(60), 5)
        said = running.stderr.read()
        self.assertEqual(said.count("squeue does not tell of job 42"), 1)
        self.assertIn("slurm_load_jobs error: Unable to contact\n", said)

    def test_a_job_that_is_there_is_not_handed_in_again(self):
        (self.here / "run").unlink()
        self.sweep("--tasks", 2, "--no-wait", code=6)
        self.queue("has")
        done = self.sweep("--tasks", 2, "--no-wait", code=6)
        self.assertIn("job 42 goes on; `scancel 42` ends it", done.stderr)
        running = self.begin("--tasks", 2)
        while len(self.looks()) < 2:
            time.sleep(0.1)
        self.note("run", "")
        self.queue("left")
        self.assertEqual(running.wait(60), 5)  # what it left is handed in anew
        self.assertIn("job 42 of an earlier command is still in the queue", running.stderr.read())
        self.assertEqual(len(self.asked()), 4)

    def test_an_interrupt_while_squeue_is_asked(self):
        (self.here / "run").unlink()
        self.queue("slow")
        running = self.begin("--tasks", 2)
        while not self.looks():
            time.sleep(0.1)
        begun = time.monotonic()
        running.send_signal(signal.SIGINT)
        self.assertEqual(running.wait(60), 130)
        self.assertLess(time.monotonic() - begun, 5)
        self.assertIn("job 42 goes on; `scancel 42` ends it", running.stderr.read())

    def test_a_refusal(self):
        self.note("refuse", "2")
        done = self.sweep("--tasks", 2, code=2)
        self.assertIn("sbatch refused the job: sbatch: error: no such partition", done.stderr)
        self.assertEqual((self.folder / "slurm/job").read_text("utf-8"), "41\n")  # that of the base, which goes on

    def test_more_tasks_than_an_array_may_have(self):
        self.program("scontrol", SCONTROL)
        done = self.sweep("--tasks", 6, code=2)
        self.assertIn("6 tasks are more than an array may have here (MaxArraySize 5)", done.stderr)
        self.assertEqual(self.asked(), [])
        self.sweep("--tasks", 5, code=5)

    # ---- tasks ----

    def test_a_task_whose_base_was_edited_makes_no_row(self):
        edited = self.here / "edited"
        shutil.copytree(TINY, edited)
        (self.here / "run").unlink()
        command = [BANLIE, "sweep", edited, "--grid", GRID, "-o", self.folder, "--solve", "held", "--engine", "slurm",
                   "--tasks", "1", "--no-wait"]
        subprocess.run(command, env=self.environment(), capture_output=True, check=False)
        task = [BANLIE, "sweep-task", self.folder]
        subprocess.run([*task, "base"], capture_output=True, check=True)
        case = next(edited.glob("*.yaml"))
        text = case.read_text("utf-8")
        case.write_text(text.replace("revenue: 7000", "revenue: 7100"), "utf-8")
        self.assertNotEqual(text, case.read_text("utf-8"))
        done = subprocess.run([*task, "0"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn("edited since its base was planned", done.stderr)
        self.assertEqual(len(list((self.folder / "rows").iterdir())), 1)

    def test_a_signal_to_a_task_leaves_no_row_of_a_crash(self):
        drawn = self.here / "drawn"
        subprocess.run([BANLIE, "generate", drawn, "--lines", "2", "--weeks", "2", "--bookings", "80"], check=True,
                       capture_output=True)
        (self.here / "run").unlink()
        command = [BANLIE, "sweep", drawn, "--scenarios", "base", "-o", self.folder, "--gap", "0", "--engine", "slurm",
                   "--no-wait"]
        subprocess.run(command, env=self.environment(), capture_output=True, check=False)
        for number, status in (signal.SIGTERM, 130), (signal.SIGKILL, -signal.SIGKILL):
            with subprocess.Popen([BANLIE, "sweep-task", self.folder, "base"], start_new_session=True) as task:
                while not (self.folder / "log/0000.txt").exists():
                    time.sleep(0.01)
                children = pathlib.Path(f"/proc/{task.pid}/task/{task.pid}/children").read_text("utf-8").split()
                for process in [*map(int, children), task.pid]:  # the point's process first, as queues may
                    os.kill(process, number)
                    time.sleep(0.05)
                self.assertEqual(task.wait(20), status)
            self.assertFalse((self.folder / "rows").exists())
            (self.folder / "log/0000.txt").unlink()

    # ---- the command line ----

    def test_wrong_usage(self):
        for words, said in ([["--sbatch", "-p 'short"], "a quotation mark in --sbatch has no end: '-p 'short'"],
                            [["--sbatch", "--array=0-3"], "--sbatch may not have '--array=0-3'"],
                            [["--sbatch", "-a0-3"], "--sbatch may not have '-a0-3'"],
                            [["--sbatch", "-d afterok:1"], "--sbatch may not have '-d'"],
                            [["--sbatch", "--wrap ls"], "--sbatch may not have '--wrap'"],
                            [["--tasks", "0"], "--tasks is a whole number"]):
            self.assertIn(said, self.sweep(*words, code=2).stderr)
        for words in ["--sbatch", "-p short"], ["--no-wait"]:
            done = self.sweep(*words, engine="local", code=2)
            self.assertIn("are for --engine slurm alone", done.stderr)
        self.assertFalse(self.folder.exists())
        self.sweep("--sbatch", " ", "--tasks", 1, code=5)

    def test_without_sbatch(self):
        (self.path / "sbatch").unlink()
        done = subprocess.run(self.command("--engine", "slurm"), env={**self.environment(), "PATH": str(self.path)},
                              text=True, capture_output=True, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn("there is no sbatch on this machine", done.stderr)

    def test_it_speaks_chinese(self):
        (self.here / "run").unlink()
        done = self.sweep("--no-wait", "--lang", "zh", code=6)
        self.assertIn("已提交作业 42：25 个点，24 个任务", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
