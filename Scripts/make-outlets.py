#!/usr/bin/env python3
"""Writes Sources/Lexicons/Resources/outlets.tsv: names of news agencies and outlets, with domain and country.

Two sources: Scripts/outlets/outlets.tsv, written for Headwater, and the publishers of fundus (MIT), whose unpacked wheel is
the only argument. Where both know a domain, Headwater's own row stands.
"""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
TARGET = HERE.parent / "Sources/Lexicons/Resources/outlets.tsv"
COUNTRIES = {"uk": "GB", "ind": "IN", "isl": "IS"}
# Names that are common words: only beside an article or a word such as "magazine".
COMMON = {"ABC", "Focus Online", "Golem", "Ilanga", "Kicker", "Metro", "Nature", "People", "Publico", "Stern", "Vogue", "i"}


def main():
    fundus = pathlib.Path(sys.argv[1])
    own = [line for line in (HERE / "outlets/outlets.tsv").read_text(encoding="utf-8").splitlines() if line]
    header = [line for line in own if not line.startswith("#")][0]
    rows = [line.split("\t") for line in own if not line.startswith("#")][1:]
    domains = {row[2] for row in rows}
    names = {name.lower() for row in rows for name in [row[0], *row[4].split(" / ")]}
    for file in sorted(fundus.glob("fundus/publishers/*/__init__.py")):
        country = COUNTRIES.get(file.parent.name, file.parent.name.upper())
        source = file.read_text(encoding="utf-8")
        for name, domain in re.findall(r'name="([^"]+)",\s*domain="https?://(?:www\d?\.)?([^"/]+)', source):
            name = re.sub(r"\s*\(.*\)| EU$| DE$", "", name).strip()
            if domain in domains or name.lower() in names:
                continue
            names.add(name.lower())
            rows.append([name, "outlet", domain, country, "", "article" if name in COMMON else ""])
    rows.sort(key=lambda row: (row[0].lower(), row[2]))
    lines = [
        "# Names of news agencies and outlets with domain and country. Made by Scripts/make-outlets.py from a table written for",
        "# Headwater and the publishers of fundus (MIT). forms: other names, parted by \" / \". needs: `article` where the name",
        "# is told from a common word only by an article or a word such as \"magazine\" beside it.",
        header,
    ]
    TARGET.write_text("\n".join(lines + ["\t".join(row) for row in rows]) + "\n", encoding="utf-8")


main()
