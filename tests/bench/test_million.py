"""The bench of the engine, at a small size: its figures are for the bench, that it can be run is for here."""

import pytest

from bench.crowd import Crowd
from bench.million import POSTGRES, Size, measured

SMALL = Size(
    crowd=Crowd(people=400, pairs=2_000, due=700, jobs=0),
    ticks=4,
    deliveries=40,
    seconds=1,
)


@pytest.mark.slow
async def test_the_bench_of_a_million_runs(empty_address: str) -> None:
    """On each database all that is due is claimed, by one worker and by two, and what is sent is counted."""
    name = POSTGRES if empty_address.startswith("postgresql") else "SQLite"

    figures = await measured(name, empty_address, SMALL)

    shares = [value for label, value in figures.items() if label.startswith("pairs claimed, share")]
    assert figures[f"deliveries a second, {name}"] > 0
    assert sum(shares) == (pytest.approx(100) if name == POSTGRES else 0)
