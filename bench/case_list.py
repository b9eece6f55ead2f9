# SPDX-License-Identifier: GPL-3.0-or-later
"""The cases that are measured: read from cases.toml, found or made on this machine."""
import fnmatch
import pathlib
import subprocess
import tomllib
from dataclasses import dataclass

RULES = (None, "own", "highs")


@dataclass(frozen=True)
class Case:
    """One case; cases.toml says what the entries mean."""

    name: str
    kind: str
    path: str = None
    generate: tuple = None
    rule: str = None
    limit: float = None
    model: bool = True
    relax: bool = False
    best: float = None
    bound: float = None


def _cases(entry):
    """The cases that one entry of the file stands for."""
    if "path" in entry:
        entry.setdefault("name", pathlib.PurePath(entry["path"]).stem)
        return [Case(**entry)]
    name, seeds, options = entry.pop("name"), entry.pop("seeds"), entry.pop("generate")
    return [Case(name=f"{name}-{seed}", generate=(*options, "--seed", str(seed)), **entry)
            for seed in seeds]


def read(path):
    """All cases of a file, in its order. An unknown key or rule raises TypeError or ValueError."""
    with open(path, "rb") as file:
        cases = [case for entry in tomllib.load(file)["case"] for case in _cases(entry)]
    for case in cases:
        if case.rule not in RULES:
            raise ValueError(f"{case.name}: no such rule: {case.rule}")
    return cases


def chosen(cases, patterns):
    """Those whose name or kind fits one of the patterns; all where there is no pattern."""
    return [case for case in cases
            if not patterns or any(fnmatch.fnmatchcase(name, pattern)
                                   for name in (case.name, case.kind) for pattern in patterns)]


class Shelf:
    """Where cases are found, and made where they are to be made."""

    def __init__(self, places, banlie, work):
        self.places, self.banlie, self.work = places, banlie, work
        asked = subprocess.run([banlie, "generate", "--help"], capture_output=True)
        self.generates = asked.returncode == 0

    def find(self, case):
        """Path of a case and None, or None and why there is none."""
        if case.generate is not None:
            return self._make(case)
        for place in self.places:
            if (place / case.path).exists():
                return place / case.path, None
        return None, f"{case.path} is not there"

    def _make(self, case):
        if not self.generates:
            return None, "this Banlie has no command `generate`"
        path = self.work / case.name
        made = subprocess.run([self.banlie, "generate", path, *case.generate], text=True,
                              capture_output=True)
        if made.returncode != 0:
            return None, f"`banlie generate` failed: {made.stderr.strip()}"
        return path, None
