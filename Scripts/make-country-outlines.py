#!/usr/bin/env python3
"""Makes Sources/Lexicons/Resources/page/outlines.js: the outlines of countries, as one path of tenths of degrees.

usage: make-country-outlines.py SHAPEFILE > Sources/Lexicons/Resources/page/outlines.js
SHAPEFILE is naturalearth_lowres.shp: Natural Earth 1:110m, public domain, as it stands in the source package of
geopandas 0.14.4 (folder geopandas/datasets/naturalearth_lowres). Needs the package pyshp.

A ring is "x,y" and then steps "dx,dy", separated by spaces; rings are separated by ";". x grows eastward from -1800,
y southward from -900.
"""
import sys

import shapefile

rings = []
for shape in shapefile.Reader(sys.argv[1]).shapes():
    ends = list(shape.parts[1:]) + [len(shape.points)]
    for start, end in zip(shape.parts, ends):
        points = [(round(x * 10), round(-y * 10)) for x, y in shape.points[start:end]]
        kept = [point for index, point in enumerate(points) if index == 0 or point != points[index - 1]]
        if kept[0] == kept[-1]:
            kept.pop()
        if len(kept) < 3:
            continue
        steps = [f"{x - a},{y - b}" for (a, b), (x, y) in zip(kept, kept[1:])]
        rings.append(" ".join([f"{kept[0][0]},{kept[0][1]}"] + steps))

print("// Outlines of countries: Natural Earth 1:110m, public domain. Made by Scripts/make-country-outlines.py.")
print(f'const countryOutlines = "{";".join(rings)}";')
