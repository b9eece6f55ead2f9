# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is measured: Banlie with each backend that is built in, and solvers of the exported model."""
import math
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import Callable

import logs

MODEL = "model.mps"
PLAN = "plan"
HIGHS_OPTIONS = "highs-options.txt"

# A backend, and the program that its library comes with.
OWN_SOLVER = {"glpk": "glpsol", "clp": "cbc", "cbc": "cbc", "highs": "highs"}


@dataclass(frozen=True)
class Task:
    """What one case asks of all."""

    case: str  # path
    gap: float
    limit: float  # seconds
    relax: bool = False


@dataclass(frozen=True)
class Solver:
    """One that is measured. All work on one thread."""

    name: str
    program: str  # path
    version: str
    command: Callable  # of this solver and a Task, to a list of words
    read: Callable  # of a Trial and its folder, to Figures
    plan_line: re.Pattern  # of a line that tells of a plan
    backend: str = None  # Banlie alone

    @property
    def own(self):
        """Name of the solver that Banlie with this backend is compared with; None without one."""
        return OWN_SOLVER.get(self.backend)


def _banlie_command(solver, task):
    words = [solver.program, "plan", task.case, "--solver", solver.backend]
    words += ["--relax"] if task.relax else ["--gap", f"{task.gap:g}"]
    return words + ["--time-limit", f"{task.limit:g}s", "-o", PLAN, "--force", "--lang", "en"]


def _read_banlie(trial, folder):
    summary = folder / PLAN / "summary.json"
    return logs.read_banlie(summary.read_text("utf-8") if summary.exists() else None, trial.code)


# Of glpsol's own cuts and heuristics, all cuts prove most cases soonest: see README.md.
def _glpsol_command(solver, task):
    return [solver.program, "--freemps", MODEL, "--mipgap", f"{task.gap:g}", "--cuts",
            "--tmlim", str(math.ceil(task.limit))]


def _cbc_command(solver, task):
    return [solver.program, MODEL, "-ratioGap", f"{task.gap:g}", "-timeMode", "elapsed",
            "-sec", f"{task.limit:g}", "-solve", "-quit"]


def _highs_command(solver, _):
    return [solver.program, "--options_file", HIGHS_OPTIONS, MODEL]


def highs_options(task):
    """Text of HIGHS_OPTIONS."""
    return f"threads = 1\nmip_rel_gap = {task.gap:g}\ntime_limit = {task.limit:g}\n"


def _version(program, options, pattern):
    """What a program says of its version; its first line, where the pattern is not in it."""
    said = subprocess.run([program, *options], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL)
    text = said.stdout + said.stderr
    found = re.search(pattern, text)
    return found[1] if found else (text.splitlines() or ["unknown"])[0]


def backends(banlie):
    """Names of the LP solvers built in, as `banlie plan --help` lists them."""
    said = subprocess.run([banlie, "plan", "--help"], capture_output=True, text=True, check=True)
    return re.search(r"--solver=NAME +LP solver: (.*)", said.stdout)[1].split(", ")


def banlie_solvers(banlie):
    """Banlie, with each backend."""
    version = _version(banlie, ["--version"], r"(\d\S*)")
    return [Solver(f"Banlie, {name}", banlie, version, _banlie_command, _read_banlie,
                   logs.BANLIE_PLAN, name) for name in backends(banlie)]


def _of_log(read):
    return lambda trial, _: read(trial.log)


def model_solvers(named):
    """The solvers of exported models that are there, and the names of those that are not.

    named  path, or None, by name: where the program is
    """
    known = {
        "glpsol": (["--version"], r"Solver (\S+)", _glpsol_command, logs.read_glpsol,
                   logs.GLPSOL_PLAN),
        "cbc": (["-quit"], r"Version: (\S+)", _cbc_command, logs.read_cbc, logs.CBC_PLAN),
        "highs": (["--version"], r"HiGHS version (\S+)", _highs_command, logs.read_highs,
                  logs.HIGHS_PLAN),
    }
    found, missing = [], []
    for name, (options, pattern, command, read, plan_line) in known.items():
        program = shutil.which(named[name]) if named[name] else None
        if program is None:
            missing.append(name)
            continue
        found.append(Solver(name, program, _version(program, options, pattern), command,
                            _of_log(read), plan_line))
    return found, missing
