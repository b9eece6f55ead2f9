# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks plans that were rolled on, put together, as one plan of the whole time.

Of each plan that has happened what set out before the next one began; of the last, all of it. From
the format's pages alone: boxes are sold once, trains and their boxes keep every limit, containers and
wagon sets never run short.
"""
import collections
import csv
import datetime
import math
import zoneinfo

NEAR = 1e-6


def rows(folder, name):
    with open(folder / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def instant(text):
    return datetime.datetime.fromisoformat(text)


def duration(text):
    hours = {"d": 24, "h": 1, "m": 1 / 60}
    total, number = 0.0, ""
    for letter in str(text):
        if letter in hours:
            total += float(number) * hours[letter]
            number = ""
        else:
            number += letter
    return datetime.timedelta(hours=total)


class WholeTime:
    """Everything that happens, and what is wrong with it."""

    def __init__(self, cases, folders):
        self.cases, self.folders, self.faults = cases, folders, []
        self.case = cases[-1]
        self.zone = zoneinfo.ZoneInfo(self.case["horizon"]["zone"])
        self.starts = [self.midnight(case["horizon"]["start"]) for case in cases]
        self.slots = {slot["id"]: slot for slot in self.case["slots"]}
        self.bookings = {booking["id"]: booking for booking in self.case["demand"]}
        self.containers = {"40HC": {"teu": 2, "tare": 3.9}, **self.case.get("containers", {})}
        self.trains, self.boxes, self.empties = {}, [], []
        for number in range(len(folders)):
            self.read_plan(number)

    def midnight(self, day):
        return datetime.datetime.fromisoformat(str(day)).replace(tzinfo=self.zone)

    def fault(self, text):
        self.faults.append(text)

    def happened(self, number, at):
        return number + 1 == len(self.folders) or at < self.starts[number + 1]

    # ---- reading

    def read_plan(self, number):
        folder = self.folders[number]
        calls, names = collections.defaultdict(list), {}
        for row in rows(folder, "timetable.csv"):
            calls[row["train"]].append(row)
        for row in rows(folder, "trains.csv"):
            key = (row["line"], row["slots"])
            names[row["train"]] = key
            if row["runs"] == "true" and self.happened(number, instant(row["departs"])):
                if key in self.trains:
                    self.fault(f"{row['train']} runs twice")
                self.trains[key] = {"name": row["train"], "calls": calls[row["train"]],
                                    "week": number + int(row["week"]), "line": row["line"]}
        legs = collections.defaultdict(list)
        for row in rows(folder, "legs.csv"):
            legs[row["booking"], row["itinerary"]].append(row)
        for row in rows(folder, "allocations.csv"):
            way = legs[row["booking"], row["itinerary"]]
            if self.happened(number, instant(way[0]["departs"])):
                self.boxes.append({"booking": row["booking"], "boxes": int(row["boxes"]), "legs": way,
                                   "revenue": float(row["revenue"]), "names": names, "plan": number})
        moves = collections.defaultdict(list)
        for row in rows(folder, "empties.csv"):
            moves[row["move"]].append(row)
        for way in moves.values():
            if self.happened(number, instant(way[0]["departs"])):
                self.empties.append({"container": way[0]["container"], "boxes": int(way[0]["boxes"]),
                                     "legs": way, "names": names, "plan": number})

    # ---- bookings

    def check_sold(self):
        sold = collections.Counter()
        for box in self.boxes:
            sold[box["booking"]] += box["boxes"]
            sold[box["booking"], round(box["revenue"] / box["boxes"], 2)] += box["boxes"]
        for code, booking in self.bookings.items():
            tiers = booking.get("tiers") or [{"boxes": booking["boxes"], "revenue": booking["revenue"]}]
            if sold[code] > sum(tier["boxes"] for tier in tiers):
                self.fault(f"{code}: {sold[code]} boxes carried")
            for tier in tiers:
                if sold[code, round(tier["revenue"], 2)] > tier["boxes"]:
                    self.fault(f"{code}: too many boxes at {tier['revenue']}")

    # ---- trains and what rides on them

    def train_of(self, who, leg):
        train = self.trains.get(who["names"].get(leg["train_or_feeder"]))
        if train is None:
            self.fault(f"{leg['train_or_feeder']} carries boxes, but does not run")
        return train

    def ride(self, who, teu, tonnes, cargo, stackable):
        for leg in who["legs"]:
            if leg["mode"] != "train":
                continue
            train = self.train_of(who, leg)
            at = [i for i, call in enumerate(train["calls"][:-1] if train else [])
                  if call["station"] == leg["from"] and instant(call["departs"]) == instant(leg["departs"])]
            if train and not at:
                self.fault(f"{train['name']} does not leave {leg['from']} at {leg['departs']}")
                continue
            if train:
                load = train.setdefault("loads", {}).setdefault(at[0], collections.Counter())
                load["teu"] += teu * who["boxes"]
                load["flat"] += 0 if stackable else teu * who["boxes"]
                load["tonnes"] += tonnes * who["boxes"]
                load["class", cargo] += who["boxes"]
                last = instant(who["legs"][-1]["arrives"])
                train.setdefault("aboard", []).append((cargo, who["plan"], last))

    def load_trains(self):
        for box in self.boxes:
            booking = self.bookings[box["booking"]]
            container = self.containers[booking["container"]]
            self.ride(box, container["teu"], booking["tonnes"] + container["tare"], booking["cargo"],
                      container.get("stackable", False))
        for empty in self.empties:
            container = self.containers[empty["container"]]
            self.ride(empty, container["teu"], container["tare"], None, container.get("stackable", False))

    def classes_meet(self, aboard):
        """Boxes that arrived a day before a plan begins are not known to it any more."""
        return any({one, other} == {"hot", "wet"} and
                   (plan >= later or last > self.starts[later] - datetime.timedelta(days=1))
                   for one, plan, last in aboard for other, later, _ in aboard if plan <= later)

    def check_trains(self):
        share = self.case.get("load_factors", [{}])[0].get("offered", 1)
        classes = self.case["cargo"]
        on_run, in_week = collections.Counter(), collections.Counter()
        for (line, runs), train in self.trains.items():
            in_week[line, train["week"]] += 1
            for run in runs.split(";"):
                on_run[run] += 1
            for leg, load in train.get("loads", {}).items():
                slot = self.slots[train["calls"][leg]["slot"].split("@")[0]]
                limits = [("teu", share * (slot["teu"] + slot.get("upper_teu", 0))),
                          ("flat", share * slot["teu"]), ("tonnes", slot.get("tonnes", math.inf))]
                limits += [(("class", c), rule["max_boxes_per_train"])
                           for c, rule in classes.items() if "max_boxes_per_train" in rule]
                for kind, limit in limits:
                    if load[kind] > limit * (1 + NEAR):
                        self.fault(f"{train['name']} leg {leg + 1}: {load[kind]} {kind}, at most {limit}")
            if self.classes_meet(train.get("aboard", [])):
                self.fault(f"{train['name']} carries classes that keep apart")
        for run, trains in on_run.items():
            if trains > self.slots[run.split("@")[0]].get("trains", 1):
                self.fault(f"{run} has {trains} trains")
        for (line, week), trains in in_week.items():
            most = self.case["lines"][line].get("trains_per_week", {}).get("max", math.inf)
            if trains > most:
                self.fault(f"line {line} has {trains} trains in week {week}")

    # ---- days

    def local_day(self, station, at):
        return instant(at).astimezone(zoneinfo.ZoneInfo(self.case["stations"][station]["zone"])).date()

    def check_days(self):
        lifts, calls, fed = collections.Counter(), collections.Counter(), collections.Counter()
        for who in self.boxes + self.empties:
            legs = who["legs"]
            for i, leg in enumerate(legs):
                if leg["mode"] != "train":
                    fed[leg["train_or_feeder"], self.local_day(leg["from"], leg["departs"])] += who["boxes"]
                    continue
                same = [0 <= j < len(legs) and legs[j]["train_or_feeder"] == leg["train_or_feeder"]
                        for j in (i - 1, i + 1)]
                if not same[0] or self.case["stations"][leg["from"]].get("gauge_break"):
                    lifts[leg["from"], self.local_day(leg["from"], leg["departs"])] += who["boxes"]
                if not same[1]:
                    lifts[leg["to"], self.local_day(leg["to"], leg["arrives"])] += who["boxes"]
        for train in self.trains.values():
            for i, call in enumerate(train["calls"]):
                at = call["departs"] if i == 0 else call["arrives"]
                calls[call["station"], self.local_day(call["station"], at)] += 1
        for counted, key in ((lifts, "lifts_per_day"), (calls, "trains_per_day")):
            for (station, date), count in counted.items():
                if count > self.case["stations"][station].get(key, math.inf):
                    self.fault(f"{station} on {date}: {count} of {key}")
        limits = {feeder["id"]: feeder.get("boxes_per_day", math.inf)
                  for feeder in self.case.get("feeders", [])}
        for (feeder, date), count in fed.items():
            if count > limits[feeder]:
                self.fault(f"{feeder} on {date}: {count} boxes")

    # ---- containers

    def stock_day(self, at, first):
        date = at.astimezone(self.zone).date()
        return max(date, self.starts[first].date())

    def check_stock(self):
        for code, terms in self.case.get("equipment", {}).items():
            change, leased = collections.Counter(), collections.Counter()
            load, unload = (duration(terms["turn"][key]) for key in ("load", "unload"))
            for box in self.boxes:
                booking = self.bookings[box["booking"]]
                if booking["container"] != code or booking.get("owner") == "shipper":
                    continue
                first, last = box["legs"][0], box["legs"][-1]
                taken = self.stock_day(instant(first["departs"]) - load, box["plan"])
                change[first["from"], taken] -= box["boxes"]
                change[last["to"], self.stock_day(instant(last["arrives"]) + unload, 0)] += box["boxes"]
            for empty in self.empties:
                first, last = empty["legs"][0], empty["legs"][-1]
                change[first["from"], self.stock_day(instant(first["departs"]), 0)] -= empty["boxes"]
                change[last["to"], self.stock_day(instant(last["arrives"]), 0)] += empty["boxes"]
            for number, folder in enumerate(self.folders):
                for row in rows(folder, "equipment.csv"):
                    if int(row["leased"]) and self.happened(number, self.midnight(row["day"])):
                        date = datetime.date.fromisoformat(row["day"])
                        change[row["station"], date] += int(row["leased"])
                        leased[row["station"]] += int(row["leased"])
            self.walk_stock(code, terms, change)
            for station, boxes in leased.items():
                if boxes > terms["lease"].get(station, {}).get("boxes", 0):
                    self.fault(f"{boxes} of {code} leased at {station}")

    def walk_stock(self, code, terms, change):
        for station in self.case["stations"]:
            stock = terms["stock"].get(station, 0)
            for date in sorted(day for where, day in change if where == station):
                stock += change[station, date]
                if stock < 0:
                    self.fault(f"{stock} of {code} at {station} on {date}")

    # ---- wagon sets

    def train_sets(self, pool, terms):
        for (_, runs), train in self.trains.items():
            run_of, times = [], train["calls"]
            for i, call in enumerate(times[:-1]):
                if call["slot"] not in [run for run, _, _ in run_of]:
                    run_of.append((call["slot"], i, i + 1))
                else:
                    run_of[-1] = (run_of[-1][0], run_of[-1][1], i + 1)
            held = None
            for run, first, last in run_of + [("", 0, 0)]:
                own = bool(run) and self.slots[run.split("@")[0]].get("rake") == pool
                if own and held is None:
                    held = times[first]
                    yield times[first]["station"], instant(times[first]["departs"]), -1
                if held is not None and not own:
                    yield (times[end]["station"], instant(times[end]["arrives"]) + duration(terms["turn"]), 1)
                    held = None
                end = last

    def moved_sets(self, pool):
        for number, folder in enumerate(self.folders):
            for row in rows(folder, "rakes.csv"):
                if row["pool"] != pool or not row["train"].startswith("reposition "):
                    continue
                leaves = self.midnight(row["train"].split("@")[1])
                own = leaves >= self.starts[number]
                if own and self.happened(number, leaves):
                    yield row["station"], instant(row["at"]), int(row["change"])

    def check_sets(self):
        for pool, terms in self.case.get("rakes", {}).items():
            events = list(self.train_sets(pool, terms)) + list(self.moved_sets(pool))
            sets = collections.Counter(terms["sets"])
            for station, at, change in sorted(events, key=lambda e: (e[1], -e[2])):
                sets[station] += change
                if sets[station] < 0:
                    self.fault(f"{sets[station]} sets of {pool} at {station} at {at}")

    def check(self):
        self.check_sold()
        self.load_trains()
        self.check_trains()
        self.check_days()
        self.check_stock()
        self.check_sets()
        return self.faults
