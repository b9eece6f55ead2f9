#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The codes of findings, their sentences and the calls that use them belong together.

Every code of base/fault.h and config/finding_codes.h has a sentence and is used; each call fills as
many gaps as the sentence of its code has; and a code that stands for itself has none.

usage: phrases_test.py ROOT
"""
import pathlib
import re
import sys

ROOMS = ["base", "config", "model", "verify", "solver", "export", "study", "cli"]
CODES = ["base/fault.h", "config/finding_codes.h", "export/words/findings/sentences.h"]
TABLES = "export/words/findings"
CALL = re.compile(r"\b(PHRASE|finding_error|finding_warning)\(")
CODE = re.compile(r"\b(?:FAULT|FINDING|REASON|HINT|NOUN|THE|AN?|KEY|TOTAL|SENTENCE)_[A-Z0-9_]+\b")

# Codes with gaps that stand alone: what fills them is told beside them.
TOLD_APART = {"REASON_RANGE", "REASON_RANGE_OPEN"}  # a field's range has the ends


def without_comments(text):
    return re.sub(r"/\*.*?\*/|//[^\n]*", lambda found: "\n" * found.group().count("\n"), text,
                  flags=re.S)


def arguments(text, start):
    """The arguments of a call whose first begins at `start`, and where the call ends."""
    found, depth, begin, at = [], 0, start, start
    while depth >= 0:
        if text[at] in "\"'":
            end = re.compile(r"(?:\\.|[^\\])*?" + text[at]).match(text, at + 1).end()
            at = end - 1
        elif text[at] in "([{":
            depth += 1
        elif text[at] in ")]}":
            depth -= 1
        if depth < 0 or (depth == 0 and text[at] == ","):
            found.append(text[begin:at].strip())
            begin = at + 1
        at += 1
    return found, at


def listed_codes(root):
    """The codes that the headers list, without the ends of the lists."""
    text = "".join(without_comments((root / name).read_text("utf-8")) for name in CODES)
    lists = "".join(re.findall(r"enum \{(.*?)\}", text, flags=re.S))
    return [name for name in re.findall(r"\b([A-Z]+_[A-Z0-9_]+)\s*(?:=[^,]*)?(?:,|$)", lists)
            if not name.startswith("N_")]


def sentences(root):
    """The English sentence of each code."""
    entry = re.compile(r'\[(\w+)\] =\s*\{((?:\s*"(?:[^"\\]|\\.)*")+)')
    found = {}
    for path in sorted((root / TABLES).glob("*.c")):
        for name, parts in entry.findall(path.read_text("utf-8")):
            found[name] = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', parts))
    return found


def gaps(sentence):
    return len(set(re.findall(r"\{(\d)\}", sentence)))


def look_at_file(path, text, known, used, faults):
    """Notes the codes that a file uses, and calls that do not fit them."""
    heads = set()
    for call in CALL.finditer(text):
        if text[: call.start()].endswith("#define "):
            continue
        parts, _ = arguments(text, call.end())
        first = 0 if call.group(1) == "PHRASE" else 2
        if len(parts) <= first or "__VA_ARGS__" in parts[first]:
            continue
        line = text.count("\n", 0, call.start()) + 1
        filled = len(parts) - first - 1
        begin = text.index(parts[first], call.end()) if first == 0 else None
        for name in CODE.findall(parts[first]):
            if name in known and gaps(known[name]) != filled:
                faults.append(f"{path}:{line}: {name} has {gaps(known[name])} gaps, not {filled}")
        if begin is None:
            begin = text.index(parts[first], call.end() + len(parts[0]) + len(parts[1]))
        heads.update(range(begin, begin + len(parts[first])))
    for name in CODE.finditer(text):
        used.add(name.group())
        compared = text[: name.start()].endswith(("case ", "== "))
        alone = name.start() not in heads and name.group() in known and not compared
        if alone and gaps(known[name.group()]) > 0 and name.group() not in TOLD_APART:
            line = text.count("\n", 0, name.start()) + 1
            faults.append(f"{path}:{line}: {name.group()} stands alone, but has gaps")


def main():
    root = pathlib.Path(sys.argv[1])
    known, used, faults, calls = sentences(root), set(), [], 0
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.[ch]")):
            name = str(path.relative_to(root))
            if name in CODES or name.endswith("_sentences.c"):
                continue
            text = without_comments(path.read_text("utf-8"))
            if name == TABLES + "/sentences.c":
                text = re.sub(r'\[(\w+)\] = \{', "", text)
            calls += len(CALL.findall(text))
            look_at_file(name, text, known, used, faults)
    listed = listed_codes(root)
    faults += [f"{code} has no sentence" for code in listed if code not in known]
    faults += [f"{code} is no code" for code in known if code not in listed]
    faults += [f"{code} is not used" for code in listed if code not in used]
    print("\n".join(faults + [f"{len(listed)} codes and {calls} calls looked at, {len(faults)} faults"]))
    return 1 if faults or calls < 100 or len(listed) < 200 else 0


if __name__ == "__main__":
    sys.exit(main())
