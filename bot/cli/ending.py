"""How a program that serves comes to its end."""

import asyncio
import signal
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

END_SECONDS = 10
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


async def until_told(work: Coroutine[Any, Any, None]) -> None:
    """Do work that only a signal ends (SIGINT, SIGTERM, or SIGHUP unless it is ignored, as under nohup).

    The first signal cancels the work, which then has ten seconds to close all. A second one, or the end of
    the ten seconds, ends the program at once: by the system, so that it works even where the loop is stuck.
    """
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    for number in _SIGNALS:
        if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, _begin_to_end, task)
    with suppress(asyncio.CancelledError):
        await work


def _begin_to_end(task: "asyncio.Task[Any] | None") -> None:
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    signal.alarm(END_SECONDS)
    if task is not None:
        task.cancel()
