#!/usr/bin/env python3
"""Makes Sources/Lexicons/Resources/word-frequencies.tsv: how common English words are.

Needs the PyPI package wordfreq (its data: CC BY-SA 4.0, see NOTICE). Usage:

    pip install wordfreq==3.1.1
    Scripts/make-word-frequencies.py > Sources/Lexicons/Resources/word-frequencies.tsv
"""

import re

from wordfreq import iter_wordlist, zipf_frequency

WORDS = 40000

print("# How common English words are: Zipf value times 100 (logarithm to base 10 of occurrences in a billion words).")
print("# Source: wordfreq 3.1.1 by Robyn Speer, https://github.com/rspeer/wordfreq. Licence of the data: CC BY-SA 4.0.")
print("# Made by Scripts/make-word-frequencies.py.")
print("word\tzipf")
kept = 0
for word in iter_wordlist("en", "large"):
    if not re.fullmatch(r"[a-z]+", word):
        continue
    print(f"{word}\t{round(zipf_frequency(word, 'en', wordlist='large') * 100)}")
    kept += 1
    if kept == WORDS:
        break
