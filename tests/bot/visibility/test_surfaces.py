"""Over every surface, nobody sees what the table does not let them read, and whoever may read it can."""

import asyncio
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from playground.traffic import Entry
from tests.bot.cli.shell import Beside
from tests.bot.visibility.company import (
    EVERYONE,
    KUDOS,
    MANAGER,
    MEMBERS,
    NOBODY,
    OUTSIDE,
    PAST,
    PEOPLE,
    PLACES,
    SAM,
    SCREENLESS,
    SECRETS,
    day,
)
from tests.bot.visibility.probes import forge_everything, try_everything
from tests.bot.visibility.secrets import Secret
from tests.bot.visibility.settled import populate
from tests.bot.visibility.watching import Watch
from tests.databases import sqlite_url
from tests.world import KUDOS_CHANNEL, World, world

pytestmark = pytest.mark.slow

PUBLIC = KUDOS[0]
OUR_BUTTONS = '"text": "Here"'
LIST = "user,cluster,second_cluster,lane,level,since,manager,kind\nU0SAM,engineering,,,e1,2026-01-05,,\n"
every_secret = pytest.mark.parametrize("secret", SECRETS, ids=lambda secret: secret.id)


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of it: on people's screens, in their messages, and on the operator's terminal."""

    watch: Watch
    printed: str


@pytest.fixture(scope="module")
def seen(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """One company, in which everybody tries everything."""
    folder = tmp_path_factory.mktemp("company")
    address = sqlite_url(shutil.copyfile(sqlite_template, folder / "store.db"))
    return asyncio.run(_tried(address, folder))


async def _tried(address: str, folder: Path) -> Seen:
    watch = Watch()
    async with world(address, people=PEOPLE) as here:
        await populate(here)
        taken: list[Entry] = []
        for person in [one for one in EVERYONE if one not in SCREENLESS]:
            await try_everything(here, person)
            found = await here.people.traffic(after=watch.number)
            watch.take(found)
            if person in {SAM, MANAGER}:
                taken += [entry for entry in found if entry.kind == "delivery"]
        for person in (*SCREENLESS, NOBODY):
            await forge_everything(here, person, taken)
        watch.take(await here.people.traffic(after=watch.number))
        return Seen(watch, await _printed(here, address, folder))


async def _printed(here: World, address: str, folder: Path) -> str:
    """What the operator's commands print; a list of people that would change Sam is tried, not taken over."""
    beside = Beside(here, address)
    file = folder / "people.csv"
    file.write_text(LIST)
    past = folder / "reviews.csv"
    past.write_text(f"user,date,text\n@sam,2025,{PAST[0].words}\n@sam,soon,{PAST[0].words}\n")
    commands = (
        ["evidence", "import", str(past)],
        ["evidence", "import", str(past), "--json"],
        ["deliveries"],
        ["deliveries", "--json"],
        ["doctor"],
        ["people", "import", str(file)],
        ["people", "import", str(file), "--json"],
        ["frameworks", "show", "engineering"],
    )
    done = [await beside(*command) for command in commands]
    return "\n".join(f"{one.stdout}\n{one.stderr}" for one in done)


@every_secret
def test_nobody_sees_what_is_not_for_them(seen: Seen, secret: Secret) -> None:
    """Whatever somebody types, presses or forges, words that the table keeps from them never reach them."""
    saw = {person for person in EVERYONE if seen.watch.sees(person, secret.words)}

    assert saw <= secret.may


@every_secret
def test_whoever_may_read_it_can(seen: Seen, secret: Secret) -> None:
    """What the table lets somebody read, some surface shows to them."""
    saw = {person for person in EVERYONE if seen.watch.sees(person, secret.words)}

    assert saw >= secret.may - secret.cannot


@every_secret
def test_what_people_wrote_stands_in_no_message(seen: Seen, secret: Secret) -> None:
    """DMs and answers hold Trellis's own words; only public kudos stand in a channel, in theirs."""
    told = {person for person, texts in seen.watch.messages.items() if any(secret.words in t for t in texts)}
    stands = {place for place, texts in seen.watch.channels.items() if any(secret.words in t for t in texts)}

    assert not (told if secret.is_written else ())
    assert stands <= ({KUDOS_CHANNEL} if secret is PUBLIC else set())


@every_secret
def test_the_operators_commands_read_nothing(seen: Seen, secret: Secret) -> None:
    """No command prints what somebody wrote, or where somebody is."""
    forms = {secret.words, day(secret.words).isoformat() if secret in PLACES else secret.words}

    assert not [form for form in forms if form in seen.printed]


@pytest.mark.parametrize("person", OUTSIDE)
def test_whoever_may_not_take_part_is_refused_everywhere(seen: Seen, person: str) -> None:
    """Guests, strangers, bots and leavers are answered, and shown nothing but refusals."""
    blocks = [text for text in seen.watch.shown[person] if "blocks" in text and OUR_BUTTONS not in text]

    assert seen.watch.answered[person]
    assert not [text for text in blocks if "Trellis is for members" not in text]


def test_everybody_was_seen_trying(seen: Seen) -> None:
    """The watch lost nothing: each call was traced to somebody's screen, and all members saw something."""
    assert not seen.watch.lost
    assert all(len(seen.watch.shown[person]) > 20 for person in MEMBERS)
