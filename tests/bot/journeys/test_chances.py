"""“No opportunity yet”: marked, a task for the manager in Home and in the 1:1, and what ends it."""

from datetime import date

import pytest

from bot.domain.marking import sign_value
from bot.views import chances as views
from bot.words import chances as words
from storage.chances import chances_of
from storage.choices import ChanceEnd, PairKind
from storage.commitments import open_commitments
from storage.pairs import find_pair_between
from storage.records import Chance, Commitment
from tests.bot.journeys.checked import MISSING, NONE, mark_all
from tests.bot.journeys.homes import home_of
from tests.bot.journeys.kept import last_of, noted, shown
from tests.bot.journeys.meetings import agreed
from tests.bot.journeys.observed import untied
from tests.bot.journeys.ties import examples_asked, managed, placed
from tests.world import ANA, BEN, CLEO, World

REASON = "The next incident review is in spring"


@pytest.fixture
async def tied(here: World) -> World:
    """Ana manages Ben, who is an engineer; the two have 1:1s."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await agreed(here, kind=PairKind.MANAGER)
    return here


async def marked(here: World, who: str = BEN, many: int = 1) -> None:
    """Somebody marks the first examples on offer: Ben from his own page, Ana from their 1:1."""
    await here.people.command(who, "/growth me" if who == BEN else "/growth 1on1 @ben")
    await here.people.press(who, None, words.MARK)
    chosen = [sign_value("behaviour", *place) for place in examples_asked()[:many]]
    done = await here.people.submit(who, {"examples": chosen})
    assert not done.errors
    await here.deliver()


async def kept(here: World) -> tuple[Chance, ...]:
    """All that was marked of Ben."""
    async with here.bot.deps.read() as workspace:
        return await chances_of(workspace, BEN)


async def promised(here: World) -> tuple[Commitment, ...]:
    """What Ana and Ben promised each other."""
    async with here.bot.deps.read() as workspace:
        pair = await find_pair_between(workspace, ANA, BEN)
        assert pair is not None
        return await open_commitments(workspace, pair.id)


async def test_the_form_says_who_will_read_it_and_that_it_is_no_verdict(tied: World) -> None:
    """Before anything is kept: the two who can read it, whose task it becomes, and what it says of him."""
    await tied.people.command(BEN, "/growth me")
    await tied.people.press(BEN, None, words.MARK)

    form = await shown(tied, BEN)
    assert "you and ana, while ana manages you. It becomes a task for ana, in your next 1:1." in form.words
    assert "It says nothing about how you would do it" in form.words
    assert not await kept(tied)


async def test_what_the_member_marks_waits_for_the_manager(tied: World) -> None:
    """One line on Ana's Home, which leads to the examples and to what she can say; Ben is told nothing."""
    before = len(await tied.people.dms(BEN))

    await marked(tied, many=2)

    home = await home_of(tied, ANA)
    await tied.people.press(ANA, home, views.OPEN)
    page = await shown(tied, ANA)
    assert words.waits("ben", 2) in home.words
    assert words.task("ben", is_own=False) in page.words
    assert page.words.count("marked by ben on Tuesday 16 June") == 2
    assert {words.ARRANGE, words.NOT_NOW} <= set(page.buttons)
    assert words.TAKE_BACK not in page.buttons
    assert len(await tied.people.dms(BEN)) == before


async def test_it_stands_in_their_next_1_1_for_both(tied: World) -> None:
    """The page of the 1:1 says what Ana is to find, to her with the answers, to Ben without."""
    await marked(tied)
    tied.clock.move(days=9)

    for who, other in ((ANA, "ben"), (BEN, "ana")):
        await tied.people.command(who, f"/growth 1on1 @{other}")
        page = await shown(tied, who)
        assert words.task("ben", is_own=who == BEN) in page.words
        assert (words.NOT_NOW in page.buttons) == (who == ANA)


async def test_what_is_arranged_becomes_a_promise_on_the_skill(tied: World) -> None:
    """The answer is a promise of the 1:1, with the skill chosen; nothing waits any more, and Ben is told."""
    await marked(tied)
    await tied.people.command(ANA, "/growth 1on1 @ben")
    await tied.people.press(ANA, None, words.ARRANGE)
    await tied.people.submit(ANA, {"text": MISSING})
    await tied.deliver()

    (chance,), (promise,) = await kept(tied), await promised(tied)
    assert (chance.end, promise.competency, promise.owner_id) == (ChanceEnd.ARRANGED, chance.competency, ANA)
    assert "Find ben" not in (await home_of(tied, ANA)).words
    told = (await tied.people.dms(BEN))[-1]
    assert words.told("ana", ChanceEnd.ARRANGED) in told.words
    assert MISSING not in str(told)


async def test_not_now_wants_a_word_which_the_member_reads(tied: World) -> None:
    """Without a word it is refused at the box; with one, Ben reads it behind the message, not in it."""
    await marked(tied)
    await tied.people.command(ANA, "/growth 1on1 @ben")
    await tied.people.press(ANA, None, words.NOT_NOW)
    bare = await tied.people.submit(ANA, {"word": " "})
    await tied.people.submit(ANA, {"word": REASON})
    await tied.deliver()
    told = (await tied.people.dms(BEN))[-1]
    await tied.people.press(BEN, told, words.OPEN)

    assert bare.errors
    assert REASON not in str(told)
    assert REASON in (await shown(tied, BEN)).words
    assert "Find ben" not in (await home_of(tied, ANA)).words


async def test_what_the_manager_marks_the_member_reads_at_once_and_may_take_back(tied: World) -> None:
    """Ben is told that Ana marked something; what he takes back counts nowhere."""
    await marked(tied, ANA)
    told = (await tied.people.dms(BEN))[-1]
    await tied.people.press(BEN, told, words.OPEN)
    await tied.people.press(BEN, None, words.TAKE_BACK)

    await tied.people.command(BEN, "/growth summary")
    assert words.told("ana", None) in told.words
    assert [one.end for one in await kept(tied)] == [ChanceEnd.TAKEN_BACK]
    assert "no opportunity yet" not in (await shown(tied, BEN)).words


async def test_evidence_that_the_manager_may_read_ends_the_task(tied: World) -> None:
    """A shared note on the example takes it off Ana's list; a private one leaves it, as it is not hers."""
    await marked(tied)
    (chance,) = await kept(tied)
    value = f"behaviour {chance.competency} {chance.behaviour}"
    skill = chance.competency
    await noted(tied, BEN, "Ran it", skills=[skill], showed=[value])
    waiting = (await home_of(tied, ANA)).words
    await tied.people.command(BEN, "/growth 1on1 @ana")
    own = (await shown(tied, BEN)).words
    await noted(tied, BEN, "Ran it again", skills=[skill], showed=[value], reach="shared")

    assert words.waits("ben", 1) in waiting
    assert words.task("ben", is_own=True) not in own
    assert words.waits("ben", 1) not in (await home_of(tied, ANA)).words


async def test_both_summaries_say_no_opportunity_yet(tied: World) -> None:
    """Whoever of the two reads, the example stands as without opportunity since that day."""
    await marked(tied)

    for who, line in ((ANA, "summary @ben"), (BEN, "summary")):
        await tied.people.command(who, f"/growth {line}")
        assert "no opportunity yet, as marked on 16 June 2026" in (await shown(tied, who)).words


async def test_a_later_manager_reads_none_of_it_until_it_is_marked_anew(tied: World) -> None:
    """It was shared with Ana: Cleo has no task and no line in the summary; Ben's own still says it."""
    await marked(tied)
    await untied(tied)
    await managed(tied, BEN, by=CLEO)

    await tied.people.command(CLEO, "/growth summary @ben")
    await tied.people.command(BEN, "/growth summary")
    after = [(await home_of(tied, who)).words for who in (ANA, CLEO)]

    assert "no opportunity yet" not in (await shown(tied, CLEO)).words
    assert "no opportunity yet" in (await shown(tied, BEN)).words
    assert not any("Find ben" in words for words in after)
    await marked(tied)
    assert words.waits("ben", 1) in (await home_of(tied, CLEO)).words


async def test_a_check_that_both_handed_in_makes_the_same_task_once(tied: World) -> None:
    """What either marked there waits as one task, by whoever it is about first; not before both are in."""
    await mark_all(tied, ANA, "check @ben", NONE)
    before = await kept(tied)

    await mark_all(tied, BEN, "check", NONE)

    assert before == ()
    assert [(one.author_id, one.manager_id, one.marked_on) for one in await kept(tied)] == [
        (BEN, ANA, date(2026, 6, 16))
    ]
    assert words.waits("ben", 1) in (await home_of(tied, ANA)).words


async def test_a_form_sent_twice_marks_once(tied: World) -> None:
    """The same submission again keeps nothing more."""
    await marked(tied)

    await tied.people.send(await last_of(tied, "view_submission"))

    assert len(await kept(tied)) == 1


async def test_who_is_neither_of_the_two_marks_nothing(tied: World) -> None:
    """Cleo, by the form that Ben sent: refused, and nothing is kept."""
    await marked(tied)
    entry = await last_of(tied, "view_submission")

    await tied.people.send(entry, user={**entry.request["user"], "id": CLEO})

    assert len(await kept(tied)) == 1


async def test_without_a_manager_it_is_ones_own(here: World) -> None:
    """The receipt says that only its owner reads it, and it stands in their own summary."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await untied(here)

    await here.people.command(BEN, "/growth me")
    await here.people.press(BEN, None, words.MARK)
    form = await shown(here, BEN)
    await marked(here)

    assert words.receipt("ben", None, is_own=True) in form.words
    assert [one.manager_id for one in await kept(here)] == [None]
