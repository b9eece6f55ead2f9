#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sweep on a real Slurm, killed, cancelled and queued again at random moments: the bytes of one machine come of it.

usage: slurm_kill_test.py BANLIE CASE GRID [plan|held|relax [KILLS]]
"""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from sweep.content import content
from sweep.slurm_cluster import Cluster, missing_programs

BANLIE, CASE, GRID = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
SOLVE = sys.argv[4] if len(sys.argv) > 4 else "relax"
KILLS = int(sys.argv[5]) if len(sys.argv) > 5 else 10
SKIPPED = 77  # as Meson has it


def command(folder, *more):
    return [BANLIE, "sweep", CASE, "--grid", GRID, "--solve", SOLVE, "-o", folder, *more]


def finish(words, environment, codes=(0, 5)):
    """Runs a sweep to its end; seconds that it took."""
    begun = time.monotonic()
    done = subprocess.run(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                          check=False)
    if done.returncode not in codes:
        sys.exit(f"exit {done.returncode}: {done.stderr}")
    return time.monotonic() - begun


def disturb(cluster, folder, words, seconds, moments):
    """Begins the sweep again and again, kills it after a part of what it takes, and its job in one way or another."""
    for _ in range(KILLS):
        with subprocess.Popen(words, env=cluster.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              start_new_session=True) as running:
            time.sleep(moments.uniform(0, 2 * seconds / KILLS))
            os.killpg(running.pid, signal.SIGKILL)
        number = folder / "slurm/job"
        job = number.read_text("utf-8").strip() if number.exists() else "0"
        how = moments.choice([["scancel"], ["scancel", "--signal=KILL", "--full"], ["scontrol", "requeue"], ["true"]])
        cluster.ask(*how, job)
        print(f"# killed, {' '.join(how)} {job}, {len(list((folder / 'rows').glob('*.json')))} rows stand", flush=True)


def main():
    missing = missing_programs()
    if missing:
        print(f"SKIP: no {', '.join(missing)}; Debian's packages slurm-wlm and munge have them")
        return SKIPPED
    with tempfile.TemporaryDirectory() as here, Cluster() as cluster:
        folder = pathlib.Path(here) / "sweep"  # one name for both: it stands in what is logged
        seconds = finish(command(folder), cluster.environment)
        expected = content(folder)
        print(f"# one machine: {len(expected)} files, {seconds:.0f} s", flush=True)
        shutil.rmtree(folder)
        slurm = command(folder, "--engine", "slurm", "--tasks", "8")
        disturb(cluster, folder, slurm, seconds, random.Random(7))
        finish(slurm, cluster.environment, (0, 5, 6))  # a job that was cancelled may lose rows at its very end
        finish(slurm, cluster.environment)
        found = content(folder)
    different = sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))
    print(f"{'not ok' if different else 'ok'} {KILLS} kills {' '.join(different[:5])}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
