#!/usr/bin/env python3
"""Makes character-references.tsv from the named character references that Python's html.entities holds (HTML Standard, 13.5).

usage: make-character-references.py RESOURCES
"""
import html.entities
import sys
from pathlib import Path

HEAD = """# Named character references of HTML, with the code points they stand for. Names that may stand without a semicolon are given without one too.
# Source: HTML Standard (WHATWG), 13.5, through Python's html.entities, made by Scripts/make-character-references.py.
# Licence: Creative Commons Attribution 4.0, see NOTICE.
name\tcharacters
"""
rows = (f"{name}\t{' '.join(f'{ord(letter):X}' for letter in value)}\n" for name, value in sorted(html.entities.html5.items()))
(Path(sys.argv[1]) / "character-references.tsv").write_text(HEAD + "".join(rows))
