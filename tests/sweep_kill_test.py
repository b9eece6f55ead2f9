#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sweep of 200 points of Yiwu, killed with all its processes at random moments: the same bytes come of it.

usage: sweep_kill_test.py BANLIE ROOT [plan|held|relax [KILLS]]
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

import sweep_test

SOLVE = sys.argv[3] if len(sys.argv) > 3 else "relax"
KILLS = int(sys.argv[4]) if len(sys.argv) > 4 else 10


def command(folder, workers):
    return [sweep_test.BANLIE, "sweep", sweep_test.ROOT / "scenarios/yiwu", "--grid",
            sweep_test.RUNS / "yiwu-200.yaml", "--solve", SOLVE, "--workers", str(workers), "-o", folder]


def finish(folder, workers):
    """Runs the sweep to its end; seconds that it took."""
    begun = time.monotonic()
    done = subprocess.run(command(folder, workers), env=sweep_test.ENVIRONMENT, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode not in (0, 5):
        sys.exit(f"exit {done.returncode}: {done.stderr}")
    return time.monotonic() - begun


def kill_at_times(folder, workers, seconds, moments):
    """Begins the sweep again and again, and kills its whole group after a part of what it takes."""
    for _ in range(KILLS):
        with subprocess.Popen(command(folder, workers), env=sweep_test.ENVIRONMENT, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, start_new_session=True) as running:
            time.sleep(moments.uniform(0, 2 * seconds / KILLS))
            os.killpg(running.pid, signal.SIGKILL)
        stand = len(list((folder / "rows").glob("*.json"))) if folder.exists() else 0
        print(f"# {workers} workers: killed, {stand} rows stand", flush=True)


def different(expected, found):
    return sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))


def main():
    moments, faults = random.Random(11), 0
    with tempfile.TemporaryDirectory() as here:
        folder = pathlib.Path(here) / "sweep"  # one name for all: it stands in what is logged
        seconds = finish(folder, 2)
        expected = sweep_test.content(folder)
        print(f"# undisturbed: {len(expected)} files, {seconds:.0f} s", flush=True)
        for workers in 1, 2:
            shutil.rmtree(folder)
            kill_at_times(folder, workers, seconds * 2 / workers, moments)
            finish(folder, workers)
            names = different(expected, sweep_test.content(folder))
            print(f"{'not ok' if names else 'ok'} {workers} workers, {KILLS} kills {' '.join(names[:5])}", flush=True)
            faults += bool(names)
    print("1..2")
    return faults > 0


if __name__ == "__main__":
    sys.exit(main())
