# SPDX-License-Identifier: GPL-3.0-or-later
"""What the runs amount to: medians, the rules that are asked of Banlie, and contradictions."""
import math
import statistics
from dataclasses import dataclass

from case_list import Case
from solvers import Solver

OWN_ALLOWANCE_S = 1.0  # what Banlie may take beyond its backend's own solver
SHORT_S = 0.3  # below that, nobody waits: HiGHS need not be beaten

# Values that are told with ten digits, by solvers that take rows as kept to 1e-6.
AGREEMENT = 1e-5


@dataclass(frozen=True)
class Measured:
    """All runs of one solver on one case, in their order."""

    case: Case
    solver: Solver
    limit: float
    trials: tuple  # of Trial
    figures: tuple  # of Figures, one for each trial

    @property
    def reached(self):
        """Every run has proven the gap."""
        return all(figures.reached and figures.fault is None for figures in self.figures)

    @property
    def seconds(self):
        return statistics.median(trial.seconds for trial in self.trials)

    @property
    def spread(self):
        return (min(trial.seconds for trial in self.trials),
                max(trial.seconds for trial in self.trials))

    @property
    def cpu(self):
        return statistics.median(trial.cpu for trial in self.trials)

    @property
    def peak_bytes(self):
        return max(trial.peak_bytes for trial in self.trials)

    @property
    def last(self):
        """Figures of the last run: of all where they repeat, of the one that reached no gap."""
        return self.figures[-1]

    @property
    def first_plan(self):
        """Median of the seconds to the first plan, and the gap then, where it was told.

        A run that tells of no plan before its end has its first then. None: there was a run
        without a plan.
        """
        firsts = []
        for trial, figures in zip(self.trials, self.figures):
            told = trial.first_plan
            if told is None and figures.objective is None:
                return None
            if told is None or told[0] > trial.seconds:
                told = trial.seconds, figures.gap
            firsts.append(told)
        return statistics.median(seconds for seconds, _ in firsts), firsts[-1][1]


@dataclass(frozen=True)
class Verdict:
    """Banlie with one backend against another solver on one case, by the case's rule."""

    banlie: Measured
    other: Measured
    base: float  # seconds that Banlie's are divided by
    kept: bool  # None: neither has reached the gap

    @property
    def ratio(self):
        """`<`, `>` or nothing, and Banlie's seconds by the other's; None where neither is known."""
        sign = {(True, True): "", (True, False): "<", (False, True): ">"}.get(
            (self.banlie.reached, self.other.reached))
        return None if sign is None else (sign, self.banlie.seconds / self.base)


def _base(rule, seconds):
    return max(SHORT_S, seconds) if rule == "highs" else seconds


def _allowed(rule, seconds):
    return _base(rule, seconds) + (OWN_ALLOWANCE_S if rule == "own" else 0)


def _kept(rule, banlie_s, other_s):
    """Seconds are infinite where the gap was not reached."""
    if math.isinf(banlie_s):
        return None if math.isinf(other_s) else False
    return banlie_s <= _allowed(rule, other_s)


def _to_gap(measured):
    return measured.seconds if measured.reached else math.inf


def _rival(rule, solver):
    """Name of the solver that a rule compares Banlie with; None where there is none."""
    return {"own": solver.own, "highs": "highs"}.get(rule) if solver.backend else None


def verdicts(measured):
    """All that the cases' rules can be asked of, in the order of the measured."""
    by_name = {(one.case.name, one.solver.name): one for one in measured}
    found = []
    for one in measured:
        rule = one.case.rule
        other = by_name.get((one.case.name, _rival(rule, one.solver)))
        if other is not None:
            found.append(Verdict(one, other, _base(rule, other.seconds),
                                 _kept(rule, _to_gap(one), _to_gap(other))))
    return found


def in_the_median(found):
    """By kind and Banlie's name, for the cases of rule `highs`: median seconds of both and whether
    the rule is kept. Where most have not reached the gap, the median is infinite."""
    groups = {}
    for verdict in found:
        if verdict.banlie.case.rule == "highs":
            key = verdict.banlie.case.kind, verdict.banlie.solver.name
            groups.setdefault(key, []).append(verdict)
    medians = {}
    for key, group in groups.items():
        ours = statistics.median(_to_gap(verdict.banlie) for verdict in group)
        theirs = statistics.median(_to_gap(verdict.other) for verdict in group)
        medians[key] = ours, theirs, _kept("highs", ours, theirs)
    return medians


def contradictions(measured):
    """Sentences: a plan above a bound that another has proven, and models read differently."""
    cases = {}
    for one in measured:
        cases.setdefault(one.case.name, []).append(one)
    found = []
    for name, group in cases.items():
        case = group[0].case
        plans = [("the known plan", case.best)]
        bounds = [("the known bound", case.bound)]
        plans += [(one.solver.name, one.last.objective) for one in group]
        bounds += [(one.solver.name, one.last.bound) for one in group]
        for who, plan in plans:
            for whose, bound in bounds:
                if plan is not None and bound is not None and \
                        plan > bound + AGREEMENT * max(1, abs(bound)):
                    found.append(f"{name}: {plan:.2f} of {who} is above {bound:.2f} of {whose}")
        columns = {one.last.columns for one in group
                   if one.solver.backend is None and one.last.columns is not None}
        if len(columns) > 1:
            found.append(f"{name}: solvers read models of {sorted(columns)} columns")
    return found
