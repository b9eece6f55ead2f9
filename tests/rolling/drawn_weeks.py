# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws small cases of three weeks: one network, bookings that are sold week by week."""
import datetime
import json
import random

START = datetime.date(2026, 11, 30)
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
ZONES = {"A": "Asia/Shanghai", "B": "Asia/Shanghai", "C": "Asia/Almaty", "D": "Europe/Berlin"}


def day(offset):
    return (START + datetime.timedelta(days=offset)).isoformat()


def draw_stations(rng):
    stations = {}
    for code, zone in ZONES.items():
        station = {"country": "CN" if code in "AB" else "KZ" if code == "C" else "DE", "zone": zone,
                   "load": {"cost": rng.randint(0, 300), "cutoff": rng.choice(["0", "6h", "12h"])},
                   "unload": {"cost": rng.randint(0, 300), "release": rng.choice(["0", "6h"])},
                   "through": {"min": "0", "max": "4d"}}
        if rng.random() < 0.7:
            station["transfer"] = {"min": "2h", "max": "5d", "cost": 50}
        if rng.random() < 0.3:
            station["gauge_break"] = True
        if rng.random() < 0.3:
            station["lifts_per_day"] = rng.randint(15, 60)
        if rng.random() < 0.2:
            station["trains_per_day"] = rng.randint(1, 3)
        stations[code] = station
    return stations


def draw_slots(rng):
    slots = []
    for a, b in [("A", "B"), ("B", "C"), ("C", "D"), ("D", "C"), ("C", "B"), ("B", "A"), ("A", "C")]:
        for i in range(rng.randint(1, 2)):
            slot = {"id": f"{a}{b}{i}", "from": a, "to": b,
                    "departs": [f"{d} {rng.randint(0, 23):02d}:00"
                                for d in rng.sample(DAYS, rng.randint(1, 2))],
                    "runs": f"{rng.randint(12, 110)}h", "km": rng.randint(500, 3000),
                    "teu": rng.randint(8, 24), "rake": rng.choice(["P", "P", "Q"]),
                    "cost": {"train": rng.randint(500, 4000), "teu": rng.randint(10, 60),
                             "empty_teu": rng.randint(5, 20)}}
            if rng.random() < 0.3:
                slot["upper_teu"] = rng.randint(2, 8)
            if rng.random() < 0.3:
                slot["tonnes"] = rng.randint(120, 400)
            if rng.random() < 0.2:
                slot["trains"] = 2
            if rng.random() < 0.2 and {a, b} == {"A", "C"}:
                slot["stops"] = [{"at": "B", "arrives": "4h", "departs": "8h", "km": slot["km"] / 3}]
            slots.append(slot)
    return slots


def draw_lines(rng):
    lines = {}
    for name, route in [("A-C", "ABC"), ("A-D", "ABCD"), ("D-A", "DCBA"), ("C-A", "CBA"), ("X", "AC")]:
        if rng.random() < 0.75:
            lines[name] = {"route": list(route), "cost": rng.randint(0, 2000),
                           "direction": "outbound" if route[0] == "A" else "return"}
            if rng.random() < 0.5:
                lines[name]["trains_per_week"] = {"max": rng.randint(1, 3)}
    lines.setdefault("A-D", {"route": list("ABCD"), "cost": 100, "direction": "outbound"})
    return lines


def draw_bookings(rng, week, containers):
    bookings = []
    for i in range(rng.randint(3, 8)):
        start, end = rng.sample("ABCD", 2)
        ready = 7 * week + rng.randint(-3, 8)
        booking = {"id": f"W{week}-{i}", "from": start, "to": end, "container": rng.choice(containers),
                   "tonnes": rng.randint(5, 20), "ready": day(ready) + f" {rng.randint(0, 23):02d}:00",
                   "due": day(ready + rng.randint(8, 28)), "cargo": rng.choice(["general"] * 3 + ["hot", "wet"])}
        if rng.random() < 0.25:
            booking["tiers"] = [{"boxes": rng.randint(1, 6), "revenue": 4000},
                                {"boxes": rng.randint(1, 8), "revenue": 2500}]
        else:
            booking["boxes"] = rng.randint(1, 12)
            booking["revenue"] = rng.randint(800, 6000)
        if rng.random() < 0.3:
            booking["owner"] = "shipper"
        if rng.random() < 0.3:
            booking["late"] = {"per_day": 30, "max": "4d"}
        bookings.append(booking)
    return bookings


def draw_resources(rng, case):
    if rng.random() < 0.7:
        case["equipment"] = {"40HC": {
            "stock": {s: rng.randint(0, 14) for s in rng.sample("ABCD", 3)},
            "turn": {"load": rng.choice(["0", "1d"]), "unload": rng.choice(["0", "2d"])},
            "storage": {"D": 2}, "lease": {"A": {"cost": 150, "boxes": rng.randint(0, 8)}},
            "empty_handling": {"A": 10}}}
    if rng.random() < 0.7:
        case["rakes"] = {"P": {
            "sets": {s: rng.randint(0, 2) for s in "ABCD"}, "turn": rng.choice(["0", "10h"]),
            "reposition": [{"from": "D", "to": "A", "takes": "4d", "cost": 300},
                           {"from": "C", "to": "A", "takes": "2d", "cost": 200}]}}
    if rng.random() < 0.6:
        case["feeders"] = [
            {"id": "FA", "mode": "road", "from": "A", "to": "B", "takes": "9h", "cost": 100,
             "boxes_per_day": rng.randint(3, 20)},
            {"id": "FD", "mode": "rail", "from": "C", "to": "D", "takes": "40h", "cost": 150,
             "departs": ["Tue 10:00", "Fri 10:00"]}]


def draw_closed(rng, thing, share):
    if rng.random() < share:
        first = rng.randint(0, 30)
        thing["closed"] = [day(first), {"from": day(first + 3), "to": day(first + rng.randint(3, 5))}]


def draw_keys(rng, case):
    """Closed days, weeks between runs and times of the clock, known from the first week on."""
    for slot in case["slots"]:
        draw_closed(rng, slot, 0.25)
        if rng.random() < 0.15:
            slot["every"] = {"weeks": 2, "from": day(rng.randint(-30, 30))}
        if rng.random() < 0.25:
            days = int(slot.pop("runs")[:-1]) // 24 + 2  # after any departure of a day
            slot["arrives"] = f"D+{days} {rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}"
    for station in case["stations"].values():
        draw_closed(rng, station, 0.1)
    for feeder in case.get("feeders", []):
        draw_closed(rng, feeder, 0.3)


def draw_weeks(seed):
    """Three cases, for weeks 1-2, 2-3 and 3-4; each lists every booking sold so far, with all boxes."""
    rng = random.Random(seed)
    containers = ["40HC", "20GP"]
    base = {"banlie": 1, "currency": "CNY", "stations": draw_stations(rng), "slots": draw_slots(rng),
            "lines": draw_lines(rng),
            "containers": {"20GP": {"teu": 1, "tare": 2.2, "stackable": True}},
            "cargo": {"hot": {"max_boxes_per_train": rng.randint(2, 6), "apart_from": ["wet"]}, "wet": {}}}
    draw_resources(rng, base)
    draw_keys(random.Random(seed + 1_000_000), base)
    if rng.random() < 0.3:
        base["load_factors"] = [{"lines": ".*", "offered": 0.9}]
    sold, cases = draw_bookings(rng, 0, containers) + draw_bookings(rng, 1, containers), []
    for week in range(3):
        if week > 0:
            sold = sold + draw_bookings(rng, week + 1, containers)
        cases.append({**base, "name": f"week {week + 1}", "demand": sold,
                      "horizon": {"start": day(7 * week), "weeks": 2, "zone": "Asia/Shanghai",
                                  "tail": "20d"}})
    freeze = [rng.choice([[], ["--freeze-before", day(7 * w)],
                          ["--freeze-before", day(7 * w + rng.randint(1, 9))]]) for w in (1, 2)]
    return cases, freeze


def write_case(case, path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(case, file)
