# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of docs/reference/compare.md, worked out once more from the folders of two plans, in
decimal arithmetic and without a look at how the program does it."""
import csv
import datetime
import json
import pathlib
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal

SIX = Decimal("0.000001")


def rows(folder, name):
    with open(pathlib.Path(folder) / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def plain(number):
    """The shortest text of a decimal number."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def rounded(number):
    return number.quantize(SIX, ROUND_HALF_UP)


def fixed(number):
    return format(rounded(number), "f").replace("-0.000000", "0.000000")


def instant(text):
    return datetime.datetime.fromisoformat(text)


# ---- kpi.csv ----

def leaves(value, name=""):
    if isinstance(value, dict):
        for key, member in value.items():
            yield from leaves(member, f"{name}_{key}" if name else key)
    else:
        yield name, value


def figures(folder):
    text = (pathlib.Path(folder) / "summary.json").read_text("utf-8")
    summary = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    found = {name: summary.get(name) for name in ("objective", "bound", "gap")}
    found.update(leaves(summary["kpi"]))
    return found


def kpi(folders):
    plans = [figures(folder) for folder in folders]
    names = list(dict.fromkeys(name for plan in plans for name in plan))
    letters = [chr(ord("a") + i) for i in range(len(plans))]
    table = [["kpi", *letters, "difference", "percent"]]
    for name in names:
        values = [plan.get(name) for plan in plans]
        row = [name, *("" if value is None else plain(value) for value in values)]
        a, b = values[:2]
        if a is None or b is None:
            row += ["", ""]
        else:
            row += [plain(rounded(b - a)), "" if a == 0 else fixed(100 * (b - a) / abs(a))]
        table.append(row)
    return table


# ---- trains.csv ----

class Train:
    def __init__(self, row, calls, legs):
        self.name, self.line, self.week = row["train"], row["line"], int(row["week"])
        self.slots = row["slots"]
        self.departs, self.margin = row["departs"], Decimal(row["margin"])
        self.when = instant(row["departs"])
        self.teu = self.average(calls, legs)

    @staticmethod
    def average(calls, legs):
        """Loaded TEU over the km of the legs, each found by its stations after the one before."""
        at, teu_km, km = 0, Decimal(0), Decimal(0)
        for leg in legs:
            while (calls[at]["station"], calls[at + 1]["station"]) != (leg["from"], leg["to"]):
                at += 1
            length = Decimal(calls[at + 1]["km"]) - Decimal(calls[at]["km"])
            teu_km += Decimal(leg["loaded_teu"]) * length
            km += length
            at += 1
        return teu_km / km if km > 0 else None

    def order(self):
        return self.when, self.name.encode()


def trains_of(folder):
    calls, legs = defaultdict(list), defaultdict(list)
    for row in rows(folder, "timetable.csv"):
        calls[row["train"]].append(row)
    for row in rows(folder, "capacity.csv"):
        legs[row["train"]].append(row)
    return [Train(row, calls[row["train"]], legs[row["train"]]) for row in rows(folder, "trains.csv")
            if row["runs"] != "false"]


def pair(left, right, key):
    """Takes pairs of equal keys out of both lists, the first of each to depart first."""
    pairs = []
    for a in sorted(left, key=Train.order):
        mates = sorted((b for b in right if key(b) == key(a)), key=Train.order)
        if mates:
            left.remove(a)
            right.remove(mates[0])
            pairs.append((a, mates[0]))
    return pairs


def trains(a, b, letter):
    left, right = trains_of(a), trains_of(b)
    found = [("same", *two) for two in pair(left, right, lambda t: (t.line, t.slots))]
    for key in (lambda t: (t.line, t.week, t.slots.split(";")[0]), lambda t: (t.line, t.week)):
        found += [("moved", *two) for two in pair(left, right, key)]
    found += [("dropped", t, None) for t in left] + [("added", None, t) for t in right]
    found.sort(key=lambda row: ((row[1] or row[2]).line.encode(), (row[1] or row[2]).week,
                                (row[1] or row[2]).order(), row[0] == "dropped"))
    table = []
    for change, one, other in found:
        both = (one, other)
        shift = "" if None in both else plain(rounded(
            Decimal(int((other.when - one.when).total_seconds() // 60)) / 60))
        cells = [[t.name if t else "" for t in both], [t.departs if t else "" for t in both], [shift],
                 [fixed(t.teu) if t and t.teu is not None else "" for t in both],
                 [format(t.margin, ".2f") if t else "" for t in both]]
        table.append([letter, (one or other).line, str((one or other).week), change,
                      *(cell for part in cells for cell in part)])
    return table


# ---- bookings.csv ----

def ways(folder):
    """Boxes by booking and way."""
    known = {t.name: (t.line, t.slots) for t in trains_of(folder)}
    itineraries = defaultdict(list)
    for row in rows(folder, "legs.csv"):
        itineraries[row["booking"], row["itinerary"]].append(row)
    found = Counter()
    for (booking, _), legs in itineraries.items():
        way, last = [], None
        for leg in legs:
            if leg["mode"] != "train":
                way.append((leg["mode"], leg["train_or_feeder"], instant(leg["departs"]).timestamp(),
                            leg["from"], leg["to"]))
                last = None
            elif last is not None and leg["train_or_feeder"] == last:
                if last not in known:
                    way[-1] = (*way[-1][:-2], leg["slot"], way[-1][-2], leg["to"])
                else:
                    way[-1] = (*way[-1][:-1], leg["to"])
            else:
                last = leg["train_or_feeder"]
                train = known.get(last, (last, leg["slot"]))
                way.append((*train, leg["from"], leg["to"]))
        found[booking, tuple(way)] += int(legs[0]["boxes"])
    return found


def bookings(a, b, letter):
    one = {row["booking"]: row for row in rows(a, "bookings.csv")}
    other = {row["booking"]: row for row in rows(b, "bookings.csv")}
    kept = Counter()
    ways_a, ways_b = ways(a), ways(b)
    for (booking, way), boxes in ways_a.items():
        kept[booking] += min(boxes, ways_b[booking, way])
    table = []
    for code in sorted({*one, *other}, key=str.encode):
        before, after = one.get(code), other.get(code)
        row = [letter, code] + [plan[key] if plan else "" for key in ("boxes", "carried")
                                for plan in (before, after)]
        if before is None or after is None:
            table.append([*row, "0", "only_b" if before is None else "only_a"])
            continue
        c_a, c_b = int(before["carried"]), int(after["carried"])
        rerouted = min(c_a, c_b) - kept[code]
        change = "gained" if c_b > c_a else "lost" if c_b < c_a else "rerouted" if rerouted else "same"
        table.append([*row, str(rerouted), change])
    return table


# ---- flows.csv and prices.csv ----

def flows_of(folder):
    found = Counter()
    for row in rows(folder, "legs.csv"):
        found[row["mode"], row["from"], row["to"]] += Decimal(row["teu"])
    for row in rows(folder, "capacity.csv"):
        if Decimal(row["empty_teu"]) > 0:
            found["empty", row["from"], row["to"]] += Decimal(row["empty_teu"])
    return found


def flows(a, b, letter):
    one, other = flows_of(a), flows_of(b)
    keys = sorted({*one, *other}, key=lambda key: [text.encode() for text in key])
    return [[letter, *key, plain(rounded(Decimal(one[key]))), plain(rounded(Decimal(other[key])))]
            for key in keys]


def prices_of(folder):
    found = {}
    for row in rows(folder, "prices.csv"):
        price = row.pop("price")
        found[" ".join(text for text in row.values() if text)] = Decimal(price)
    return found


def prices(a, b, letter):
    one, other = prices_of(a), prices_of(b)
    return [[letter, key, *(fixed(plan[key]) if key in plan else "" for plan in (one, other))]
            for key in sorted({*one, *other}, key=str.encode)]


HEADS = {
    "trains.csv": "plan,line,week,change,train_a,train_b,departs_a,departs_b,shift_hours,loaded_teu_a,"
                  "loaded_teu_b,margin_a,margin_b",
    "bookings.csv": "plan,booking,boxes_a,boxes_b,carried_a,carried_b,rerouted,change",
    "flows.csv": "plan,mode,from,to,teu_a,teu_b",
    "prices.csv": "plan,row,price_a,price_b",
}
TABLES = {"trains.csv": trains, "bookings.csv": bookings, "flows.csv": flows, "prices.csv": prices}


def tables(folders):
    """All tables of the plans, the first with each of the others: {file: rows of texts}."""
    found = {"kpi.csv": kpi(folders)}
    for name, table in TABLES.items():
        found[name] = [HEADS[name].split(",")]
        for i, folder in enumerate(folders[1:], 1):
            found[name] += table(folders[0], folder, chr(ord("a") + i))
    return found
