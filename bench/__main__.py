"""`make bench`: measures the figures of the README here and prints them as a table."""

import asyncio
import inspect
import sys
from collections.abc import Callable
from typing import Any

from bench import deliveries, frameworks, kudos, million, start, suggest, summaries

PARTS: dict[str, Callable[[], Any]] = {
    "start": start.measure,
    "frameworks": frameworks.measure,
    "kudos": kudos.measure,
    "summaries": summaries.measure,
    "suggest": suggest.measure,
    "deliveries": deliveries.measure,
    "million": million.measure,
}


def main(wanted: list[str]) -> None:
    """Measure the parts that are named, or all."""
    print("| Figure | Measured |\n|---|---|")
    for name in wanted or PARTS:
        found = PARTS[name]()
        figures = asyncio.run(found) if inspect.iscoroutine(found) else found
        for label, value in figures.items():
            print(
                f"| {label} | {value:,.2f} |" if value < 1000 else f"| {label} | {value:,.0f} |", flush=True
            )


if __name__ == "__main__":
    main(sys.argv[1:])
