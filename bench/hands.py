"""Workers, each in a process of its own: they wait for a word, work, and say what they did."""

import asyncio
import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, field, replace
from datetime import timedelta

from bench.company import NOW
from bench.desk import desk
from bench.processes import ROOT, resident_megabytes
from bot.deps import Deps
from bot.ids import id_maker
from bot.jobs.deliver import deliver_due
from bot.jobs.plan import plan_due
from bot.jobs.ticks import WORKERS
from bot.machine import now
from bot.usecases.prompting import BATCH, plan_prompts

NO_PACE = timedelta(0)
LOOK_EVERY = 100
READY = b"ready\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What to do, with the civil clock so many days from the bench's: `idle` ticks, `plan` or `deliver`.

    It ends after `most`, or after `seconds`, or where nothing is left.
    """

    act: str
    day: int
    most: int = sys.maxsize
    seconds: float = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How many were done in which time, of which the process itself was busy for `busy_seconds`.

    Each step's milliseconds, and the memory in the course of it.
    """

    many: int
    seconds: float
    busy_seconds: float
    milliseconds: list[float]
    megabytes: list[float]


@dataclass(slots=True)
class Work:
    """A task under way."""

    deps: Deps
    task: Task
    many: int = 0
    begin: float = field(default_factory=time.perf_counter)
    milliseconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    async def do(self) -> Done:
        """All of it."""
        acts = {"idle": self._idle, "plan": self._plan, "deliver": self._deliver}
        self._look()
        self.begin, busy = time.perf_counter(), time.process_time()
        await acts[self.task.act]()
        seconds, busy = time.perf_counter() - self.begin, time.process_time() - busy
        self._look()
        return Done(
            many=self.many,
            seconds=seconds,
            busy_seconds=busy,
            milliseconds=self.milliseconds,
            megabytes=self.megabytes,
        )

    async def _idle(self) -> None:
        while not self._is_over():
            begin = time.perf_counter()
            found = await plan_due(self.deps) + await deliver_due(self.deps)
            self._step(begin)
            assert found == 0, found
            self.many += 1

    async def _plan(self) -> None:
        claimed = BATCH
        while claimed and not self._is_over():
            begin = time.perf_counter()
            claimed = await plan_prompts(self.deps)
            self._step(begin)
            self._look()
            self.many += claimed

    async def _deliver(self) -> None:
        workers = (deliver_due(self.deps, self._is_last_taken) for _ in range(WORKERS))
        self.many = sum(await asyncio.gather(*workers))

    def _is_last_taken(self) -> bool:
        if self._is_over():
            return True
        self.many += 1
        if self.many % LOOK_EVERY == 0:
            self._look()
        return False

    def _is_over(self) -> bool:
        return self.many >= self.task.most or time.perf_counter() - self.begin > self.task.seconds

    def _step(self, begin: float) -> None:
        self.milliseconds.append((time.perf_counter() - begin) * 1000)

    def _look(self) -> None:
        self.megabytes.append(resident_megabytes(os.getpid()))


async def at_work(address: str, api_url: str, task: Task, workers: int = 1) -> list[Done]:
    """What so many processes did with a task, begun at the same moment."""
    program = [sys.executable, "-m", "bench.hands", address, api_url, json.dumps(asdict(task))]
    pipe = subprocess.PIPE
    hands = [
        await asyncio.create_subprocess_exec(*program, cwd=ROOT, stdin=pipe, stdout=pipe)
        for _ in range(workers)
    ]
    for hand in hands:
        assert hand.stdout is not None
        assert await hand.stdout.readline() == READY, "a worker failed to start"
    said = await asyncio.gather(*(hand.communicate(b"go\n") for hand in hands))
    return [Done(**json.loads(words)) for words, _ in said]


async def main(address: str, api_url: str, task: Task) -> None:
    """Get ready, wait for the word, work."""
    async with desk(address, api_url) as made:
        deps = replace(
            made,
            ids=id_maker(now, os.urandom),
            today=lambda: NOW + timedelta(days=task.day),
            pace=NO_PACE,
        )
        async with deps.read():  # connected, as a worker in the midst of its day
            print(READY.decode(), end="", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        print(json.dumps(asdict(await Work(deps, task).do())))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], Task(**json.loads(sys.argv[3]))))
