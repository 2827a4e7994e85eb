"""The quarterly check by a member and their manager, through Slack's protocol."""

import pytest

from bot.words import checks as words
from bot.words import guides as guide_words
from storage.checks import find_check, marks_in, sides_of
from storage.commitments import open_commitments
from storage.records import Check, CheckMark
from tests.bot.journeys.checked import MISSING, NONE, NOT_YET, SEEN, mark_all, mark_page, places
from tests.bot.journeys.homes import home_of
from tests.bot.journeys.kept import last_of, shown
from tests.bot.journeys.meetings import agreed
from tests.bot.journeys.observed import untied
from tests.bot.journeys.ties import managed, placed
from tests.world import ANA, BEN, CLEO, World


@pytest.fixture
async def tied(here: World) -> World:
    """Ana manages Ben, who is an engineer."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    return here


async def the_check(here: World) -> Check | None:
    """The check of Ben and Ana in this quarter."""
    async with here.bot.deps.read() as workspace:
        return await find_check(workspace, BEN, ANA, "2026-q2")


async def all_marks(here: World) -> tuple[CheckMark, ...]:
    """What both marked."""
    check = await the_check(here)
    assert check is not None
    async with here.bot.deps.read() as workspace:
        return await marks_in(workspace, check.id)


async def test_a_page_asks_about_what_the_next_level_asks(tied: World) -> None:
    """One skill a page, each example with three answers, and who will read it; nothing is kept by looking."""
    await tied.people.command(BEN, "/growth check")

    page = await shown(tied, BEN)
    assert "what Senior engineer asks beyond today" in page.words
    assert "only you, until you have both handed in. Then you and ana." in page.words
    assert {option["text"]["text"] for option in page.fields[0].element["options"]} == {SEEN, NOT_YET, NONE}
    assert await the_check(tied) is None


async def test_each_page_is_kept_as_it_is_saved(tied: World) -> None:
    """Who closes the form half way goes on where they were, with what they marked before."""
    await tied.people.command(BEN, "/growth check")
    first = await shown(tied, BEN)
    await mark_page(tied, BEN, NOT_YET, NONE, MISSING)
    await tied.people.close(BEN, everything=True)

    await tied.people.command(BEN, "/growth check")

    again, marks = await shown(tied, BEN), await all_marks(tied)
    assert again.words.splitlines()[0] != first.words.splitlines()[0]
    assert {mark.author_id for mark in marks} == {BEN}
    assert len(marks) == len(places(first))


async def test_a_gap_wants_a_word(tied: World) -> None:
    """“Not yet” without a word is refused at the box, and so is an example without a mark."""
    await tied.people.command(BEN, "/growth check")

    bare = await mark_page(tied, BEN, NOT_YET)
    page = await shown(tied, BEN)

    assert any("Say in a line what is missing" in said for said in bare.errors.values())
    assert places(page)
    assert await the_check(tied) is None


async def test_neither_sees_the_other_before_both_are_in(tied: World) -> None:
    """What Ben marked stands nowhere on Ana's screen until she has handed in hers."""
    await mark_all(tied, BEN, "check", NOT_YET)
    waiting = await shown(tied, BEN)
    await tied.deliver()
    asked = (await tied.people.dms(ANA))[-1]
    await tied.people.press(ANA, asked, words.MARK)
    page = await shown(tied, ANA)

    assert words.waits("ana") in waiting.words
    assert words.asked("ben") in asked.words
    assert MISSING not in str(page) + str(asked)
    assert not any(field.element.get("initial_option") for field in page.fields)


async def test_where_two_differ_is_led_to_and_said(tied: World) -> None:
    """Once both are in, the one difference stands first, with both marks and the word; the first is told."""
    await mark_all(tied, BEN, "check", NOT_YET)
    await mark_all(tied, ANA, "check @ben")
    theirs = await shown(tied, ANA)
    await tied.deliver()
    told = (await tied.people.dms(BEN))[-1]
    await tied.people.press(BEN, told, words.LOOK)
    mine = await shown(tied, BEN)

    for page, you, other in ((mine, "not yet", "ana: seen"), (theirs, "seen", "ben: not yet")):
        assert words.DIFFER in page.words
        assert words.one_difference() in page.words
        assert f"You: {you}; {other}." in page.words
        assert MISSING in page.words
    assert words.ready("ana") in told.words
    assert MISSING not in str(told)
    assert {words.ADD_GOAL, guide_words.FOR_THIS_TALK} <= set(mine.buttons)
    assert guide_words.FOR_THIS_TALK in theirs.buttons
    assert words.ADD_GOAL not in theirs.buttons


async def test_no_opportunity_is_a_task_and_no_difference(tied: World) -> None:
    """What one saw and the other had no opportunity for is listed apart."""
    await mark_all(tied, BEN, "check", NONE)
    await mark_all(tied, ANA, "check @ben")

    page = await shown(tied, ANA)
    assert words.NO_DIFFERENCE in page.words
    assert words.OPPORTUNITY in page.words


async def test_a_promise_comes_of_it(tied: World) -> None:
    """Two who have 1:1s promise each other a next step there, on the skill that they see differently."""
    pair = await agreed(tied)
    await mark_all(tied, ANA, "check @ben")
    await mark_all(tied, BEN, "check", NOT_YET)

    await tied.people.press(BEN, None, words.ADD_PROMISE)
    form = await shown(tied, BEN)
    await tied.people.submit(BEN, {"text": MISSING})

    async with tied.bot.deps.read() as workspace:
        (promise,) = await open_commitments(workspace, pair.id)
    assert form.values["skill"]["one_skill"]["selected_option"]["value"] == promise.competency
    assert (promise.owner_id, promise.text) == (BEN, MISSING)


async def test_a_goal_comes_of_it(tied: World) -> None:
    """From what both marked, one press leads to a goal."""
    await mark_all(tied, ANA, "check @ben")
    await mark_all(tied, BEN, "check", NOT_YET)

    await tied.people.press(BEN, None, words.ADD_GOAL)

    assert "What will you do?" in (await shown(tied, BEN)).words


async def test_it_may_be_left_out_without_a_trace(tied: World) -> None:
    """Who leaves it out is asked no more, and the other side sees only that it is not in."""
    await mark_all(tied, BEN, "check")
    before = await home_of(tied, ANA)
    await tied.people.press(ANA, (await tied.people.dms(ANA))[-1], words.SKIP)

    after = await home_of(tied, ANA)
    await tied.people.command(BEN, "/growth check")
    assert words.asked("ben") in before.words
    assert words.asked("ben") not in after.words
    assert words.waits("ana") in (await shown(tied, BEN)).words


async def test_who_left_it_out_may_still_come_to_it(tied: World) -> None:
    """The word opens it all the same."""
    await mark_all(tied, BEN, "check")
    await tied.deliver()
    await tied.people.press(ANA, (await tied.people.dms(ANA))[-1], words.SKIP)

    await mark_all(tied, ANA, "check @ben")

    assert words.DIFFER in (await shown(tied, ANA)).words


@pytest.mark.parametrize(
    ("who", "line", "said"),
    [
        (CLEO, "check @ben", "not yours to open"),
        (ANA, "check", "A check takes two"),
        (CLEO, "check", "A check takes two"),
    ],
)
async def test_who_has_none_is_told_what_to_do(tied: World, who: str, line: str, said: str) -> None:
    """Somebody else's report, and who has no manager."""
    reply = await tied.people.command(who, f"/growth {line}")

    assert said in str(reply.body)


async def test_a_manager_of_before_opens_it_no_more(tied: World) -> None:
    """Once the tie has ended, a button of before leads nowhere, and what was marked stays hidden."""
    await mark_all(tied, BEN, "check", NOT_YET)
    await tied.deliver()
    asked = (await tied.people.dms(ANA))[-1]
    await untied(tied)

    await tied.people.press(ANA, asked, words.MARK)

    assert "not yours to open" in (await shown(tied, ANA)).words


async def test_both_sides_are_handed_in_once(tied: World) -> None:
    """A page sent again after handing in changes nothing."""
    await mark_all(tied, BEN, "check")
    entry = await last_of(tied, "view_submission")
    before = await all_marks(tied)

    await tied.people.send(entry)

    check = await the_check(tied)
    assert check is not None
    async with tied.bot.deps.read() as workspace:
        sides = await sides_of(workspace, check.id)
    assert await all_marks(tied) == before
    assert [side.author_id for side in sides] == [BEN]
