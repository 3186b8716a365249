#!/usr/bin/env python3
"""Makes Sources/Lexicons/Resources/currencies.tsv: currencies that are or were legal tender since 1999.

usage: make-currencies.py [CLDR_COMMON [ISO_CODES_JSON]] > Sources/Lexicons/Resources/currencies.tsv
CLDR_COMMON is the folder `common` of Unicode CLDR (Debian package unicode-cldr-core), ISO_CODES_JSON the folder `json`
of the Debian package iso-codes.
"""
import json
import re
import sys
import xml.etree.ElementTree as ElementTree

common = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode/cldr/common"
iso = sys.argv[2] if len(sys.argv) > 2 else "/usr/share/iso-codes/json"

current = {entry["alpha_3"] for entry in json.load(open(iso + "/iso_4217.json"))["4217"]}
tender, former = set(), set()
for element in ElementTree.parse(common + "/supplemental/supplementalData.xml").iter("currency"):
    code = element.get("iso4217")
    if not code or element.get("tender") == "false":
        continue
    if not element.get("to"):
        tender.add(code)
    elif element.get("to") >= "1999":
        former.add(code)

symbols = {}
for locale in ("en", "root"):
    for element in ElementTree.parse(f"{common}/main/{locale}.xml").iter("currency"):
        for symbol in element.findall("symbol"):
            text = symbol.text or ""
            if text and text != "↑↑↑" and not text.isalpha() and "\xa0" not in text:
                symbols.setdefault(text, set()).add(element.get("type"))

# A sign that several currencies share means this one where nothing else is said.
default = {"$": "USD", "£": "GBP", "¥": "JPY", "₩": "KRW"}
signs = {}
for text, codes in symbols.items():
    code = default.get(text) or (next(iter(codes)) if len(codes) == 1 else None)
    if code:
        signs.setdefault(code, []).append(text)


def plain(text):
    return re.sub(r"\s*\(.*?\)", "", text).strip().replace("’", "'")


rows, taken = [], {}
for element in ElementTree.parse(common + "/main/en.xml").iter("currency"):
    code = element.get("type")
    names = [plain(n.text) for n in element.findall("displayName")]
    if not names or code not in tender | former:
        continue
    rank = 0 if code in tender and code in current else 1
    forms = list(dict.fromkeys(name.lower() for name in names[1:] or names))
    rows.append((rank, code, names[0], forms))

print("# Currencies: ISO 4217 code, English name, its singular and plural in running text, signs that mean it.")
print("# Made by Scripts/make-currencies.py from Unicode CLDR and iso-codes (see NOTICE).")
print("code\tname\tforms\tsigns")
kept = []
for rank, code, name, forms in sorted(rows):
    forms = [form for form in forms if taken.setdefault(form, code) == code]
    if forms:
        kept.append((code, name, forms))
for code, name, forms in sorted(kept):
    print("\t".join([code, name, "|".join(forms), "|".join(sorted(signs.get(code, [])))]))
