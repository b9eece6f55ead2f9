# SPDX-License-Identifier: GPL-3.0-or-later
"""What the figures come from: the machine and its system, the sources and the build."""
import json
import os
import pathlib
import platform
import re
import subprocess


def _read(path):
    try:
        return pathlib.Path(path).read_text("utf-8")
    except OSError:
        return ""


def _entry(pattern, path, otherwise):
    found = re.search(pattern, _read(path), flags=re.M)
    return found[1] if found else otherwise


def describe():
    """Processor, memory and system, in a line."""
    processor = _entry(r"^model name\s*: (.*)", "/proc/cpuinfo", platform.machine())
    memory_kib = int(_entry(r"^MemTotal:\s*(\d+)", "/proc/meminfo", "0"))
    system = _entry(r'^PRETTY_NAME="?([^"\n]*)', "/etc/os-release", platform.system())
    return (f"{processor}, {os.cpu_count()} processors, {memory_kib / 2**20:.0f} GiB; "
            f"{system}, Linux {platform.release()}")


def sources(root):
    """Commit of the sources, and whether they were changed since; empty outside of a clone."""
    def git(*words):
        try:
            said = subprocess.run(["git", "-C", root, *words], capture_output=True, text=True)
        except OSError:  # there is no git
            return ""
        return said.stdout.strip() if said.returncode == 0 else ""

    commit = git("rev-parse", "--short=10", "HEAD")
    changed = git("status", "--porcelain", "--untracked-files=no")
    return f"commit {commit}" + (", changed since" if changed else "") if commit else ""


def build_type(banlie):
    """Meson's build type of a program in its build folder; empty where there is no such folder."""
    options = _read(pathlib.Path(banlie).parent.parent / "meson-info" / "intro-buildoptions.json")
    for option in json.loads(options or "[]"):
        if option["name"] == "buildtype":
            return f"build type {option['value']}"
    return ""
