#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random changes laid over a case come to the case that is edited by hand: here by a program of its own,
on the YAML. Both have to have the same relaxation, to 1e-6, the same trains cancelled and, but where runs are
shifted or closed, the same digest. Changes told in two scenarios come to those told in one; `set` to the
value that stands leaves every file as it is; every plan verifies.

usage: edited_test.py BANLIE FOLDER DRAWS   (exit 77, skipped, where Python reads no YAML)
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

try:
    import yaml
except ImportError:
    sys.exit(77)

banlie, folder, draws = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])


class Texts(yaml.SafeLoader):
    """All scalars are texts, as in the program."""
    yaml_implicit_resolvers = {}


def times(text, factor):
    millionths = int(Decimal(factor) * 10**6)
    return str((2 * int(text) * millionths + 10**6) // (2 * 10**6))


def scale_boxes(case):
    key, factor = random.choice(["from", "to", "id"]), random.choice(["0.7", "1.25", "0.1", "2"])
    code = random.choice(case["demand"])[key]
    for booking in [one for one in case["demand"] if one[key] == code]:
        tiers = booking.get("tiers", [booking])
        for tier in tiers:
            tier["boxes"] = times(tier["boxes"], factor)
        left = [tier for tier in tiers if tier["boxes"] != "0"]
        if not left:
            case["demand"].remove(booking)
        elif "tiers" in booking:
            booking["tiers"] = left
    return {"scale": {"demand": {key: code}, "boxes": factor}}


def scale_cost(case):
    factor = random.choice(["0.5", "1.1", "3"])
    for slot in case["slots"]:
        if re.fullmatch(".*-MAL.*", slot["id"]):
            slot["cost"]["train"] = repr(float(slot["cost"]["train"]) * float(factor))
    return {"scale": {"at": "slots./.*-MAL.*/.cost.train", "by": factor}}


def scale_time(case):
    for slot in case["slots"]:
        hours = int(re.fullmatch("(\\d+)[hm]", slot["runs"]).group(1))
        slot["runs"] = times(hours * (60 if slot["runs"].endswith("h") else 1), "1.07") + "m"
    return {"scale": {"at": "slots./.*/.runs", "by": "1.07"}}


def set_lifts(case):
    station, lifts = random.choice(list(case["stations"])), str(random.randint(1, 9))
    case["stations"][station]["lifts_per_day"] = lifts
    return {"set": {"at": f"stations.{station}.lifts_per_day", "to": lifts}}


def set_nested(case):
    """A key that is absent is made, and the map around it."""
    station, cost = random.choice(list(case["stations"])), str(random.randint(1, 900))
    case["stations"][station].setdefault("transfer", {})["cost"] = cost
    return {"set": {"at": f"stations./{station}/.transfer.cost", "to": cost}}


def set_map(case):
    """A path that ends at a map replaces it whole."""
    slot, cost = random.choice(case["slots"]), {"train": str(random.randint(1, 9000)), "teu": "12.5"}
    slot["cost"] = dict(cost)
    return {"set": {"at": f"slots.{slot['id']}.cost", "to": cost}}


def set_tier(case):
    booking = random.choice([one for one in case["demand"] if "tiers" in one])
    tier, revenue = random.randrange(len(booking["tiers"])), str(random.randint(100, 9000))
    booking["tiers"][tier]["revenue"] = revenue
    return {"set": {"at": f"demand.{as_part(booking['id'])}.tiers.{tier + 1}.revenue", "to": revenue}}


def set_list(case):
    """A list of scalars is reached whole."""
    slot = random.choice([one for one in case["slots"] if free_to_move(case, one)])
    departs = [f"{day} 06:00" for day in random.sample(DAYS, 2)]
    slot["departs"] = list(departs)
    return {"set": {"at": f"slots.{slot['id']}.departs", "to": departs}}


def remove_lifts(case):
    for station in case["stations"].values():
        station.pop("lifts_per_day", None)
    return {"remove": {"at": "stations./.*/.lifts_per_day"}}


def remove_bookings(case):
    """Members by a pattern on their codes; each of the two has to be there."""
    ids = [booking["id"] for booking in random.sample(case["demand"], 2)]
    case["demand"] = [booking for booking in case["demand"] if booking["id"] not in ids]
    return {"remove": {"demand": "|".join(map(re.escape, ids))}}


def remove_trains(case):
    """Trains by hand that may run, of a line that keeps one."""
    train = random.choice([one for one in case["trains"] if removable(case, one)])
    case["trains"].remove(train)
    return {"remove": {"at": f"trains.{train['id']}"}}


def remove_rule(case):
    rule = random.randrange(len(case["load_factors"]))
    del case["load_factors"][rule]
    return {"remove": {"at": f"load_factors.{rule + 1}"}}


def add_booking(case):
    slot = case["slots"][0]
    booking = {"id": f"N.{random.randrange(10**9)}/é", "from": slot["from"], "to": slot["to"], "boxes": "4",
               "container": "20GP", "ready": "2026-12-01", "due": "2026-12-28", "revenue": "9000"}
    case["demand"].append(dict(booking))
    return {"add": {"demand": [booking]}}


def add_train(case):
    """A slot beside another, and a train over it: what is added may refer to what is added."""
    number, like = random.randrange(10**9), random.choice([one for one in case["slots"] if "stops" not in one])
    slot = dict(like, id=f"S{number}", departs=["Wed 05:30"])
    train = {"id": f"T{number}", "line": random.choice(list(case["lines"])), "slots": [slot["id"]], "runs": "optional"}
    case["slots"].append(dict(slot))
    case.setdefault("trains", []).append(dict(train))
    return {"add": {"trains": [train], "slots": [slot]}}


def add_rule(case):
    """Rules on load factors go before those of the case."""
    rule = {"lines": random.choice(list(case["lines"])), "min": "0.1"}
    case.setdefault("load_factors", []).insert(0, dict(rule))
    return {"add": {"load_factors": [rule]}}


def shift_slot(case):
    """Departures by the clock are moved; the days on which trains depart go by those before."""
    slot = random.choice([one for one in case["slots"] if free_to_shift(case, one)])
    shifted.add(slot["id"])
    minutes = random.choice([-1500, -95, 60, 360, 2000])
    days = {}
    for i, departs in enumerate(slot["departs"]):
        day, clock = departs.split(" ")
        hour, minute = map(int, clock.split(":"))
        at = (DAYS.index(day) * 1440 + hour * 60 + minute + minutes) % (7 * 1440)
        days[day] = DAYS[at // 1440]
        slot["departs"][i] = f"{days[day]} {at % 1440 // 60:02}:{at % 60:02}"
    for train in case.get("trains", []):
        if train["slots"][0] == slot["id"] and "departs" in train:
            train["departs"] = [days[day] for day in train["departs"]]
    return {"shift": {"slots": re.escape(slot["id"]), "by": f"{minutes}m"}}


def close_slot(case):
    """A day at the slot's first station, which the case itself can say as `closed`."""
    slot = random.choice(case["slots"])
    day = datetime.date.fromisoformat(case["horizon"]["start"]) + datetime.timedelta(1 + random.randrange(6))
    while not any(departs.startswith(DAYS[day.weekday()]) for departs in slot["departs"]):
        day += datetime.timedelta(1)
    zone, own = ZoneInfo(case["horizon"]["zone"]), ZoneInfo(case["stations"][slot["from"]]["zone"])
    ends = [datetime.datetime.combine(one, datetime.time(), own).astimezone(zone).strftime("%Y-%m-%d %H:%M")
            for one in (day, day + datetime.timedelta(1))]
    slot.setdefault("closed", []).append(str(day))
    return {"close": {"slots": re.escape(slot["id"]), "from": ends[0], "to": ends[1]}}


DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def as_part(code):
    """A code as a part of a path."""
    return code if not re.search("[./]", code) else "/" + code.replace(".", "\\.").replace("/", "\\/") + "/"


def free_to_move(case, slot):
    """Departures on other days are asked by no train by hand, and have not been shifted: shifts are made after
    all that is set."""
    return slot["id"] not in shifted and not any(slot["id"] in train["slots"] for train in case.get("trains", []))


def free_to_shift(case, slot):
    """What is told of days is told in `departs` of trains alone, and of each day once; the clock does not
    change meanwhile."""
    steady = case["horizon"]["start"] >= "2026-11" or case["stations"][slot["from"]]["zone"].startswith("Asia/")
    days = [departs.split(" ")[0] for departs in slot["departs"]]
    regular = any(line.get("regular") for line in case["lines"].values())
    return steady and not regular and "closed" not in slot and len(set(days)) == len(days)


def removable(case, train):
    line = case["lines"][train["line"]]
    return "route" in line or sum(one["line"] == train["line"] for one in case["trains"]) > 1


def may(change, case):
    wanted = {remove_lifts: any("lifts_per_day" in station for station in case["stations"].values()),
              set_tier: any("tiers" in booking for booking in case["demand"]),
              remove_trains: any(removable(case, one) for one in case.get("trains", [])),
              set_list: any(free_to_move(case, one) for one in case["slots"]),
              remove_rule: len(case.get("load_factors", [])) > 0,
              shift_slot: any(free_to_shift(case, one) for one in case["slots"])}
    return wanted.get(change, len(case["demand"]) > 3)


def run(*arguments):
    return subprocess.run([banlie, *arguments], capture_output=True, text=True)


def outcome(work, *arguments):
    done = run("plan", "--relax", "--json", "--force", "-o", work / "plan", *arguments)
    summary = json.loads(done.stdout) if done.returncode == 0 else {}
    return done.returncode, summary.get("digest"), summary.get("relaxation"), summary.get("cancelled")


def same(laid, edited, as_text):
    if laid[0] != edited[0]:
        return False
    near = laid[0] != 0 or abs(laid[2] - edited[2]) <= 1e-6 * max(1, abs(edited[2]))
    return near and laid[3] == edited[3] and (laid[1] == edited[1] or not as_text)


def files_of(out):
    found = {path.name: path.read_bytes() for path in out.iterdir() if path.name != "changes.yaml"}
    summary = json.loads(found["summary.json"])
    del summary["run"], summary["scenario"]
    found["summary.json"] = summary
    return found


def write_scenarios(path, scenarios):
    path.write_text(json.dumps({"banlie-scenario": 1,
                                "scenarios": {name: {"changes": list_of} for name, list_of in scenarios.items()}}))


def verified_plan(work, path, scenario, name):
    """A plan in whole boxes verifies, with its changes found by itself and with the scenario given."""
    out = work / name
    done = run("plan", path, "--quiet", "--force", "--gap", "0.02", "-o", out, "--scenario", scenario)
    if done.returncode in (3, 4, 7):
        return None, done.returncode
    for more in ([], ["--scenario", scenario]):
        verified = run("verify", path, out, *more)
        if verified.returncode != 0:
            return out, f"verify {verified.returncode}: {verified.stdout}"
    return out, done.returncode


def draw_changes(case):
    changes = []
    shifted.clear()
    for _ in range(random.randint(1, 4)):
        change = random.choice(kinds)
        if may(change, case):
            changes.append(change(case))
            used.add(change)
    return changes


def draw(work, path):
    """One draw; what does not hold of it."""
    told = []
    case = yaml.load(path.read_text("utf-8"), Texts)
    del case["scenarios"]
    case["demand"][0]["id"] = "B.0/ü-1"  # a code that has to stand between slashes
    base = work / "base.yaml"
    base.write_text(json.dumps(case))
    stands = {"set": {"at": "horizon.zone", "to": case["horizon"]["zone"]}}
    changes = draw_changes(case)
    (work / "edited.yaml").write_text(json.dumps(case))
    cut = random.randint(0, len(changes))
    write_scenarios(work / "x.yaml", {"x": changes} if changes else {"x": [stands]})
    write_scenarios(work / "parts.yaml", {"a": changes[:cut] or [stands], "b": changes[cut:] or [stands]})
    laid = outcome(work, base, "--scenario", work / "x.yaml")
    edited = outcome(work, work / "edited.yaml")
    as_text = not any(kind in change for change in changes for kind in ("shift", "close"))
    if not same(laid, edited, as_text):
        told.append(f"laid over it is {laid}, edited {edited}")
    parts = outcome(work, base, "--scenario", f"{work / 'parts.yaml'}#a", "--scenario", f"{work / 'parts.yaml'}#b")
    if parts != laid:
        told.append(f"in two scenarios it is {parts}, in one {laid}")
    out, verified = verified_plan(work, base, work / "x.yaml", "whole")
    if verified not in (0, 3, 4, 7):
        told.append(f"{verified}")
    if out is not None:
        others, _ = verified_plan(work, base, out / "changes.yaml", "again")
        if others is None or files_of(others) != files_of(out):
            told.append("changes.yaml does not plan the same again")
    return [f"{path.name} {json.dumps(changes)}: {fault}" for fault in told]


def check_standing(work, path):
    """`set` to the value that stands leaves every file as it is."""
    case = yaml.load(path.read_text("utf-8"), Texts)
    booking = random.choice(case["demand"])
    write_scenarios(work / "stands.yaml", {"s": [
        {"set": {"at": f"demand.{booking['id']}.ready", "to": booking["ready"]}},
        {"set": {"at": "horizon.zone", "to": case["horizon"]["zone"]}}]})
    run("plan", path, "--quiet", "--force", "--gap", "0.02", "-o", work / "plain")
    run("plan", path, "--quiet", "--force", "--gap", "0.02", "-o", work / "stands", "--scenario", work / "stands.yaml")
    return [] if files_of(work / "plain") == files_of(work / "stands") else [f"{path.name}: set to what stands"]


random.seed(13)
cases = sorted(folder.glob("*.yaml"))
kinds = [scale_boxes, scale_cost, scale_time, set_lifts, set_nested, set_map, set_tier, set_list, remove_lifts,
         remove_bookings, remove_trains, remove_rule, add_booking, add_train, add_rule, shift_slot, close_slot]
used, shifted = set(), set()
faults = []
with tempfile.TemporaryDirectory() as folder_of_work:
    work = pathlib.Path(folder_of_work)
    for number in range(draws):
        path = random.choice(cases)
        faults += draw(work, path)
        if number % 10 == 0:
            faults += check_standing(work, path)
faults += [f"{kind.__name__} was never drawn" for kind in kinds if kind not in used]
print("\n".join(faults))
print(f"{draws} draws, {len(faults)} faults")
sys.exit(1 if faults else 0)
