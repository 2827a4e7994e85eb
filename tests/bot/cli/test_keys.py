"""`trellis keys`, and what is said where a key is missing."""

import base64
import json
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.errors import StartError
from tests.bot.cli.shell import Beside, trellis
from tests.bot.journeys.kept import noted
from tests.bot.visibility.company import MANAGER, PEER, PEOPLE, SAM, SECRETS
from tests.bot.visibility.probes import try_everything
from tests.bot.visibility.settled import populate
from tests.world import ANA, World, world

WORDS = "Moved the heron to the ledger"
OLD, NEW, OTHER = (
    f"{name}:{base64.b64encode(byte * 32).decode()}"
    for name, byte in (("old", b"o"), ("new", b"n"), ("new", b"x"))
)


async def test_keys_are_changed_beside_a_running_trellis(here: World, beside: Beside) -> None:
    """Plain words are sealed, then sealed anew; the list says how many each key sealed."""
    await noted(here, ANA, WORDS)
    plain = json.loads((await beside("keys", "--json")).stdout)

    first = await beside("keys", "rotate", TRELLIS_SECRET_KEYS=OLD)
    second = await beside("keys", "rotate", "--json", TRELLIS_SECRET_KEYS=f"{NEW},{OLD}")
    again = await beside("keys", "rotate", TRELLIS_SECRET_KEYS=f"{NEW},{OLD}")
    listed = await beside("keys", TRELLIS_SECRET_KEYS=NEW)

    assert plain == {"words": {"": 1}, "missing": []}
    assert first.exit_code == 0, first.output
    assert "1 text sealed with old" in first.stdout
    assert json.loads(second.stdout) == {"newest": "new", "sealed": 1}
    assert "1 of 1" in second.stderr
    assert "nothing to do" in again.stdout
    assert listed.stdout == "new: 1 text\n"
    assert WORDS not in first.output + second.output + listed.output


async def test_a_missing_key_is_one_sentence(here: World, beside: Beside, tmp_path: Path) -> None:
    """Lists, rotations, exports and the doctor name the key that is missing, and fail."""
    await noted(here, ANA, WORDS)
    await beside("keys", "rotate", TRELLIS_SECRET_KEYS=NEW)

    tried = [
        await beside(*command, TRELLIS_SECRET_KEYS=keys)
        for keys in (OLD, OTHER)
        for command in (("keys",), ("person", "export", ANA, tmp_path / "ana"), ("doctor",))
    ]
    rotated = await beside("keys", "rotate", TRELLIS_SECRET_KEYS=OLD)

    for said in (*tried, rotated):
        assert said.exit_code == 1, said.output
        assert "sealed with the key new" in said.output
        assert "Traceback" not in said.output
    assert not (tmp_path / "ana").exists()


async def test_a_start_without_the_key_is_refused(sqlite_address: str) -> None:
    """A start says which key is missing instead of hiding what people wrote."""
    async with world(sqlite_address, TRELLIS_SECRET_KEYS=NEW) as here:
        await noted(here, ANA, WORDS)

    with pytest.raises(StartError, match="sealed with the key new"):
        async with world(sqlite_address, TRELLIS_SECRET_KEYS=OLD):
            pass


async def test_no_word_is_readable_on_disk_or_in_the_log(
    sqlite_address: str, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """With keys set, a whole journey leaves none of its words in the database's files or in the log."""
    async with world(sqlite_address, people=PEOPLE, TRELLIS_SECRET_KEYS=NEW) as here:
        await populate(here)
        for person in (SAM, MANAGER, PEER):
            await try_everything(here, person)
        await noted(here, SAM, WORDS)
        await here.deliver()
        file = Path(make_url(sqlite_address).database or "")
        held = b"".join(one.read_bytes() for one in file.parent.glob(f"{file.name}*"))

    said = caplog.text + "".join(capsys.readouterr())
    written = [WORDS, *(one.words for one in SECRETS if one.is_written)]
    assert not [one for one in written if one.encode() in held]
    assert not [one for one in written if one in said]


def test_without_keys_there_is_nothing_to_rotate() -> None:
    """It is bad use, with the mend."""
    said = trellis("keys", "rotate")

    assert said.exit_code == 2
    assert "openssl rand -base64 32" in said.stderr


async def test_the_doctor_says_how_words_are_kept(here: World, beside: Beside) -> None:
    """With keys, how many are sealed with the newest; without, that they are not."""
    await noted(here, ANA, WORDS)
    plain = await beside("doctor")
    await beside("keys", "rotate", TRELLIS_SECRET_KEYS=OLD)
    sealed = await beside("doctor", TRELLIS_SECRET_KEYS=f"{NEW},{OLD}")

    assert "stored as readable text" in plain.stdout
    assert "trellis keys rotate" in sealed.stdout
