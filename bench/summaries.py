"""A summary of a person with 500 notes in a store of 100,000."""

import time
from statistics import median

from bench.company import add_notes, found_company, names, refresh_statistics
from bench.desk import IDENTITY, addresses, desk
from bot.usecases.summaries import make_summary
from storage.people import get_person

PEOPLE, NOTES, RUNS = 200, 500, 15


async def measure() -> dict[str, float]:
    """Milliseconds from the question to the statements, kept, on each database."""
    figures = {}
    async with addresses() as found:
        for name, address in found.items():
            async with desk(address) as deps:
                framework = await found_company(deps, IDENTITY, PEOPLE)
                for place, person_id in enumerate(names(PEOPLE)):
                    await add_notes(deps, framework, person_id, NOTES)
                    if place in {0, PEOPLE - 1}:
                        await refresh_statistics(deps)
                async with deps.read() as workspace:
                    member = await get_person(workspace, names(PEOPLE)[7])
                times = []
                for _ in range(RUNS):
                    begin = time.perf_counter()
                    await make_summary(deps, member, None, "12m", deps.ids())
                    times.append((time.perf_counter() - begin) * 1000)
                figures[f"summary, 500 notes of 100,000, {name}, p50 ms"] = median(times)
    return figures
