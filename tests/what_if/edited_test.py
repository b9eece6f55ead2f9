#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random changes laid over a case come to the case that is edited by hand: here by a program of its own,
on the YAML. Both have to have the same digest and relaxation.

usage: edited_test.py BANLIE FOLDER DRAWS   (exit 77, skipped, where Python reads no YAML)
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
from decimal import Decimal

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


def remove_lifts(case):
    for station in case["stations"].values():
        station.pop("lifts_per_day", None)
    return {"remove": {"at": "stations./.*/.lifts_per_day"}}


def remove_booking(case):
    booking = case["demand"].pop(random.randrange(len(case["demand"])))
    return {"remove": {"demand": booking["id"]}}


def add_booking(case):
    slot = case["slots"][0]
    booking = {"id": f"N{random.randrange(10**9)}", "from": slot["from"], "to": slot["to"], "boxes": "4",
               "container": "20GP", "ready": "2026-12-01", "due": "2026-12-28", "revenue": "9000"}
    case["demand"].append(dict(booking))
    return {"add": {"demand": [booking]}}


def may(change, case):
    if change is remove_lifts:
        return any("lifts_per_day" in station for station in case["stations"].values())
    return len(case["demand"]) > 2


def outcome(work, *arguments):
    done = subprocess.run([banlie, "plan", "--relax", "--json", "--force", "-o", work / "plan", *arguments],
                          capture_output=True, text=True)
    summary = json.loads(done.stdout) if done.returncode == 0 else {}
    return done.returncode, summary.get("digest"), summary.get("relaxation")


random.seed(13)
cases = sorted(folder.glob("*.yaml"))
kinds = [scale_boxes, scale_cost, scale_time, set_lifts, remove_lifts, remove_booking, add_booking]
faults = 0
with tempfile.TemporaryDirectory() as work:
    work = pathlib.Path(work)
    for _ in range(draws):
        path = random.choice(cases)
        case = yaml.load(path.read_text("utf-8"), Texts)
        del case["scenarios"]
        changes = []
        for _ in range(random.randint(1, 4)):
            change = random.choice(kinds)
            if may(change, case):
                changes.append(change(case))
        (work / "x.yaml").write_text(json.dumps({"banlie-scenario": 1, "scenarios": {"x": {"changes": changes}}}))
        (work / "edited.yaml").write_text(json.dumps(case))
        laid = outcome(work, path, "--scenario", work / "x.yaml")
        edited = outcome(work, work / "edited.yaml")
        if laid != edited:
            faults += 1
            print(f"{path.name} {json.dumps(changes)}: {laid} is not {edited}")
print(f"{draws} draws, {faults} faults")
sys.exit(1 if faults else 0)
