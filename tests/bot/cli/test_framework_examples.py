"""`trellis frameworks examples`."""

import json

import yaml

from frameworks.load import load_library
from storage.choices import OfferState
from storage.evidence import add_evidence
from storage.offers import put_offer
from tests.bot.cli.shell import Beside
from tests.storage.builders import some_evidence, some_offer
from tests.world import BEN, World

TAKEN = "Planned a release in two steps"


async def test_what_was_taken_is_printed_ready_to_paste(here: World, sqlite_address: str) -> None:
    """The whole example of a behaviour, after the one that the file has, without a word of whose it was."""
    beside = Beside(here, sqlite_address)
    (engineering,) = [
        one.framework for one in load_library() if one.framework and one.framework.id == "engineering"
    ]
    skill = engineering.competencies[0]
    behaviour = skill.behaviours[0]
    nothing = await beside("frameworks", "examples")
    async with here.bot.deps.write() as workspace:
        await add_evidence(workspace, some_evidence(owner=BEN))
        offer = some_offer(
            of=BEN, competency=skill.key, behaviour=behaviour.id, text=TAKEN, state=OfferState.TAKEN, asked=()
        )
        await put_offer(workspace, offer)

    said = await beside("frameworks", "examples", "engineering")
    data = await beside("frameworks", "examples", "--json")

    assert "Nothing to paste" in nothing.stdout
    assert f"# engineering, {skill.id}: {behaviour.text}" in said.stdout
    assert yaml.safe_load(said.stdout)["example"].splitlines()[-1] == TAKEN
    (one,) = json.loads(data.stdout)
    assert one["behaviour"] == behaviour.id
    assert BEN not in data.stdout
