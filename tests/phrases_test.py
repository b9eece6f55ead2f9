#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The codes of findings, their sentences and the calls that use them belong together.

Every code of base/fault.h and config/finding_codes.h has a sentence and is used; each call fills as
many gaps as the sentence of its code has; and a code that stands for itself has none. Whatever people
read is there in Chinese with the same gaps: the sentences of codes, those of TEXTS, what the verifier
says, and what commands say with their help.

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

# What has no Chinese name: formats, programs, units, what is typed, examples.
OTHER_NAMES = set("""
    Banlie CSV YAML JSON UTF GB GBK MPS LP CPLEX ISO IANA PCRE Unicode TEU MiB km CN DE Ctrl ASCII NaN DIR CASE
    FILE TAG TZDIR tzdata Asia Shanghai Yiwu West Mon Tue Wed Thu Fri Sat Sun Monday en zh my type help
    auto always never plain excel semicolon operator national manifest mps lp new check export true false null
    csv file include encoding separator decimal GNU GLPK CLP CBC HiGHS Eclipse
    sweep relax local slurm list plans rows MAL Slurm sbatch squeue MaxArraySize
    design draw sample uniform triangular normal lognormal exponential empirical
""".split())

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
    return table_sentences(root, "_sentences")


def string(text):
    """The C text that begins the argument; None where it is no literal."""
    found = re.match(r'(?:\s*(?:"(?:[^"\\]|\\.)*"|G_GINT64_FORMAT))+', text)
    return None if found is None else "".join(
        re.findall(r'"((?:[^"\\]|\\.)*)"', found.group().replace("G_GINT64_FORMAT", '"ld"')))


def chinese_sentences(root):
    """The Chinese sentence of each code."""
    return table_sentences(root, "_chinese")


def table_sentences(root, ending):
    """The sentences of the tables whose names end so, by code."""
    found = {}
    for path in sorted((root / TABLES).glob("*.c")):
        text = path.read_text("utf-8")
        for name, table in re.findall(r"(\w+)\[N_\w+\] = \{(.*?)\n\};", text, flags=re.S):
            if name.endswith(ending):
                for code, parts in re.findall(r'\[(\w+)\] =((?:\s*"(?:[^"\\]|\\.)*")+),', table):
                    found[code] = string(parts)
    return found


def catalogue(root, name):
    text = (root / "export/words" / name).read_text("utf-8")
    literal = r'((?:\s*"(?:[^"\\]|\\.)*")+)'
    found = re.split(r"\{NULL, NULL\}", text)[0]  # what comes after it is never found
    return {string(english): string(chinese)
            for english, chinese in re.findall(r"\{" + literal + "," + literal + r"\s*\}", found)}


def conversions(text):
    """What a format of printf() takes, in the order in which it is given."""
    found = re.findall(r"%(?:(\d+)\$)?(\.\d+)?(zu|ld|[a-z%])", text)
    numbered = [(int(place), kind) for place, _, kind in found if place]
    kinds = [kind for _, _, kind in found if kind != "%"]
    return [kind for _, kind in sorted(numbered)] if numbered else kinds


def said(root, rooms, calls):
    """The texts that these calls say, by the place of the text among their arguments."""
    found = {}
    call = re.compile(r"\b(" + "|".join(calls) + r")\(")
    for room in rooms:
        for path in sorted((root / room).rglob("*.c")):
            text = without_comments(path.read_text("utf-8"))
            for at in call.finditer(text):
                if text[: at.start()].endswith("#define "):
                    continue
                parts, _ = arguments(text, at.end())
                first = calls[at.group(1)]
                for part in parts[first:first + 1] if first >= 0 else parts:
                    english = string(part)
                    if english and (first >= 0 or " " in english):
                        found[english] = str(path.relative_to(root))
                        break
    return found


def command_texts(root):
    """What commands say, with their help."""
    found = said(root, ["cli"], {"say": 0, "options_wrong": 1})
    for path in sorted((root / "cli").glob("*.[ch]")):
        text = path.read_text("utf-8").replace("\\\n", " ")
        name = str(path.relative_to(root))
        for parts in re.findall(r'\.summary =((?:\s*"(?:[^"\\]|\\.)*")+)', text):
            found[string(parts)] = name
        for parts in re.findall(r'G_OPTION_ARG_\w+,\s*&[\w.>()-]+,((?:\s*"(?:[^"\\]|\\.)*")+)', text):
            found[string(parts)] = name
        for parts in re.findall(r'\{"\w+", command_\w+,((?:\s*"(?:[^"\\]|\\.)*")+)\}', text):
            found[string(parts)] = name
    return found


def look_at_chinese(root, known, faults):
    """Notes what is not there in Chinese, or has other gaps there."""
    chinese = chinese_sentences(root)
    for code, sentence in known.items():
        if sentence and code not in chinese:
            faults.append(f"{code} has no Chinese sentence: export/words/findings/*_chinese.c")
        elif sentence and sorted(re.findall(r"\{\d\}", sentence)) != sorted(
                re.findall(r"\{\d\}", chinese[code])) and gaps(sentence) != gaps(chinese[code]):
            faults.append(f"{code} has other gaps in Chinese")
    checks = {"report_check": 5, "ROW_CHECK": 4, "SUMMARY_CHECK": 2, "report_format": 1}
    checks.update({name: -1 for name in ["STOCK_CHECK", "RAKE_CHECK", "LEG_CHECK", "BOX_CHECK",
                                         "TRAIN_ROW_CHECK", "TRAIN_CHECK", "FEEDER_CHECK",
                                         "CAPACITY_CHECK", "STOCK_PRICE_CHECK", "PRICE_CHECK",
                                         "PROOF_CHECK", "STATE_CHECK"]})
    look_at_words(root, faults, checks)
    look_at_english(root, faults)
    for name, texts in [("verify_chinese.c", said(root, ["verify"], checks)),
                        ("folder_chinese.c", said(root, ["base", "study"], {"folder_said": 1, "dir_fails": 1})),
                        ("cli_chinese.c", command_texts(root))]:
        there = catalogue(root, name)
        if not re.search(r"\{NULL, NULL\},\n\};", (root / "export/words" / name).read_text("utf-8")):
            faults.append(f"{name}: its last entry should be NULL")
        for english, path in sorted(texts.items()):
            if english not in there:
                faults.append(f'{path}: "{english}" is not in export/words/{name}')
            elif conversions(english) != conversions(there[english]):
                faults.append(f'{name}: "{english}" has other gaps in Chinese')
        if len(texts) < (10 if name == "folder_chinese.c" else 60):
            faults.append(f"{name}: only {len(texts)} texts were found")


def gaps(sentence):
    return len(set(re.findall(r"\{(\d)\}", sentence)))


def names_of_things(root):
    """Keys of the case, columns of files and their codes: these stay as they are in Chinese."""
    found = set()
    for path in list((root / "config").rglob("*.c")) + list((root / "verify").rglob("*.c")):
        text = path.read_text("utf-8")
        found.update(re.findall(r'\{"(\w+)", FIELD_', text))
        found.update(re.findall(r'\{"(\w+)", ', text))
        found.update(re.findall(r'"(\w+)"[,)]', text))  # members of summary.json, words of codes
    return found


def look_at_english(root, faults):
    """Notes English words in Chinese sentences, wherever in export/ they stand."""
    names = names_of_things(root) | OTHER_NAMES
    count = 0
    for path in sorted((root / "export").rglob("*.c")):
        text = without_comments(path.read_text("utf-8"))
        if path.name.endswith("_sentences.c"):
            continue
        for found in re.finditer(r'"(?:[^"\\]|\\.)*"(?:\s*"(?:[^"\\]|\\.)*")*', text):
            chinese = string(found.group())
            if not re.search("[\u4e00-\u9fff]", chinese):
                continue
            count += 1
            bare = re.sub(r"%(?:\d+\$)?[-+\d.*]*(?:ld|zu|[a-z%])|\\\\.|\\n|`[^`]*`|--[\w-]+", " ", chinese)
            bare = re.sub(r"[\w./-]+\.(?:csv|json|yaml|md)|\bbanlie [\w-]+", " ", bare)
            for word in re.findall(r"[A-Za-z_]{2,}", bare):
                if word not in names:
                    line = text.count("\n", 0, found.start()) + 1
                    faults.append(f"{path.relative_to(root)}:{line}: \"{word}\" is English")
    if count < 400:
        faults.append(f"only {count} Chinese texts were found")


def look_at_words(root, faults, checks):
    """Notes English words that are filled into what the verifier says, and not looked up."""
    call = re.compile(r"\b(" + "|".join(checks) + r")\(")
    for path in sorted((root / "verify").rglob("*.c")):
        text = without_comments(path.read_text("utf-8"))
        for at in call.finditer(text):
            parts, _ = arguments(text, at.end())
            texts = [i for i, part in enumerate(parts) if " " in (string(part) or "")]
            first = checks[at.group(1)] if checks[at.group(1)] >= 0 else (texts or [len(parts)])[0]
            for part in parts[first + 1:]:
                filled = re.sub(r"report_format\(.*?\\?\"\)", "", part, flags=re.S)
                if any(" " in word for word in re.findall(r'"((?:[^"\\]|\\.)*)"', filled)):
                    line = text.count("\n", 0, at.start()) + 1
                    faults.append(f"{path.relative_to(root)}:{line}: {part} is English in any language")


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
            if name in CODES or name.endswith(("_sentences.c", "_chinese.c")):
                continue
            text = without_comments(path.read_text("utf-8"))
            if name == TABLES + "/sentences.c":
                text = re.sub(r'\[(\w+)\] = "', '"', text)
            calls += len(CALL.findall(text))
            look_at_file(name, text, known, used, faults)
    listed = listed_codes(root)
    faults += [f"{code} has no sentence" for code in listed if code not in known]
    faults += [f"{code} is no code" for code in known if code not in listed]
    faults += [f"{code} is not used" for code in listed if code not in used]
    look_at_chinese(root, known, faults)
    print("\n".join(faults + [f"{len(listed)} codes and {calls} calls looked at, {len(faults)} faults"]))
    return 1 if faults or calls < 100 or len(listed) < 200 else 0


if __name__ == "__main__":
    sys.exit(main())
