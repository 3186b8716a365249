"""Lemmas as edit classes: how many letters to cut from the lower-cased word, and what to add (Chrupała 2006, suffix only).

The class is `cut|added|case`, case being `l` where the lemma is lower case and `k` where it keeps the word's case.
"""

from __future__ import annotations

import functools


@functools.lru_cache(maxsize=200_000)
def edit(form: str, lemma: str) -> str:
    case = "l" if lemma == lemma.lower() else "k"
    word = form.lower() if case == "l" else form
    common = 0
    while common < min(len(word), len(lemma)) and word[common] == lemma[common]:
        common += 1
    return f"{len(word) - common}|{lemma[common:]}|{case}"


def apply(form: str, edit_class: str) -> str:
    cut, added, case = edit_class.split("|")
    word = form.lower() if case == "l" else form
    return word[:max(0, len(word) - int(cut))] + added
