# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases whose trains have to be full, drawn from a seed: a least load factor, and one more rule that
makes full trains hard to find. Lines are designed: their trains are chained over slots.
"""
import datetime
import json
import random

# Every case has the rule that its seed asks for, and now and then others beside it.
KINDS = ["transfer", "apart", "lifts", "balance", "equipment", "rakes", "regular", "tiers"]
OTHER_KINDS = 0.15  # chance of each

START = datetime.date(2026, 11, 30)
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
EAST, WEST = ["YIW", "XIA"], ["DUI", "LOD"]
PLACES = {  # country, zone
    "YIW": ("CN", "Asia/Shanghai"), "XIA": ("CN", "Asia/Shanghai"),
    "ALA": ("KZ", "Asia/Almaty"), "KHO": ("CN", "Asia/Shanghai"),
    "MAL": ("PL", "Europe/Warsaw"),
    "LOD": ("PL", "Europe/Warsaw"), "DUI": ("DE", "Europe/Berlin"),
}
# Of the Chinese, the broad-gauge and the European part of a way: name, km, hours.
PARTS = [("CN", 4300, (70, 95)), ("KZ", 5400, (110, 138)), ("EU", 1300, (20, 40))]


def kind_of(seed):
    return KINDS[seed % len(KINDS)]


class Draw:
    """One case while it is drawn; `case` has the sections of the format."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        chance = [self.chance(OTHER_KINDS) for _ in KINDS]
        self.kinds = {kind for kind, also in zip(KINDS, chance) if also} | {kind_of(seed)}
        # What repeats itself needs weeks to do so.
        self.weeks = 2 if "regular" in self.kinds else self.rng.choice([1, 1, 2])
        self.case = {
            "banlie": 1,
            "name": f"full trains {seed}",
            "horizon": {"start": str(START), "weeks": self.weeks, "zone": "Asia/Shanghai",
                        "tail": "45d"},
        }
        self.draw_routes()
        self.draw_stations()
        self.draw_slots()
        self.draw_lines()
        self.draw_cargo()
        self.draw_bookings()
        self.draw_rules()

    def chance(self, share):
        return self.rng.random() < share

    def between(self, least, most):
        return self.rng.randint(least, most)

    def draw_routes(self):
        """Three to six stations, and the ways from east to west through one or two gauge breaks."""
        self.east = EAST[:1 + self.chance(0.4)]
        self.west = WEST[:1 + self.chance(0.4)]
        inner = ["MAL"] if self.chance(0.85) else []
        borders = [["ALA"], ["KHO"], ["ALA", "KHO"]][self.between(0, 2)]
        if len(self.east + self.west + inner + borders) > 6:
            borders = borders[:1]
        self.breaks = borders + inner
        self.ways = [[first, border, *inner, last]
                     for first in self.east for border in borders for last in self.west]

    def draw_stations(self):
        found = self.case["stations"] = {}
        for code in self.east + self.breaks + self.west:
            country, zone = PLACES[code]
            station = found[code] = {"country": country, "zone": zone}
            if code in self.breaks:
                station["gauge_break"] = True
                least = self.between(4, 12)
                station["through"] = {"min": f"{least}h", "max": f"{least + 162}h"}
                if "transfer" in self.kinds:
                    station["transfer"] = {"min": f"{self.between(12, 30)}h",
                                           "max": f"{self.between(90, 120)}h",
                                           "cost": self.between(200, 900)}
            else:
                station["load"] = {"cost": self.between(80, 400),
                                   "cutoff": f"{self.between(3, 20)}h"}
                station["unload"] = {"cost": self.between(80, 400),
                                     "release": f"{self.between(3, 12)}h"}
            if "lifts" in self.kinds and self.chance(0.7):
                station["lifts_per_day"] = self.between(6, 24)

    def draw_slots(self):
        slots = self.case["slots"] = []
        for way in self.ways:
            for (name, km, hours), one, other in zip(PARTS, way, way[1:]):
                for start, end in ((one, other), (other, one)):
                    code = f"{name}-{start}-{end}"
                    if any(slot["id"] == code for slot in slots):
                        continue
                    days = sorted(self.rng.sample(range(7), self.between(2, 4)))
                    slot = {
                        "id": code, "from": start, "to": end,
                        "departs": [f"{DAYS[day]} {self.between(0, 23):02}:{self.between(0, 3) * 15:02}"
                                    for day in days],
                        "runs": f"{self.between(*hours)}h", "km": km,
                        "teu": self.rng.choice([12, 16, 20]),
                        "tonnes": self.rng.choice([150, 200, 300]),
                        "cost": {"train": self.between(2000, 9000), "teu": self.between(50, 200),
                                 "empty_teu": self.between(20, 90)},
                    }
                    if "rakes" in self.kinds and name == "CN":
                        slot["rake"] = "CN"
                    slots.append(slot)

    def add_line(self, route, direction):
        line = {"direction": direction, "route": route, "max_transit": "30d",
                "cost": self.between(500, 3000)}
        if self.chance(0.5):
            line["trains_per_week"] = {"min": int(self.chance(0.06)), "max": self.between(1, 2)}
        if "regular" in self.kinds:
            line["regular"] = self.chance(0.8)
        self.case["lines"]["-".join(route)] = line

    def draw_lines(self):
        """A line each way at least; some ways have none of their own."""
        self.case["lines"] = {}
        for number, way in enumerate(self.ways):
            for route, direction in ((way, "outbound"), (way[::-1], "return")):
                if number > 0 and self.chance(0.25):
                    continue
                if "transfer" in self.kinds and self.chance(0.2):  # boxes change trains on the way
                    for part in (route[:2], route[1:]):
                        self.add_line(part, direction)
                else:
                    self.add_line(route, direction)

    def draw_cargo(self):
        self.case["cargo"] = {"reefer": {"containers": ["40RF"]}, "food": {}, "dangerous": {},
                              "lithium": {"max_boxes_per_train": self.between(1, 4)}}
        if "apart" in self.kinds:
            self.case["cargo"]["dangerous"]["apart_from"] = ["food"]

    def draw_bookings(self):
        bookings = self.case["demand"] = []
        first = datetime.datetime.combine(START, datetime.time())
        for number in range(self.between(10, 24)):
            start, end = self.rng.choice(self.east), self.rng.choice(self.west)
            if self.chance(0.4):
                start, end = end, start
            cargo = self.rng.choice(["general", "general", "food", "dangerous", "lithium", "reefer"])
            ready = first + datetime.timedelta(hours=self.between(0, 24 * (7 * self.weeks - 3)))
            due = ready.date() + datetime.timedelta(days=self.between(20, 33))
            booking = {
                "id": f"B{number}", "from": start, "to": end,
                "container": "40RF" if cargo == "reefer" else self.rng.choice(["20GP", "40HC"]),
                "cargo": cargo, "tonnes": self.between(60, 205) / 10,
                "ready": ready.strftime("%Y-%m-%d %H:%M"), "due": str(due),
            }
            if "tiers" in self.kinds and self.chance(0.7):
                price = self.between(6000, 22000)
                booking["tiers"] = [
                    {"boxes": self.between(1, 5), "revenue": price},
                    {"boxes": self.between(1, 5), "revenue": int(price * self.rng.uniform(0.5, 0.9))}]
            else:
                booking["boxes"] = self.between(2, 9)
                booking["revenue"] = self.between(3000, 22000)
            if self.chance(0.35):
                booking["unserved"] = self.between(200, 2000)
            booking["must"] = self.chance(0.012)
            bookings.append(booking)

    def draw_rules(self):
        self.case["load_factors"] = [{
            "lines": ".*", "offered": self.rng.choice([0.85, 0.9, 0.95, 1]),
            "min": self.between(40, 80) / 100,
            "per": self.rng.choice(["train", "train", "train", "week", "horizon"])}]
        if "balance" in self.kinds:
            self.draw_balance()
        if "equipment" in self.kinds:
            self.draw_equipment()
        if "rakes" in self.kinds:
            self.draw_rakes()

    def draw_balance(self):
        rule = {"outbound": f"({'|'.join(self.east)})-.*", "return": f"({'|'.join(self.west)})-.*",
                "per": self.rng.choice(["horizon", "week"])}
        for unit, dear in (("trains", 6000), ("teu", 900)):
            if unit == "trains" or self.chance(0.5):
                rule[unit] = {"ratio": self.between(4, 10) / 10}
                if self.chance(0.6):
                    rule[unit]["penalty"] = self.between(dear // 4, dear)
        self.case["balance"] = [rule]

    def draw_equipment(self):
        found = self.case["equipment"] = {}
        for container in ("20GP", "40HC"):
            if found and self.chance(0.5):
                continue
            pool = found[container] = {
                "stock": {code: self.between(3, 18) for code in self.east + self.west},
                "turn": {"load": "1d", "unload": "2d"},
                "storage": {self.west[0]: self.between(2, 9)},
                "end_value": {self.east[0]: self.between(200, 900)},
                "empty_handling": {self.west[0]: self.between(40, 120)}}
            if self.chance(0.4):
                pool["lease"] = {self.east[0]: {"cost": self.between(500, 2500),
                                                "boxes": self.between(2, 8)}}

    def draw_rakes(self):
        border = self.breaks[0]
        pool = {"sets": {code: self.between(1, 2) for code in self.east}, "turn": "10h"}
        pool["sets"][border] = self.between(0, 1)
        if self.chance(0.5):
            pool["reposition"] = [{"from": border, "to": self.east[0], "takes": "5d",
                                   "cost": self.between(1500, 4000)}]
        self.case["rakes"] = {"CN": pool}


def case_text(seed):
    """The case of a seed, as YAML: the same text for the same seed."""
    def told(value):
        return json.dumps(value, separators=(", ", ": "))

    lines = []
    for section, value in Draw(seed).case.items():
        if isinstance(value, list):
            lines += [f"{section}:"] + [f"- {told(item)}" for item in value]
        elif isinstance(value, dict):
            lines += [f"{section}:"] + [f"  {told(code)}: {told(item)}" for code, item in value.items()]
        else:
            lines.append(f"{section}: {told(value)}")
    return "\n".join(lines) + "\n"
