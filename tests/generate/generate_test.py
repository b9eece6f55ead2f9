#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`banlie generate` from outside: bytes, folders, refusals, and what made-up cases are like. TAP.

usage: generate_test.py BANLIE ROOT [CASES [FIRST]]
CASES: how many cases of random parameters are made and checked, from seed FIRST on.
"""
import csv
import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

BANLIE, ROOT = os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2])
CASES = int(sys.argv[3]) if len(sys.argv) > 3 else 25
FIRST = int(sys.argv[4]) if len(sys.argv) > 4 else 1
FEATURES = ["rakes", "equipment", "feeders", "classes", "tiers", "must", "limits", "balance"]

# Of all files but the first line of case.yaml, which has the version: another machine has to come to
# the same. Whoever changes what is made has to change these.
DIGESTS = {
    ("--seed", "1"): "00c420947375014f59636ca6ad5f3ca49fa74fecaa1934105af72ea726712003",
    ("--kind", "national", "--seed", "1", "--candidates", "1500"):
        "b73f72b9198109c9265248e49d29f9591f3aa4759a09b380c2367df33992a745",
}

number = 0


def report(sentence, faults):
    global number
    number += 1
    faults = [fault for fault in faults if fault]
    print("%s %d - %s" % ("not ok" if faults else "ok", number, sentence))
    for fault in faults:
        print("#   " + str(fault).replace("\n", "\n#   "))
    sys.stdout.flush()


def run(*arguments):
    done = subprocess.run([BANLIE, *arguments], capture_output=True, text=True, check=False,
                          stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout, done.stderr


def made(folder, *options):
    """Makes a case anew; its files as {name: bytes}."""
    shutil.rmtree(folder, ignore_errors=True)
    code, _, err = run("generate", folder, *options)
    assert code == 0, (options, err)
    return content(folder)


def content(folder):
    found = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = file.read()
    return found


def first_line(files):
    return files["case.yaml"].split(b"\n", 1)[0].decode()


def digest(files):
    sha = hashlib.sha256()
    for name, data in sorted(files.items()):
        sha.update(name.encode() + b"\0" + (data.split(b"\n", 1)[1] if name == "case.yaml" else data))
    return sha.hexdigest()


def rows(files):
    return list(csv.DictReader(files["bookings.csv"].decode().splitlines()))


def checked(folder):
    """What `banlie check` finds: (errors, warnings, first line).

    Minima that trains over slots of several sizes reach only with boxes that ride a part of the way are odd, but
    what the parameters ask for, and a country's bookings that pay less than they cost are drawn so: neither counts."""
    code, out, err = run("check", folder)
    counts = re.match(r"(\d+) errors?, (\d+) warnings?$", (out.splitlines() or [""])[-1])
    if counts is None:
        return (1, 0, "exit %d: %s" % (code, err))
    told = [line for line in out.splitlines()
            if "has to reach a load factor" not in line and "but its cheapest way costs" not in line]
    return int(counts[1]), int(counts[2]) - (len(out.splitlines()) - len(told)), told[0]


def bytes_are_the_same():
    for options, expected in DIGESTS.items():
        files = made("one", *options)
        report("the same bytes as ever: " + " ".join(options),
               [digest(files) != expected and "they have " + digest(files)])
        report("a second time, too", [made("two", *options) != files and "they differ"])
        line = first_line(files)
        again = re.match(r"# made by banlie generate (.*) \(version [0-9.]+\)$", line)
        report("the first line says how the case was made",
               [again is None and line, again and made("two", *again[1].split()) != files and "it is another case"])
        seed = [option if option != "1" else "2" for option in options]
        report("another seed makes another case",
               [made("two", *seed)["slots.yaml"] == files["slots.yaml"] and "the same slots"])


def a_longer_list_begins_alike():
    for kind in ("operator", "national"):
        short = rows(made("one", "--kind", kind, "--bookings", "50"))
        long = rows(made("two", "--kind", kind, "--bookings", "200"))
        same = ["id", "from", "to", "boxes", "container", "ready", "due", "revenue"]
        pick = lambda row: [row[name] for name in same]
        known = {row["id"]: pick(row) for row in long}
        report(kind + ": a longer list of bookings begins with the shorter one",
               ["%s differs" % row["id"] for row in short if known[row["id"]] != pick(row)][:3])


REFUSED = [
    (["--kind", "regional"], "--kind"),
    (["--seed", "-1"], "--seed"),
    (["--seed", "9223372036854775808"], "--seed"),
    (["--seed", "1.5"], "--seed"),
    (["--weeks", "0"], "--weeks"),
    (["--weeks", "53"], "--weeks"),
    (["--bookings", "0"], "--bookings"),
    (["--bookings", "1e3"], "--bookings"),
    (["--lines", "13"], "--lines"),
    (["--demand", "0"], "--demand"),
    (["--demand", "10.001"], "--demand"),
    (["--demand", "nan"], "--demand"),
    (["--load-factor", "1.201"], "--load-factor"),
    (["--load-factor", "0.9415"], "--load-factor"),
    (["--load-factor", "94%"], "--load-factor"),
    (["--start", "2019-12-31"], "--start"),
    (["--start", "2026-02-30"], "--start"),
    (["--start", "soon"], "--start"),
    (["--without", "wagons"], "--without"),
    (["--without", ""], "--without"),
    (["--without", "rakes,,feeders"], "--without"),
    (["--trains", "34"], "--trains"),
    (["--kind", "national", "--lines", "4"], "--lines"),
    (["--kind", "national", "--trains", "1"], "--trains"),
    (["--kind", "national", "--candidates", "339"], "--candidates"),
    (["--kind", "national", "--load-factor", "0.6"], "--load-factor"),
    (["--fast"], "--fast"),
    (["two"], "two"),
]


def wrong_parameters():
    for options, named in REFUSED:
        code, out, err = run("generate", "none", *options)
        report("refused: " + " ".join(options),
               [code != 2 and "exit %d" % code, named not in err and "not named: " + err,
                err.count("\n") != 1 and "not one line: " + err, out,
                os.path.exists("none") and "a folder was made"])
    code, _, _ = run("generate")
    report("a folder is asked for", [code != 2 and "exit %d" % code])


def folders():
    made("mine")
    os.makedirs("other")
    for name, text in (("other/notes", "mine"), ("mine/notes", "mine")):
        with open(name, "w", encoding="utf-8") as file:
            file.write(text)
    before = content("mine")
    code, _, err = run("generate", "mine", "--seed", "2")
    report("an older case is left alone", [code != 9 and code, content("mine") != before and "it was changed",
                                           "--force" not in err and err])
    code, _, err = run("generate", "mine", "--kind", "national", "--trains", "10", "--force")
    files = content("mine")
    report("unless it is forced", [code, first_line(files) == first_line(before) and "it is the old one"])
    report("then no file of the older one is left, but what is not ours",
           [sorted(files) != ["bookings.csv", "case.yaml", "lines.yaml", "network.yaml", "notes", "slots.yaml"]
            and sorted(files)])
    for force in ([], ["--force"]):
        code, _, err = run("generate", "other", *force)
        report("a folder that is not ours is left alone " + " ".join(force),
               [code != 9 and code, os.listdir("other") != ["notes"] and os.listdir("other"),
                err.count("\n") != 1 and err])
    shutil.rmtree("other")
    os.makedirs("other")
    with open("other/case.yaml", "w", encoding="utf-8") as file:
        file.write("banlie: 1\n")
    code, _, _ = run("generate", "other", "--force")
    report("nor is a case that was written by hand replaced",
           [code != 9 and code, content("other") != {"case.yaml": b"banlie: 1\n"} and "it was"])
    os.makedirs("empty")
    code, _, _ = run("generate", "empty")
    report("an empty folder will do", [code])
    code, _, err = run("generate", "no/such/place")
    report("a folder that cannot be made is told", [code != 9 and code, "no/such/place" not in err and err])
    report("nothing is left behind", [[name for name in os.listdir(".") if "tmp" in name]])


def defaults_are_clean():
    for kind in ("operator", "national"):
        for seed in ("1", "2", "3"):
            made("one", "--kind", kind, "--seed", seed)
            errors, warnings, told = checked("one")
            report("%s, seed %s: nothing is wrong or odd" % (kind, seed), [errors + warnings > 0 and told])


def draw_options(draw):
    """Options of any kind, at the ends of their ranges as well."""
    start = draw.choice(["2026-11-30", "2024-02-28", "2027-03-24", "2026-10-21", "2099-12-31", "2020-01-01"])
    options = ["--seed", str(draw.choice([0, 2**63 - 1, draw.randrange(2**63)])), "--start", start,
               "--weeks", str(draw.choice([1, 1, 2, 3, 8])), "--demand", draw.choice(["0.1", "0.5", "1", "10"])]
    if draw.random() < 0.6:
        options += ["--bookings", str(draw.choice([1, 2, 7, 96, 1000]))]
    if draw.random() < 0.3:
        trains = draw.choice([2, 3, 17, 85])
        candidates = draw.choice([0, trains, 4 * trains])
        options += ["--kind", "national", "--trains", str(trains), "--candidates", str(candidates)]
        return options + (["--load-factor", draw.choice(["0.6", "1.2"])] if candidates > 0 else [])
    without = [name for name in FEATURES if draw.random() < 0.25]
    return options + (["--without", ",".join(without)] if without else []) + [
        "--lines", str(draw.randint(1, 12)), "--paths", draw.choice(["0", "0.3", "1"]),
        "--load-factor", draw.choice(["0", "0.5", "0.94", "1.2"]),
        "--return-load-factor", draw.choice(["0", "0.75", "1.2"]),
        "--return-ratio", draw.choice(["0", "0.6", "2"]), "--own-boxes", draw.choice(["0", "0.8", "5"])]


def random_parameters():
    faults = []
    for seed in range(FIRST, FIRST + CASES):
        options = draw_options(random.Random(seed))
        made("one", *options)
        errors, _, told = checked("one")
        faults.append(errors > 0 and "%s: %s" % (" ".join(options), told))
        # A clock change that skips or repeats a time is told, and is all there is to tell.
        out = run("check", "one")[1].splitlines()[:-1]
        faults += ["%s: %s" % (" ".join(options), line) for line in out
                   if "clock change" not in line and "has to reach a load factor" not in line
                   and "but its cheapest way costs" not in line]
    report("%d cases of random parameters are in order" % CASES, faults)


def what_is_left_out():
    keys = {"rakes": "\nrakes:", "equipment": "\nequipment:", "feeders": "\nfeeders:", "classes": "\ncargo:",
            "tiers": "tiers:", "must": "min: 1,", "limits": "_per_day:", "balance": "\nbalance:"}
    whole = made("one", "--seed", "9")
    for feature, key in keys.items():
        # Feeders have a limit of their own.
        without = feature if feature != "limits" else "limits,feeders"
        files = made("two", "--seed", "9", "--without", without)
        text = lambda case: "\n" + "\n".join(data.decode() for data in case.values())
        report("without " + feature, [key not in text(whole) and "it is nowhere anyway",
                                      key in text(files) and "it is there all the same", checked("two")[0]])


def load_factors():
    """The ceiling of a line: the least room on its way, filled all along."""
    for seed in ("1", "2"):
        files = made("one", "--seed", seed)
        slots = {tuple(at[:2]): (int(at[2]), int(at[3])) for at in re.findall(
            r"from: (\w+), to: (\w+),[^\n]*km: (\d+),[^\n]*\n *teu: (\d+)", files["slots.yaml"].decode())}
        lines = files["lines.yaml"].decode()
        for direction, share in (("outbound", 0.94), ("return", 0.75)):
            ceilings = []
            for route in re.findall(r"direction: %s,\s+route: \[([^]]*)\]" % direction, lines):
                stations = route.split(", ")
                legs = [slots[pair] for pair in zip(stations, stations[1:])]
                ceilings.append(min(teu for _, teu in legs) * sum(km for km, _ in legs) /
                                sum(km * teu for km, teu in legs))
            least = [float(text) for text in re.findall(r"offered: 0.982, min: ([0-9.]+)", lines)]
            wanted = share * sum(ceilings) / len(ceilings)
            found = least[0 if direction == "outbound" else 1]
            report("seed %s, %s: the least load factor is near what can be reached" % (seed, direction),
                   [not wanted - 0.012 < found <= wanted and "%g, not %g" % (found, wanted)])


def plans():
    """Small cases have a plan with trains that earns something, and it is verified."""
    for options in (["--lines", "2", "--weeks", "1"], ["--lines", "2", "--weeks", "1", "--seed", "2"],
                    ["--kind", "national", "--trains", "12"],
                    ["--kind", "national", "--trains", "12", "--candidates", "40", "--load-factor", "0.5"]):
        made("one", *options)
        code, _, err = run("plan", "one", "-o", "one-plan", "--force", "--quiet", "--gap", "0.05",
                           "--time-limit", "20s")
        with open("one-plan/summary.json", encoding="utf-8") as file:
            objective = float(re.search(r'"objective": (-?[0-9.]+)', file.read())[1])
        with open("one-plan/trains.csv", encoding="utf-8-sig") as file:
            trains = len(list(csv.DictReader(file)))
        report("planned: " + " ".join(options), [code and err, objective <= 0 and objective, trains < 1 and "no train"])


def the_page_is_right():
    """docs/reference/generate.md has every option with its defaults."""
    with open(os.path.join(ROOT, "docs/reference/generate.md"), encoding="utf-8") as file:
        page = file.read()
    _, out, _ = run("generate", "--help")
    options = re.findall(r"^  (?:-h, )?--([a-z-]+)(?:=\w+)? +(.*)$", out, flags=re.M)
    faults = []
    for name, text in options:
        row = re.search(r"^\| `--%s[ `][^\n]*$" % name, page, flags=re.M)
        if name not in ("help", "lang", "force") and row is None:
            faults.append("--%s has no row" % name)
        for kind, value in re.findall(r"(operator|national): ([0-9.-]+)(?=[,)])", text):
            column = row and row[0].split("|")[3 if kind == "operator" else 4].strip()
            faults.append(row and column != value and "--%s: %s is %s, the page has %s" % (name, kind, value, column))
    report("the page of the reference has all options and defaults",
           faults + [len(options) < 15 and "few options were found"])


def main():
    work = tempfile.mkdtemp(prefix="banlie-generate-")
    os.chdir(work)
    try:
        for part in (bytes_are_the_same, a_longer_list_begins_alike, wrong_parameters, folders,
                     defaults_are_clean, random_parameters, what_is_left_out, load_factors, plans,
                     the_page_is_right):
            part()
    finally:
        os.chdir("/")
        shutil.rmtree(work)
    print("1..%d" % number)


main()
