#!/usr/bin/env python3
"""Compares the known gaps of an example story with what its test says.

usage: swift test --filter HarbourFireTests 2>&1 | Scripts/example-gaps.py Examples/harbour-fire/gold.json

Prints the gaps that are closed (strike them) and the checks that fail without being listed. With --write, strikes and
adds them in the file; an added gap gets the reason "new:" and what the account has instead, to be replaced by hand.
"""
import json
import re
import sys

path = sys.argv[1]
text = open(path).read()
gaps = {gap["id"]: gap["reason"] for gap in json.loads(text)["knownGaps"]}
failing, closed = {}, []
for line in sys.stdin:
    found = re.search(r"argument check → (\S+) at .*?Expectation failed: \(difference → (.*?)\) == nil", line)
    if found and "known issue" not in line.split(" with 1 argument")[0]:
        failing[found[1]] = found[2]
    found = re.search(r"argument check → (\S+) at .*Known issue was not recorded", line)
    if found:
        closed.append(found[1])
for name in sorted(closed):
    print(f"closed  {name}")
for name in sorted(failing):
    print(f"failing {name}: {failing[name]}")
if "--write" in sys.argv:
    gaps = {name: reason for name, reason in gaps.items() if name not in closed}
    gaps.update({name: "new: " + seen.strip('"') for name, seen in failing.items()})
    lines = [f"    {json.dumps({'id': name, 'reason': reason}, ensure_ascii=False)}" for name, reason in gaps.items()]
    start = text.index('"knownGaps"')
    open(path, "w").write(text[:start] + '"knownGaps": [\n' + ",\n".join(lines) + "\n  ]\n}\n")
