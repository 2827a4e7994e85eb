"""Worker processes of which one is killed and another started, each by its own id."""

import asyncio
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from random import Random  # noqa: TID251  # seeded

from tests.chaos import worker
from tests.chaos.worker import Place

SEED = 2
AT_ONCE = 2
LONGEST_SECONDS = 0.4
START_SECONDS = 60.0

# A server that has read the program forks each worker, so that starting one costs no second.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["pytest", worker.__name__])


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """A process, and the end of a pipe in which it says that it has begun."""

    process: ForkServerProcess
    begun: Connection

    async def has_begun(self) -> None:
        """Wait until it works."""
        assert await asyncio.to_thread(self.begun.poll, START_SECONDS)

    def kill(self) -> None:
        """SIGKILL: nothing of it runs any more."""
        self.process.kill()
        self.process.join()
        self.begun.close()
        self.process.close()


class Herd:
    """Two workers at once."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._chance = Random(SEED)  # noqa: S311  # chance, and no secret
        self._workers = [self._start() for _ in range(AT_ONCE)]

    async def kill_one(self) -> None:
        """Kill one of them at a moment of its work, and start it anew."""
        chosen = self._chance.randrange(AT_ONCE)
        await self._workers[chosen].has_begun()
        await asyncio.sleep(self._chance.uniform(0, LONGEST_SECONDS))
        self._workers[chosen].kill()
        self._workers[chosen] = self._start()

    def kill_all(self) -> None:
        """The end."""
        for each in self._workers:
            each.kill()

    def _start(self) -> Worker:
        ours, theirs = PROCESSES.Pipe(duplex=False)
        process = PROCESSES.Process(target=worker.work, args=(self._place, theirs))
        process.start()
        theirs.close()
        return Worker(process=process, begun=ours)


@contextmanager
def herd(place: Place) -> Iterator[Herd]:
    """Workers that end with the block."""
    made = Herd(place)
    try:
        yield made
    finally:
        made.kill_all()
