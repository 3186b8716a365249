"""Speed and peak memory of `headwater extract` beside trafilatura and resiliparse on the saved pages of Fundus: one run, one core,
rounds interleaved; then web archives of 1, 100, 1,000 and 5,000 pages. `extract.py DATA HEADWATER [ROUNDS]`.

Seconds are those of the processor, so that what else runs on the machine counts little. Peers are measured without their start and
imports, Headwater with its own. Needs the packages of requirements.txt.
"""

import gzip
import os
import pathlib
import subprocess
import sys
import tempfile

PEERS = {
    "trafilatura": "import trafilatura; read = lambda page: trafilatura.bare_extraction(page, with_metadata=True, include_comments=False)",
    "trafilatura-fast": "import trafilatura; read = lambda page: trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, fast=True)",
    "resiliparse": "from resiliparse.extract.html2text import extract_plain_text as text; "
    "read = lambda page: text(page.decode('utf-8', 'replace'), main_content=True, alt_texts=False)",
}
LOOP = """
import pathlib, sys, time
pages = [path.read_bytes() for path in sorted(pathlib.Path(sys.argv[1]).glob('*.html'))]
began = time.process_time()
for page in pages:
    read(page)
print(time.process_time() - began)
"""


def measured(command, output):
    """Seconds of the processor, peak resident megabytes, and what the command printed where `output` is a pipe."""
    child = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
    text = child.stdout.read() if child.stdout else b""
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"extract.py: {command[0]} ended with status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def record(page, number):
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\n"
    return (head + f"Content-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n").encode() + answer + b"\r\n\r\n"


def main():
    data, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work) / "pages"
        folder.mkdir()
        for number, file in enumerate(sorted((data / "intake/fundus/test_data").glob("*/*.html.gz"))):
            (folder / f"{number:04}.html").write_bytes(gzip.decompress(file.read_bytes()))
        pages = [path.read_bytes() for path in sorted(folder.glob("*.html"))]
        print(f"{len(pages)} pages, {sum(map(len, pages)) / 1e6:.1f} MB, load {os.getloadavg()[0]:.1f}")
        best = {}
        for _ in range(rounds):
            seconds, peak, _ = measured([program, "extract", str(folder), "--format", "json", "-q"], subprocess.DEVNULL)
            best["headwater"] = min(best.get("headwater", (9e9, 0)), (seconds, peak))
            for peer, code in PEERS.items():
                _, peak, told = measured([sys.executable, "-c", code + LOOP, str(folder)], subprocess.PIPE)
                best[peer] = min(best.get(peer, (9e9, 0)), (float(told), peak))
        for name, (seconds, peak) in best.items():
            times = best["trafilatura"][0] / seconds
            print(f"{name}\t{len(pages) / seconds:.1f} pages/s\t{times:.1f} times trafilatura\tpeak {peak:.0f} MB")
        for count in (1, 100, 1_000, 5_000):
            path = pathlib.Path(work) / "pages.warc"
            with open(path, "wb") as file:
                for number in range(count):
                    file.write(record(pages[number % len(pages)], number))
            size = path.stat().st_size / 1e6
            seconds, peak, _ = measured([program, "extract", str(path), "--format", "json", "-q"], subprocess.DEVNULL)
            print(f"web archive of {count} pages\t{size:.1f} MB\t{count / seconds:.1f} pages/s\tpeak {peak:.0f} MB")
            path.unlink()


main()
