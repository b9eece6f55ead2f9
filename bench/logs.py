# SPDX-License-Identifier: GPL-3.0-or-later
"""What solvers say of themselves: objective, bound, nodes, columns, and lines that tell of a plan.

The solvers of an exported model minimise the negative margin: here all values are Banlie's, which
maximises.
"""
import json
import re
from dataclasses import dataclass

NUMBER = r"[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf)"


@dataclass(frozen=True)
class Figures:
    """The end of one run. None: not told."""

    reached: bool = False  # the solver says that the gap asked for is proven
    objective: float = None
    bound: float = None
    nodes: int = None
    columns: int = None
    fault: str = None  # ended otherwise than with a plan or at its limit

    @property
    def gap(self):
        """As Banlie has it; None where there is no plan or no bound."""
        if self.objective is None or self.bound is None:
            return None
        return max(0.0, self.bound - self.objective) / max(1.0, abs(self.objective))


def _last(pattern, text):
    """The last match of a pattern at the beginning of a line, or None."""
    found = None
    for found in re.finditer(pattern, text, flags=re.M):
        pass
    return found


def _whole(pattern, text):
    found = re.search(pattern, text, flags=re.M)
    return int(found[1]) if found else None


def _maximised(text):
    """A value of a minimising solver; None for one that is infinite or not there."""
    if text is None or "inf" in text or abs(float(text)) >= 1e30:
        return None
    return 0.0 - float(text)


# `+  2394: mip =  -3.040935000e+06 >=  -3.041e+06   0.1% (401; 224)`: nodes open, nodes done.
GLPSOL_PLAN = re.compile(rf"\+ *\d+: (?:>>>>>|mip =) +{NUMBER} >= .*?(?P<gap>[\d.]+)%")
_GLPSOL_LINE = (rf"^\+ *\d+: (?:>>>>>|mip =) +({NUMBER}|not found yet) >= +({NUMBER}|tree is empty)"
                r" .*\((\d+); (\d+)\)")


def read_glpsol(log):
    """Figures of a log of glpsol."""
    reached = re.search("INTEGER OPTIMAL SOLUTION FOUND|MIP GAP TOLERANCE REACHED", log) is not None
    limit = "TIME LIMIT EXCEEDED" in log
    line = _last(_GLPSOL_LINE, log)
    objective = bound = nodes = None
    if line:
        objective = None if line[1] == "not found yet" else _maximised(line[1])
        bound = objective if line[2] == "tree is empty" else _maximised(line[2])
        nodes = int(line[3]) + int(line[4])
    empty = re.search("PROBLEM HAS NO .*FEASIBLE SOLUTION|SEARCH COMPLETED WITHOUT", log)
    fault = "says that there is no plan" if empty else None if reached or limit else "broke off"
    return Figures(reached, objective, bound, nodes, _whole(r"^\d+ rows?, (\d+) columns?", log),
                   fault)


CBC_PLAN = re.compile(r"Cbc0012I Integer solution|Cbc0038I Solution found")
_CBC_NODES = (rf"^Cbc0010I After (\d+) nodes, \d+ on tree, ({NUMBER}) best solution, "
              rf"best possible ({NUMBER})")


def read_cbc(log):
    """Figures of a log of cbc."""
    ended = re.search("^Result - (.*)", log, flags=re.M)
    reached = ended is not None and ended[1].startswith("Optimal solution found")
    columns = _whole(r"^Problem .* has \d+ rows, (\d+) columns", log)
    if ended is None:
        # Killed, or stopped where it prints no result: its preprocessing takes its own limit for
        # a proof that there is no plan.
        line = _last(_CBC_NODES, log)
        return Figures(False, _maximised(line and line[2]), _maximised(line and line[3]),
                       line and int(line[1]), columns,
                       None if line or "Pre-processing says" in log else "broke off")
    objective = re.search(rf"^Objective value: +({NUMBER})", log, flags=re.M)
    bound = re.search(rf"^Lower bound: +({NUMBER})", log, flags=re.M)
    value = _maximised(objective and objective[1])
    proven = value if bound is None and reached else _maximised(bound and bound[1])
    fault = None
    if not reached and not ended[1].startswith("Stopped on time"):
        fault = "says: " + ended[1]
    nodes = _whole(r"^Enumerated nodes: +(\d+)", log)
    return Figures(reached, value, proven, nodes, columns, fault)


# Source, nodes, open, leaves, explored, bound, best, gap.
HIGHS_PLAN = re.compile(r" ?[A-Za-z]? +\d+ +\d+ +\d+ +[\d.]+% +\S+ +[-\d]\S* +(?P<gap>[\d.]+)%")
_HIGHS_LINE = r"^ ?[A-Za-z]? +(\d+) +\d+ +\d+ +[\d.]+% +(\S+) +(\S+) "


def read_highs(log):
    """Figures of a log of HiGHS."""
    columns = _whole(r"^(?:MIP|LP) .* has \d+ rows?; (\d+) cols?", log)
    status = re.search(r"^  Status +(.*\S)", log, flags=re.M)
    if status is None:
        line = _last(_HIGHS_LINE, log)
        timed_out = "time_limit while parsing" in log
        return Figures(False, _maximised(line and line[3]), _maximised(line and line[2]),
                       line and int(line[1]), columns, None if line or timed_out else "broke off")
    objective = re.search(r"^  Primal bound +(\S+)", log, flags=re.M)
    bound = re.search(r"^  Dual bound +(\S+)", log, flags=re.M)
    fault = None if status[1] in ("Optimal", "Time limit reached") else "says: " + status[1]
    return Figures(status[1] == "Optimal", _maximised(objective and objective[1]),
                   _maximised(bound and bound[1]), _whole(r"^  Nodes +(\d+)", log), columns, fault)


# The line of progress: `search  0.1 s  bound 3087684  gap 1.78 %  round 34  columns 386  nodes 10`.
BANLIE_PLAN = re.compile(r"(?:relaxation|search) .* gap (?P<gap>[\d.]+) %")
NO_PLAN_WITHIN_LIMIT = 7  # exit status


def read_banlie(summary, code):
    """Figures of summary.json, None where there is none, and of the exit status."""
    if code == NO_PLAN_WITHIN_LIMIT:
        return Figures()
    if summary is None or code != 0:
        return Figures(fault=f"ended with status {code}")
    found = json.loads(summary)
    counts = found["counts"]
    if found["status"] == "relaxed":
        return Figures(True, None, found["relaxation"], counts["nodes"], counts["columns"])
    return Figures(found["status"] in ("optimal", "gap"), found["objective"], found["bound"],
                   counts["nodes"], counts["columns"])
