# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a solver once, measured by measure.c, and listens to what it says and when."""
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import time
from dataclasses import dataclass

WIDTH = 200  # columns of the terminal: no line of progress is cut off
ENDS_OF_LINES = re.compile(rb"\r\n|[\r\n]|\x1b\[K")


@dataclass(frozen=True)
class Trial:
    """One run of one command."""

    seconds: float  # wall
    cpu: float
    peak_bytes: int
    code: int
    killed: bool  # it went on for longer than was allowed
    log: str
    first_plan: tuple  # seconds after which it told of a plan, gap then (or None); None: never told


def _terminal():
    """Both ends of a terminal, which makes programs tell at once what they have to say."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, WIDTH, 0, 0))
    settings = termios.tcgetattr(theirs)
    settings[1] &= ~termios.OPOST
    termios.tcsetattr(theirs, termios.TCSANOW, settings)
    return ours, theirs


def _lines(ours, begun):
    """Each line that is told, and the seconds since the beginning."""
    rest = b""
    while True:
        try:
            data = os.read(ours, 1 << 16)
        except OSError:  # EIO: nobody holds the other end any more
            data = b""
        at = time.monotonic() - begun
        *whole, rest = ENDS_OF_LINES.split(rest + data)
        if not data and rest:
            whole.append(rest)
        for line in whole:
            yield at, line.decode("utf-8", "replace")
        if not data:
            return


def _told(line, plan_line):
    """The gap (or None) that a line tells of a plan, in a tuple; None where it tells of none."""
    found = plan_line.match(line)
    if found is None:
        return None
    gap = found.groupdict().get("gap")
    return (None if gap is None else float(gap) / 100,)


def run(measure, command, folder, seconds_allowed, plan_line):
    """A Trial of a command, run in a folder.

    measure    the program made of measure.c
    plan_line  pattern of a line that tells of a plan; its group `gap` are percents
    """
    used = folder / "used"
    used.unlink(missing_ok=True)
    ours, theirs = _terminal()
    begun = time.monotonic()
    environment = dict(os.environ, LC_ALL="C", TERM="xterm", NO_COLOR="1")
    process = subprocess.Popen([measure, used, str(seconds_allowed), *command], cwd=folder,
                               stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs,
                               env=environment)
    os.close(theirs)
    log, first_plan = [], None
    try:
        for at, line in _lines(ours, begun):
            log.append(line)
            told = _told(line, plan_line) if first_plan is None else None
            if told is not None:
                first_plan = (at, *told)
    finally:
        os.close(ours)
        process.wait()
    seconds, cpu, peak_kib, code, killed = used.read_text().split()
    return Trial(float(seconds), float(cpu), 1024 * int(peak_kib), int(code), killed == "1",
                 "\n".join(log), first_plan)
