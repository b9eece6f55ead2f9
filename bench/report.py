# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of a run as Markdown and as CSV."""
import csv
import io
import math

from results import OWN_ALLOWANCE_S, SHORT_S, contradictions, in_the_median, verdicts

MARK = "<!-- All below is written by bench/compare.py, anew in each run. -->"

# A run was kept waiting whose wall time is beyond its CPU time by more than that share of it and
# that many seconds: to put a plan safely on the disk alone takes a tenth of a second.
WAITED_SHARE, WAITED_S = 0.1, 0.3


def seconds_text(seconds):
    return "–" if math.isinf(seconds) else f"{seconds:.2f}" if seconds < 10 else f"{seconds:.1f}"


def _money(value):
    return "–" if value is None else f"{value:,.0f}".replace(",", "\u00a0")


def _count(value):
    return "–" if value is None else f"{value:,}".replace(",", "\u00a0")


def _percent(share):
    if share is None:
        return "–"
    return f"{100 * share:.2f} %" if share < 1 else f"{100 * share:.0f} %"


def _left(case, figures):
    """What a run has come to that did not reach the gap."""
    if case.relax:
        return "not solved"
    if figures.objective is None:
        return "no plan"
    return f"{_percent(figures.gap)} left" if figures.gap is not None else "no bound"


def outcome(one):
    """Median and spread of the seconds, or what was left at the limit, in a cell."""
    if one.last.fault is not None:
        return one.last.fault
    if not one.reached:
        return f"> {one.limit:g}: {_left(one.case, one.last)}"
    if len(one.trials) == 1:
        return seconds_text(one.seconds)
    low, high = one.spread
    return f"{seconds_text(one.seconds)} ({seconds_text(low)}–{seconds_text(high)})"


def _table(head, rows):
    """A Markdown table; all columns but the first are numbers as a rule, and stand on the right."""
    lines = ["| " + " | ".join(head) + " |", "|---" + "|---:" * (len(head) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def _first(one):
    first = one.first_plan
    return ("–", "–") if first is None else (seconds_text(first[0]), _percent(first[1]))


def _word(kept):
    return {True: "yes", False: "**no**", None: "open"}[kept]


def _seconds_section(measured, run):
    names = list(dict.fromkeys(one.solver.name for one in measured))
    cells = {}
    for one in measured:
        cells.setdefault(one.case.name, {})[one.solver.name] = outcome(one)
    rows = [[case, *(row.get(name, "") for name in names)] for case, row in cells.items()]
    return f"## Seconds to a gap of {_percent(run['gap'])}\n\n" + _table(["case", *names], rows)


def _tally(found):
    """A line for each backend and rule: how many cases keep it, and which do not."""
    groups = {}
    for verdict in found:
        key = verdict.banlie.case.rule, verdict.banlie.solver.name, verdict.other.solver.name
        groups.setdefault(key, []).append(verdict)
    lines = []
    for (rule, ours, theirs), group in groups.items():
        asked = f"those of {theirs} + {OWN_ALLOWANCE_S:g} s" if rule == "own" else \
            f"the larger of {SHORT_S:g} s and those of HiGHS"
        kept = sum(verdict.kept is True for verdict in group)
        line = f"- {ours}: at most {asked}: kept in {kept} of {len(group)} cases"
        for word, value in (("not", False), ("open", None)):
            names = [verdict.banlie.case.name for verdict in group if verdict.kept is value]
            line += f"; {word} in {', '.join(names)}" if names else ""
        lines.append(line + ".")
    return lines


def _rules_section(measured):
    found = verdicts(measured)
    if not found:
        return ""
    lines = _tally(found)
    for (kind, name), (ours, theirs, kept) in in_the_median(found).items():
        lines.append(f"- {name}: in the median over the cases `{kind}` {seconds_text(ours)} s, "
                     f"HiGHS {seconds_text(theirs)} s: kept: {_word(kept)}.")
    rows = []
    for verdict in found:
        ratio = verdict.ratio
        rows.append([verdict.banlie.case.name, verdict.banlie.solver.name, outcome(verdict.banlie),
                     *_first(verdict.banlie), verdict.other.solver.name, outcome(verdict.other),
                     "–" if ratio is None else f"{ratio[0]} {ratio[1]:.2f}".strip(),
                     _word(verdict.kept)])
    head = ["case", "solver", "seconds", "first plan", "gap then", "against", "seconds", "ratio",
            "kept"]
    return "## Rules\n\n" + "\n".join(lines) + "\n\n" + _table(head, rows)


def _figures_section(measured):
    rows = []
    for one in measured:
        last = one.last
        rows.append([one.case.name, one.solver.name, str(len(one.trials)), outcome(one),
                     seconds_text(one.cpu), _first(one)[0], f"{one.peak_bytes / 2**20:.0f}",
                     _count(last.nodes), _count(last.columns), _money(last.objective),
                     _money(last.bound), _percent(last.gap)])
    head = ["case", "solver", "runs", "seconds", "CPU s", "first plan", "MiB", "nodes", "columns",
            "objective", "bound", "gap"]
    return "## All figures\n\n" + _table(head, rows)


def _waited(measured):
    trials = [trial for one in measured for trial in one.trials]
    waited = sum(trial.seconds > trial.cpu * (1 + WAITED_SHARE) + WAITED_S for trial in trials)
    if waited == 0:
        return []
    return [f"{waited} of {len(trials)} runs waited for more than {WAITED_SHARE:.0%} of their "
            "time: the machine was not idle, or its disk was slow."]


def _notes_section(measured, run):
    lines = [f"{names} left out: {why}." for names, why in run["left_out"]]
    lines += [f"**Contradiction.** {text}." for text in contradictions(measured)]
    lines += _waited(measured)
    return "## Notes\n\n" + "\n".join(f"- {line}" for line in lines) + "\n" if lines else ""


def _run_section(run):
    rows = "\n".join(f"| {name} | {value} |" for name, value in run["facts"])
    commands = "\n".join(run["commands"])
    return f"## The run\n\n| | |\n|---|---|\n{rows}\n\n```sh\n{commands}\n```\n"


def markdown(measured, run):
    """All that is written below the mark.

    run  gap; facts: pairs of texts about machine, versions and date; commands: lines; left_out:
         pairs of names and a reason
    """
    sections = [_seconds_section(measured, run), _rules_section(measured),
                _notes_section(measured, run), _figures_section(measured), _run_section(run)]
    return "\n".join(section for section in sections if section)


CSV_COLUMNS = ["case", "kind", "solver", "version", "runs", "reached", "seconds", "seconds_min",
               "seconds_max", "cpu_seconds", "first_plan_seconds", "first_plan_gap",
               "peak_memory_bytes", "nodes", "columns", "objective", "bound", "gap",
               "limit_seconds", "fault"]


def _csv_row(one):
    last, first = one.last, one.first_plan or (None, None)
    numbers = [one.seconds, *one.spread, one.cpu, *first]
    row = [one.case.name, one.case.kind, one.solver.name, one.solver.version, len(one.trials),
           int(one.reached)]
    row += [None if number is None else f"{number:.4f}" for number in numbers]
    return row + [one.peak_bytes, last.nodes, last.columns, last.objective, last.bound,
                  None if last.gap is None else f"{last.gap:.6f}", f"{one.limit:g}", last.fault]


def as_csv(measured):
    """A row for each case and solver; `seconds` is the median, values are Banlie's: margins."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    writer.writerows(_csv_row(one) for one in measured)
    return text.getvalue()


def write(folder, measured, run):
    """benchmarks.md and benchmarks.csv; of an older page all above the mark stays."""
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "benchmarks.md"
    head = "# Benchmarks\n\n"
    if page.exists() and MARK in page.read_text("utf-8"):
        head = page.read_text("utf-8").split(MARK)[0]
    page.write_text(f"{head}{MARK}\n\n{markdown(measured, run)}", "utf-8")
    (folder / "benchmarks.csv").write_text(as_csv(measured), "utf-8")
