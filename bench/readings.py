"""How the benchmark reads documents: with the command that people use, many files in one call."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

__all__ = ["OPERATIVE", "read_into", "score_folder", "workshop"]

OPERATIVE = str(Path(sys.executable).parent / "operative")


def workshop(data: Path, name: str) -> Path:
    """A new empty folder for one measure, beside the unpacked data."""
    place = data / ".work" / name
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    return place


def read_into(files: Mapping[str, Path], out: Path, form: str = "json", *options: str) -> None:
    """Read files under new names (so that no two share one) and write the readings into `out`."""
    shelf = out.with_name(out.name + ".in")
    shelf.mkdir(parents=True, exist_ok=True)
    for name, path in files.items():
        link = shelf / name
        link.unlink(missing_ok=True)
        link.symlink_to(path.resolve())
    call = [OPERATIVE, "read", str(shelf), "--to", form, "--out", str(out), *options]
    done = subprocess.run(call, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"operative read ended with {done.returncode}: {done.stderr[-500:]}")


def score_folder(data: Path) -> Path:
    """Where the scoring programs are: beside the data, or where the data came from."""
    origin = Path((data / ".origin").read_text("utf-8")) if (data / ".origin").exists() else data
    for place in (origin.parent / "score", origin / "score", Path("../shared/score")):
        if (place / "structure.py").exists():
            return place.resolve()
    raise FileNotFoundError(f"no score/structure.py near {origin}")
