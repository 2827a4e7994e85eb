"""The keys of private words: which are in use, and sealing everything with the newest (DESIGN 5.14)."""

from collections.abc import Callable

from bot.deps import Deps
from storage.sealing import Sealed, count_unsealed, keys_in_use, seal_page


async def see_keys(deps: Deps) -> Sealed:
    """With which keys how many words are sealed."""
    async with deps.read() as workspace:
        return await keys_in_use(workspace)


async def rotate(deps: Deps, told: Callable[[int, int], None]) -> int:
    """Seal every word with the newest key, some at a time, beside a running Trellis; returns how many.

    `told` hears of each page: how many are done, of how many. What is done stays done where it is cut short.
    Raises KeyMissing where a word needs a key that is not here.
    """
    async with deps.read() as workspace:
        total = await count_unsealed(workspace)
    done = 0
    while True:
        async with deps.write() as workspace:
            page = await seal_page(workspace)
        if not page:
            await deps.database.forget()
            return done
        done += page
        told(done, max(total, done))
