"""What the program's own word lists say of a name's type: evidence where a corpus marks names but not types."""

from __future__ import annotations

import functools
import pathlib

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "Sources/Lexicons/Resources"
PLACE_KINDS = {"area": {"LOC"}, "water": {"LOC"}, "continent": {"LOC"}}
KNOWN_KINDS = {"organisation": {"ORG"}, "event": {"EVENT"}, "product": {"PROD"}, "facility": {"FAC"}, "law": {"WORK"}}
HEADS = {"orghead": {"ORG"}, "orgsuffix": {"ORG"}, "facility": {"FAC", "ORG"}, "placehead": {"LOC", "GPE", "FAC"},
         "event": {"EVENT"}}


def rows(name: str) -> list[dict[str, str]]:
    lines = [line for line in (RESOURCES / name).read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
    keys = lines[0].split("\t")
    return [dict(zip(keys, line.split("\t"))) for line in lines[1:]]


@functools.lru_cache(maxsize=1)
def lists():
    places: dict[str, set[str]] = {}
    for row in rows("countries.tsv"):
        for name in row["names"].split("|"):
            places.setdefault(name.lower(), set()).add("GPE")
    unsure = set()
    for row in rows("places.tsv"):
        for name in [row["name"]] + row.get("names", "").split("|"):
            if name:
                places.setdefault(name.lower(), set()).update(PLACE_KINDS.get(row["kind"], {"GPE"}))
                if row.get("flags"):
                    unsure.add(name.lower())
    first = {r["name"].lower(): int(r["tier"]) for r in rows("first-names.tsv")}
    last = {r["name"].lower(): int(r["tier"]) for r in rows("surnames.tsv")}
    known = {r["name"].lower(): KNOWN_KINDS[r["kind"]] for r in rows("known-names.tsv") if r["kind"] in KNOWN_KINDS}
    heads = {r["phrase"].lower(): HEADS[r["class"]] for r in rows("name-words.tsv") if r["class"] in HEADS}
    return places, unsure, first, last, known, heads


@functools.lru_cache(maxsize=50_000)
def types(name: str) -> frozenset[str] | None:
    """The types that a name may have, by the lists; None where they say nothing."""
    places, unsure, first, last, known, heads = lists()
    lower = name.lower()
    words = lower.split(" ")
    if lower in known:
        return frozenset(known[lower])
    if len(words) > 1 and words[-1].rstrip(".") in heads:
        return frozenset(heads[words[-1].rstrip(".")])
    place = places.get(lower)
    if len(words) == 1:
        person = first.get(lower, 0) >= 2 or last.get(lower, 0) >= 2
        if place and (person or lower in unsure):
            return frozenset(place | {"PER"}) if person else None
        if place:
            return frozenset(place)
        return frozenset({"PER"}) if person else None
    if place:
        return frozenset(place)
    if first.get(words[0], 0) >= 2 and (words[-1] in last or words[-1] in first or len(words[1]) == 2 and words[1][1] == "."):
        return frozenset({"PER"})
    return None


def refine(allowed: frozenset[str], name: str) -> frozenset[str]:
    """A set of types made smaller where the lists know better: a place that is a country or a sea, for instance."""
    known = types(name)
    return allowed & known if known and allowed & known else allowed
