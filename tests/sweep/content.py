# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be the same of the same sweep, wherever and however it was done."""
import csv
import json


def rows(folder, name="results.csv"):
    with open(folder / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def content(folder):
    """All that is to be the same of the same sweep, by name: how and how long it was done is left out."""
    files = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_dir() or name in ("lock", "runs.csv") or name.startswith(("slurm/", "log/slurm-")):
            continue
        data = path.read_bytes()
        if path.suffix == ".json":
            value = json.loads(data)
            value.pop("run", None)
            data = json.dumps(value)
        elif path.suffix == ".txt":
            data = data.replace(str(folder).encode(), b"DIR")
        files[name] = data
    return files
