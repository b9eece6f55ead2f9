#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every call to the file system fails once: for n = 1, 2, 3, ... the n-th call of a run fails, until a
run makes fewer than n. Whatever fails: no crash, no proof of anything, no half a plan, nothing of the
user's lost, nothing left behind, and the cause that is told is the cause. And every call is once the
last one of a run, as by `kill -9`: what the next run finds and leaves is looked at then.

usage: file_sweep.py BANLIE SHIM ROOT [--all | --few]

With --all each call fails in each of three ways, else the ways take turns, and every fifth call is
once a run's last; with --few only every third call fails. Output is TAP.
"""
import errno
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

BANLIE, SHIM, ROOT = (os.path.realpath(name) for name in sys.argv[1:4])
EVERY_WAY = "--all" in sys.argv
STEP = 3 if "--few" in sys.argv else 1
TINY = os.path.join(ROOT, "scenarios", "tiny")
EVERY_CHANGE = os.path.join(ROOT, "tests", "what_if", "faults", "every-change.yaml")
WAYS = [errno.ENOSPC, errno.EIO, errno.EACCES]


def run(arguments, cwd, fault=None):
    """Runs the program. -> exit code, stdout, stderr, name of the call that failed or None"""
    environment = dict(os.environ, LC_ALL="C.UTF-8", TMPDIR=os.path.join(cwd, "tmp"))
    log = os.path.join(os.path.dirname(cwd), "log")
    if fault is not None:
        options = environment.get("ASAN_OPTIONS", "")
        environment.update(LD_PRELOAD=SHIM, FAULTY_AT=str(fault[0]), FAULTY_ERRNO=str(fault[1]),
                           FAULTY_LOG=log, ASAN_OPTIONS=options + ":verify_asan_link_order=0")
    done = subprocess.run([BANLIE, *arguments], cwd=cwd, env=environment, capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=120)
    hit = None
    if fault is not None and os.path.exists(log):
        with open(log, encoding="utf-8") as file:
            hit = file.read()
        os.unlink(log)
    return done.returncode, done.stdout.decode(), done.stderr.decode(), hit


def content(path):
    """What is at a path: {name: bytes}, folders within as dicts, a plan's `run` block left out."""
    if not os.path.isdir(path):
        with open(path, "rb") as file:
            data = file.read()
        if os.path.basename(path) == "summary.json":
            document = json.loads(data)
            document.pop("run")
            data = json.dumps(document).encode()
        return data
    return {name: content(os.path.join(path, name)) for name in os.listdir(path)}


class Sweep:
    """One command on one arrangement of files, with each of its calls failing in turn."""

    def __init__(self, sentence, arguments, arrange, judge):
        self.sentence, self.arguments, self.arrange, self.judge = sentence, arguments, arrange, judge

    def once(self, work, fault):
        cwd = os.path.join(work, "here")
        shutil.rmtree(cwd, ignore_errors=True)
        os.makedirs(os.path.join(cwd, "tmp"))
        self.arrange(cwd)
        code, out, err, hit = run(self.arguments, cwd, fault)
        if hit is None:
            return None, ["fails without a fault: %d %s" % (code, err)] if code != 0 else []
        wrong = []
        if code < 0 or code > 127:
            wrong.append("crash")
        if code in (4, 7, 8):
            wrong.append("a wrong verdict")
        if code != 0 and os.strerror(fault[1]) not in err + out:
            wrong.append("another cause is told")
        if "AddressSanitizer" in err or "runtime error" in err:
            wrong.append("a sanitizer complains")
        wrong += self.judge(cwd, code, err)
        return hit, ["%d (%s, %s), exit %d: %s | %s" % (
            fault[0], hit, errno.errorcode[fault[1]], code, one, err.strip()[-300:])
            for one in wrong]

    def all(self, work):
        faults = []
        calls = 0
        for n in range(1, 100000, STEP):
            for way in WAYS if EVERY_WAY else [WAYS[n // STEP % len(WAYS)]]:
                hit, wrong = self.once(work, (n, way))
                faults += wrong
            if hit is None:
                break
            calls += 1
        return calls, faults


def plan(folder, *flags):
    return ["plan", TINY, "-o", folder, "--quiet", *flags]


class KillSweep(Sweep):
    """The same with runs that end in the middle; then comes one that ends well."""

    def __init__(self, sentence, arguments, arrange, judge, is_sound):
        super().__init__(sentence, arguments, arrange, judge)
        self.is_sound = is_sound

    def once(self, work, n):
        cwd = os.path.join(work, "here")
        shutil.rmtree(cwd, ignore_errors=True)
        os.makedirs(os.path.join(cwd, "tmp"))
        self.arrange(cwd)
        code, _, err, hit = run(self.arguments, cwd, (n, 0))
        if hit is None:
            return None, []
        wrong = [] if self.is_sound(cwd) else ["half a plan passes for one"]
        code, _, err, _ = run(self.arguments, cwd)
        if code != 0:
            wrong.append("the next run fails")
        wrong += self.judge(cwd, code, err)
        return hit, ["%d (%s, killed), then exit %d: %s | %s" % (n, hit, code, one, err.strip()[-300:])
                     for one in wrong]

    def all(self, work):
        faults = []
        calls = 0
        for n in range(1, 100000, 1 if EVERY_WAY else 5 * STEP):
            hit, wrong = self.once(work, n)
            faults += wrong
            if hit is None:
                break
            calls += 1
        return calls, faults


class Plans:
    """Plans over an older one. Old and new differ in what they list, and so in their bytes."""

    def __init__(self, work):
        self.old, self.new = os.path.join(work, "old"), os.path.join(work, "new")
        os.makedirs(os.path.join(work, "tmp"))
        for folder, flags in ((self.old, ["--no-bom"]), (self.new, [])):
            code, _, err, _ = run(plan(folder, *flags), work)
            assert code == 0, err
        self.whole = content(self.new)
        assert content(self.old) != self.whole

    def arrange_with(self, others, folder):
        """The older plan with the user's own files beside ours."""

        def arrange(cwd):
            place = os.path.join(cwd, folder)
            if others is not None:
                shutil.copytree(self.old, place)
                for name, text in others.items():
                    os.makedirs(os.path.dirname(os.path.join(place, name)), exist_ok=True)
                    with open(os.path.join(place, name), "w", encoding="utf-8") as file:
                        file.write(text)
            self.before = content(place) if others is not None else None
            self.others = {} if others is None else {
                name: data for name, data in self.before.items() if name not in self.whole}
        return arrange

    def judge_in(self, folder):
        def judge(cwd, code, err):
            place = os.path.join(cwd, folder)
            wrong = []
            found = content(place) if os.path.isdir(place) else None
            is_new = found == {**self.whole, **self.others}
            if not is_new and found != self.before:
                wrong.append("neither the old plan nor the new one")
            if code == 0 and not is_new:
                wrong.append("done, and no new plan")
            said = re.search(r"the plan is in (.*) instead", err)
            elsewhere = os.path.normpath(os.path.join(cwd, said.group(1))) if said else None
            if said and content(elsewhere) != self.whole:
                wrong.append("no whole plan elsewhere")
            expected = {folder.split("/")[0], "tmp"} if found is not None else {"tmp"}
            if elsewhere is not None and os.path.dirname(elsewhere) == cwd:
                expected.add(os.path.basename(elsewhere))
            if set(os.listdir(cwd)) != expected or (
                    os.listdir(os.path.join(cwd, "tmp")) and
                    (elsewhere is None or os.path.dirname(elsewhere) == cwd)):
                wrong.append("left behind: %s" % os.listdir(cwd))
            return wrong
        return judge


    def sound_in(self, folder):
        """After a kill: the old plan, the new one, or none that passes for one. What is the user's
        is there in any case."""

        def is_sound(cwd):
            place = os.path.join(cwd, folder)
            if not os.path.isdir(place):
                return self.before is None
            found = {name: data for name, data in content(place).items() if ".tmp-" not in name}
            return found in (self.before, {**self.whole, **self.others}) or (
                "summary.json" not in found and all(
                    found.get(name) == data for name, data in self.others.items()))
        return is_sound


def read_only(cwd, code, err):
    """Commands that only read leave nothing behind."""
    return [] if os.listdir(cwd) == ["tmp"] else ["something was written"]


def changed_plan(cwd, code, err):
    """A plan with its changes, or none."""
    place = os.path.join(cwd, "X")
    found = os.listdir(place) if os.path.isdir(place) else None
    wrong = [] if found is not None or code != 0 else ["done, and no plan"]
    if found is not None and not {"changes.yaml", "summary.json"} <= set(found):
        wrong.append("half a plan")
    return wrong


def model_place(work):
    reference = os.path.join(work, "model.mps")
    code, _, err, _ = run(["export", TINY, "--format", "mps", "-o", reference], work)
    assert code == 0, err
    model = content(reference)

    def arrange(cwd):
        with open(os.path.join(cwd, "model.mps"), "w", encoding="utf-8") as file:
            file.write("older\n")

    def judge(cwd, code, err):
        found = content(os.path.join(cwd, "model.mps"))
        wrong = [] if found in (model, b"older\n") else ["half a model"]
        if code == 0 and found != model:
            wrong.append("done, and no new model")
        if sorted(os.listdir(cwd)) != ["model.mps", "tmp"]:
            wrong.append("left behind: %s" % os.listdir(cwd))
        return wrong
    return arrange, judge


def case_place(work):
    code, _, err, _ = run(["new", "reference"], work)
    assert code == 0, err
    case = content(os.path.join(work, "reference", "case.yaml"))

    def arrange(cwd):
        os.mkdir(os.path.join(cwd, "mine"))
        with open(os.path.join(cwd, "mine", "case.yaml"), "w", encoding="utf-8") as file:
            file.write("mine\n")

    def judge(cwd, code, err):
        found = content(os.path.join(cwd, "mine"))
        old, new = {"case.yaml": b"mine\n"}, {"case.yaml": case, "case.yaml.old": b"mine\n"}
        return [] if found == new or (code != 0 and found == old) else ["left: %s" % list(found)]
    return arrange, judge


def compared_place(work, plans):
    """Over an older comparison, with a note beside it."""
    older, younger = os.path.join(work, "compared-old"), os.path.join(work, "compared-new")
    for folder, flags in ((older, ["--no-bom"]), (younger, [])):
        code, _, err, _ = run(["compare", plans.old, plans.new, "-o", folder, *flags], work)
        assert code == 0, err
    both = [{**content(folder), "note": b"mine\n"} for folder in (older, younger)]

    def arrange(cwd):
        shutil.copytree(older, os.path.join(cwd, "mine"))
        with open(os.path.join(cwd, "mine", "note"), "w", encoding="utf-8") as file:
            file.write("mine\n")

    def judge(cwd, code, err):
        found = content(os.path.join(cwd, "mine"))
        wrong = [] if found in both else ["neither the old comparison nor the new one"]
        if code == 0 and found != both[1]:
            wrong.append("done, and no new comparison")
        if sorted(os.listdir(cwd)) != ["mine", "tmp"]:
            wrong.append("left behind: %s" % os.listdir(cwd))
        return wrong
    return arrange, judge


def plan_with_a_change(work):
    """A plan with a change."""
    scenario, folder = os.path.join(work, "change.yaml"), os.path.join(work, "changed")
    with open(scenario, "w", encoding="utf-8") as file:
        file.write("banlie-scenario: 1\nscenarios: {it: {changes: [{set: {at: demand.B.boxes, to: 2}}]}}\n")
    code, _, err, _ = run(plan(folder, "--scenario", scenario), work)
    assert code == 0, err
    return folder


def nothing_left(cwd, code, err):
    """Plans that are made in passing are gone, and the comparison is whole or not there."""
    left = os.listdir(os.path.join(cwd, "tmp")) + [name for name in os.listdir(cwd) if name not in ("mine", "tmp")]
    whole = ["kpi.csv", "trains.csv", "bookings.csv", "flows.csv", "prices.csv", "why.csv"]
    mine = os.path.join(cwd, "mine")
    return (["left behind: %s" % left] if left else []) + (
        ["half a comparison"] if os.path.exists(mine) and set(os.listdir(mine)) != set(whole) else [])


LITTLE = ["--kind", "national", "--trains", "4", "--bookings", "20"]


def generated_place(work):
    """Over an older case, with a note beside it."""
    cases = []
    for name, seed in (("older", "1"), ("younger", "2")):
        code, _, err, _ = run(["generate", name, *LITTLE, "--seed", seed], work)
        assert code == 0, err
        cases.append({**content(os.path.join(work, name)), "note": b"mine\n"})

    def arrange(cwd):
        shutil.copytree(os.path.join(work, "older"), os.path.join(cwd, "mine"))
        with open(os.path.join(cwd, "mine", "note"), "w", encoding="utf-8") as file:
            file.write("mine\n")

    def judge(cwd, code, err):
        found = content(os.path.join(cwd, "mine"))
        wrong = [] if found in cases else ["neither the old case nor the new one"]
        if code == 0 and found != cases[1]:
            wrong.append("done, and no new case")
        if sorted(os.listdir(cwd)) != ["mine", "tmp"]:
            wrong.append("left behind: %s" % os.listdir(cwd))
        return wrong
    return arrange, judge


def sweeps(work):
    plans = Plans(work)
    nothing = None, "X"
    notes = {"notes.xlsx": "mine"}, "X"
    folder = {"notes.xlsx": "mine", "sub/deeper": "mine"}, "X"
    for what, (others, place) in (("a new place", nothing), ("an older plan with notes", notes),
                                  ("an older plan with a folder in it", folder)):
        told = plan(place, "--force"), plans.arrange_with(others, place), plans.judge_in(place)
        yield Sweep("plan into " + what + ": any call may fail", *told)
        yield KillSweep("plan into " + what + ": any call may be the last", *told,
                        plans.sound_in(place))
    yield Sweep("check: any call may fail", ["check", TINY], lambda cwd: None, read_only)
    yield Sweep("check with a scenario: any call may fail", ["check", TINY, "--scenario", EVERY_CHANGE],
                lambda cwd: None, read_only)
    yield Sweep("plan with a scenario: any call may fail", plan("X", "--scenario", EVERY_CHANGE), lambda cwd: None,
                changed_plan)
    yield Sweep("verify: any call may fail", ["verify", TINY, plans.old], lambda cwd: None, read_only)
    yield Sweep("export: any call may fail", ["export", TINY, "--format", "mps", "-o", "model.mps"],
                *model_place(work))
    yield Sweep("generate: any call may fail",
                ["generate", "mine", *LITTLE, "--seed", "2", "--force"], *generated_place(work))
    yield Sweep("compare: any call may fail", ["compare", plans.old, plans.new, "-o", "mine", "--force"],
                *compared_place(work, plans))
    yield Sweep("compare --why: any call may fail",
                ["compare", plans.old, plan_with_a_change(work), "--why", TINY, "-o", "mine"], lambda cwd: None, nothing_left)
    yield Sweep("new: any call may fail", ["new", "mine", "--force"], *case_place(work))


def main():
    # In memory where that can be: thousands of files are brought to the disk.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="banlie-faults-", dir=memory) as work:
        number = 0
        for sweep in sweeps(work):
            number += 1
            calls, faults = sweep.all(work)
            print("%s %d - %s (%d calls)" % (
                "ok" if not faults else "not ok", number, sweep.sentence, calls))
            for fault in faults:
                print("#   call " + fault.replace("\n", "\n#     "))
            sys.stdout.flush()
        print("1..%d" % number)


main()
