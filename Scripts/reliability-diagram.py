"""Draws the reliability diagram of what `headwater evaluate lineage` prints, as SVG.

usage: headwater evaluate lineage --data DIR | python3 Scripts/reliability-diagram.py > Documentation/reliability.svg
"""

import re
import sys

points = []
for line in sys.stdin:
    found = re.search(r"true where (\.\d) to (\.\d|1|\.10) is said +([\d.]+) +n=(\d+)", line)
    if found:
        points.append((float(found[1]) + 0.05, float(found[3]), int(found[4])))
if not points:
    sys.exit("no rows of a calibration on standard input")
size, edge = 320, 44


def x(share):
    return edge + share * size


def y(share):
    return 20 + (1 - share) * size


out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size + edge + 20} {size + 64}" role="img" '
       'font-family="sans-serif" font-size="12">',
       "<title>Share of pairs that share an origin, by the probability that was said</title>",
       f'<rect x="0" y="0" width="{size + edge + 20}" height="{size + 64}" fill="#fff"/>',
       f'<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
       f'<path d="M{x(0)} {y(1)}V{y(0)}H{x(1)}" stroke="#333" fill="none"/>']
for tick in (0, 0.5, 1):
    out.append(f'<text x="{x(tick)}" y="{y(0) + 18}" text-anchor="middle">{tick:g}</text>')
    out.append(f'<text x="{x(0) - 8}" y="{y(tick) + 4}" text-anchor="end">{tick:g}</text>')
for said, true, count in points:
    out.append(f'<circle cx="{x(said):.1f}" cy="{y(true):.1f}" r="{2.5 + count ** 0.5:.1f}" fill="#1f6feb" '
               f'fill-opacity=".35" stroke="#1f6feb"/><text x="{x(said):.1f}" y="{y(true) - 6:.1f}" '
               f'text-anchor="middle" font-size="10">{count}</text>')
out.append(f'<text x="{x(0.5)}" y="{size + 58}" text-anchor="middle">probability that was said (tenths; numbers: pairs)</text>')
out.append(f'<text transform="translate(12 {y(0.5)}) rotate(-90)" text-anchor="middle">share that is related</text></svg>')
print("\n".join(out))
