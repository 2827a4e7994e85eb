"""How long a hundred clusters of a real size take to load, in a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.frameworks.builders import cluster_of_real_size

CLUSTERS = 100
_ROOT = Path(__file__).resolve().parents[1]
_PROGRAM = """
import sys, time
begin = time.perf_counter()
from pathlib import Path
from frameworks.load import load_folder
loaded = load_folder(Path(sys.argv[1]))
print(time.perf_counter() - begin, sum(one.framework is not None for one in loaded))
"""


def measure() -> dict[str, float]:
    """Seconds from the first import to the last framework; the best of three, as other work only adds."""
    with TemporaryDirectory() as folder:
        for number in range(CLUSTERS):
            Path(folder, f"cluster-{number}.yaml").write_text(cluster_of_real_size(number), encoding="utf-8")
        return {"100 clusters loaded cold, s": min(_seconds(folder) for _ in range(3))}


def _seconds(folder: str) -> float:
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM, folder], capture_output=True, text=True, check=True, cwd=_ROOT
    )
    seconds, count = run.stdout.split()
    assert int(count) == CLUSTERS
    return float(seconds)
