"""Writes the texts that only a teacher judges: `python -m reader.texts DATA OUT` leaves a file for each in OUT.

GAP's development part (Wikipedia; the pronouns that it asks for train the scorers of coreference, too) and the advanced level of
OneStopEnglish (news). `headwater analyze OUT -o texts.conllu` cuts them into sentences and words.
"""

from __future__ import annotations

import csv
import pathlib
import sys

from . import data


def texts(folder: pathlib.Path) -> dict[str, str]:
    """The texts by a name."""
    found = {}
    with (folder / data.GAP.format("development")).open(encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)):
            found[f"gap-{number:04}"] = row["Text"].replace("``", '"').replace("''", '"') + "\n"
    for number, path in enumerate(sorted((folder / data.ONESTOP).rglob("*.txt"))):
        found[f"one-{number:03}"] = path.read_text(encoding="utf-8-sig", errors="replace")
    return found


def main():
    folder, out = (pathlib.Path(a) for a in sys.argv[1:3])
    out.mkdir(parents=True, exist_ok=True)
    for name, text in texts(folder).items():
        (out / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
