#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/what-if.md shows what the program prints, to the letter: each block that begins with `$ banlie` is run,
in the order of the page.

usage: page_test.py BANLIE ROOT [--quick | --write]
--quick leaves out what needs plans of Yiwu; --write puts what is printed into the page, in place of what is there.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

banlie, root = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
PAGE = root / "docs/what-if.md"
SLOW = re.compile(r"banlie (plan|compare|sweep|verify)|^cut |^cat ")


def blocks_of(page):
    return list(re.finditer(r"^```console\n(\$ .*?)\n```$", page, flags=re.M | re.S))


def printed(commands, folder):
    """A block as it is printed: its commands, each with what it says; `> /dev/null` for what is long."""
    parts = []
    path = f"{pathlib.Path(banlie).resolve().parent}:{os.environ['PATH']}"
    for command in commands:
        done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, encoding="utf-8",
                              env=dict(os.environ, PATH=path, LC_ALL="C.UTF-8"))
        parts.append(f"$ {command}\n{done.stdout}{done.stderr}".rstrip("\n"))
    return "\n".join(parts)


def main():
    page = PAGE.read_text("utf-8")
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("scenarios", "tests"):
            os.symlink(root / name, pathlib.Path(folder) / name)
        mended = page
        for block in blocks_of(page):
            commands = re.findall(r"^\$ (.*)$", block[1], flags=re.M)
            if "--quick" in sys.argv and any(SLOW.search(command) for command in commands):
                continue
            text = printed(commands, folder)
            if text != block[1]:
                faults.append(f"that is not what is printed (--write mends it):\n{block[1]}\nbut\n{text}")
            mended = mended.replace(block[0], f"```console\n{text}\n```")
    if len(blocks_of(page)) < 8:
        faults.append("the page shows fewer commands than it did")
    if "--write" in sys.argv:
        PAGE.write_text(mended, "utf-8")
        return 0
    print("\n".join(faults) or "all as it is printed")
    return 1 if faults else 0


sys.exit(main())
