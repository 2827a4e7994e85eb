"""Where somebody wants to go, and their goals, through Slack's protocol."""

from datetime import date

import pytest

from bot.words import plans as words
from storage.choices import GoalEnd
from storage.plans import find_direction, goals_of
from storage.records import Direction, Goal, Sight
from tests.bot.journeys.forms import AIM
from tests.bot.journeys.homes import home_of
from tests.bot.journeys.kept import shown
from tests.bot.journeys.observed import untied
from tests.bot.journeys.ties import managed, placed
from tests.world import ANA, BEN, CLEO, World

WORKSHOP = "Run a workshop for the new colleagues"
DELIVERY = "Planning and delivery"


@pytest.fixture
async def tied(here: World) -> World:
    """Ana manages Ben, who is an engineer."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    return here


async def goals(here: World, owner: str) -> tuple[Goal, ...]:
    """All that somebody set themselves."""
    own = Sight(viewer_id=owner, subject_id=owner, is_subject=True, readings=frozenset(), sees_public=False)
    async with here.bot.deps.read() as workspace:
        return await goals_of(workspace, own)


async def direction(here: World, owner: str) -> Direction | None:
    """Where somebody wants to go."""
    async with here.bot.deps.read() as workspace:
        return await find_direction(workspace, owner)


async def aimed(here: World, owner: str, text: str = WORKSHOP, **chosen: str) -> Goal:
    """A goal set in its form."""
    await here.people.command(owner, f"/growth plan {text}")
    done = await here.people.submit(owner, {**AIM, **chosen})
    assert not done.errors
    return next(goal for goal in await goals(here, owner) if goal.text == text)


async def test_a_plan_begins_empty_and_says_what_to_do(here: World) -> None:
    """Nothing written, nothing due: the page says what each part is for and has a button for it."""
    await here.people.command(BEN, "/growth plan")

    page = await shown(here, BEN)
    assert words.NO_DIRECTION in page.words
    assert words.NO_GOALS in page.words
    assert {words.WRITE, words.ADD} <= set(page.buttons)


async def test_three_lines_are_kept_and_changed(here: World) -> None:
    """One line is enough; the page shows it at once, and the form begins with it the next time."""
    await here.people.command(BEN, "/growth plan")
    await here.people.press(BEN, None, words.WRITE)
    await here.people.submit(BEN, {"next": "Lead one project"})
    page = await shown(here, BEN)
    await here.people.press(BEN, None, words.CHANGE)

    form = await shown(here, BEN)
    await here.people.submit(BEN, {"one_day": "A workshop of my own"})

    kept = await direction(here, BEN)
    assert "Lead one project" in page.words
    assert "Only you can read this." in page.words
    assert form.values["next"]["plan_next"]["value"] == "Lead one project"
    assert kept is not None
    assert (kept.more, kept.next, kept.one_day) == (None, "Lead one project", "A workshop of my own")


async def test_no_line_at_all_is_refused_at_the_first(here: World) -> None:
    """Spaces are no direction, and what is there stays."""
    await here.people.command(BEN, "/growth plan")
    await here.people.press(BEN, None, words.WRITE)

    done = await here.people.submit(BEN, {"more": "  "})

    assert "at least one of the three" in done.errors["more"]
    assert await direction(here, BEN) is None


async def test_a_goal_has_a_skill_a_sign_and_a_day(tied: World) -> None:
    """The words that were typed begin the form; it is private until it is shared."""
    goal = await aimed(tied, BEN, skill=DELIVERY)

    page = await shown(tied, BEN)
    assert (goal.text, goal.sign, goal.due_on) == (WORKSHOP, "Two others keep it", date(2026, 9, 1))
    assert goal.competency is not None
    assert goal.competency.endswith("/delivery")
    assert goal.shared_with is None
    assert f"{DELIVERY}, by Tuesday 1 September. Only you can read this." in page.words
    assert "Done when: Two others keep it" in page.words


@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-06-16", "still ahead"), ("2026-01-01", "still ahead"), ("2029-01-01", "two years")],
)
async def test_a_day_that_is_none_is_refused_at_its_field(here: World, day: str, said: str) -> None:
    """Today, a day gone by, and one too far away; nothing that was typed is lost."""
    await here.people.command(BEN, f"/growth plan {WORKSHOP}")

    done = await here.people.submit(BEN, {**AIM, "due": day})

    assert said in done.errors["due"]
    assert (await shown(here, BEN)).values["text"]["plan_text"]["value"] == WORKSHOP
    assert await goals(here, BEN) == ()


async def test_ten_goals_are_enough(here: World) -> None:
    """The eleventh waits until another is closed."""
    for number in range(10):
        await aimed(here, BEN, f"Goal {number}")

    await here.people.command(BEN, "/growth plan One more")
    done = await here.people.submit(BEN, AIM)

    assert "10 open goals" in done.errors["text"]
    assert len(await goals(here, BEN)) == 10


async def test_the_manager_reads_what_is_shared_and_no_more(tied: World) -> None:
    """One goal is shared, one is not; who opened the plan, and when, its owner can see."""
    await aimed(tied, BEN, "Speak at the guild", reach="shared")
    await aimed(tied, BEN, "Learn to say no")
    await tied.people.command(ANA, "/growth plan @ben")

    page = await shown(tied, ANA)
    assert "Speak at the guild" in page.words
    assert "Learn to say no" not in str(page)
    assert not {words.CHANGE, words.END, words.ADD, words.WRITE} & set(page.buttons)
    await tied.people.command(BEN, "/growth privacy")
    assert "ana opened your plan: 16 June 2026." in (await shown(tied, BEN)).words


async def test_what_is_private_and_what_is_not_there_look_the_same(tied: World) -> None:
    """Before and after a private goal, a manager and a colleague get the same sentence."""
    before = [await tied.people.command(who, "/growth plan @ben") for who in (ANA, CLEO)]
    await aimed(tied, BEN)
    after = [await tied.people.command(who, "/growth plan @ben") for who in (ANA, CLEO)]

    said = {str(reply.body) for reply in (*before, *after)}
    assert len(said) == 1
    assert "Nothing of ben’s plan is shared with you." in said.pop()


async def test_a_former_manager_reads_it_no_more(tied: World) -> None:
    """What was shared with a manager is shared with them for as long as they are the manager."""
    await aimed(tied, BEN, reach="shared")
    await untied(tied)

    reply = await tied.people.command(ANA, "/growth plan @ben")

    assert "Nothing of ben’s plan is shared with you." in str(reply.body)
    await tied.people.command(BEN, "/growth plan")
    assert "Only you can read this now." in (await shown(tied, BEN)).words


async def test_a_new_manager_is_named_before_it_is_shared(tied: World) -> None:
    """Where the manager changed while the form stood open, it comes back with what was typed."""
    await tied.people.command(BEN, f"/growth plan {WORKSHOP}")
    await untied(tied)
    await managed(tied, BEN, by=CLEO)

    await tied.people.submit(BEN, {**AIM, "reach": "shared"})
    form = await shown(tied, BEN)
    await tied.people.submit(BEN, {"reach": "shared"})

    (goal,) = await goals(tied, BEN)
    assert "Your manager is now cleo." in form.words
    assert (goal.text, goal.shared_with) == (WORKSHOP, CLEO)


async def test_a_goal_is_changed(here: World) -> None:
    """The form begins with what stands; another day takes its place."""
    before = await aimed(here, BEN)
    await here.people.press(BEN, None, words.CHANGE)

    form = await shown(here, BEN)
    await here.people.submit(BEN, {"due": "2026-10-05"})

    (after,) = await goals(here, BEN)
    assert form.values["sign"]["plan_sign"]["value"] == before.sign
    assert (after.id, after.text, after.due_on) == (before.id, before.text, date(2026, 10, 5))


async def test_a_goal_is_closed_with_what_was_learned(here: World) -> None:
    """It leaves the open ones and stands below, with how it ended."""
    await aimed(here, BEN)
    await here.people.press(BEN, None, words.END)
    await here.people.submit(BEN, {"end": words.ENDS[GoalEnd.CHANGED], "learned": "Ask who comes first"})

    (goal,) = await goals(here, BEN)
    page = await shown(here, BEN)
    assert (goal.end, goal.learned, goal.ended_at) == (
        GoalEnd.CHANGED,
        "Ask who comes first",
        here.clock(),
    )
    assert "Became something else on 16 June 2026" in page.words
    assert "Learned: Ask who comes first" in page.words
    assert words.END not in page.buttons


async def test_home_shows_goals_by_their_skill_and_day(tied: World) -> None:
    """None of its words; once the day has passed, it waits to be closed or moved."""
    empty = await home_of(tied, BEN)
    await aimed(tied, BEN, skill=DELIVERY)
    ahead = await home_of(tied, BEN)
    tied.clock.move(days=80)
    late = await home_of(tied, BEN)

    assert words.none_at_home() in empty.words
    assert f"A goal on {DELIVERY}, by Tuesday 1 September" in ahead.words
    assert "A goal of yours is past its day." in late.words
    assert all(WORKSHOP not in str(home) for home in (empty, ahead, late))


async def test_ones_own_page_holds_the_plan(tied: World) -> None:
    """`/growth me` shows the three lines and the goals, and leads to the plan."""
    await tied.people.command(BEN, "/growth plan")
    await tied.people.press(BEN, None, words.WRITE)
    await tied.people.submit(BEN, {"more": "Work with customers"})
    await aimed(tied, BEN)

    await tied.people.command(BEN, "/growth me")
    page = await shown(tied, BEN)
    await tied.people.press(BEN, None, words.OPEN)

    assert "Work with customers" in page.words
    assert WORKSHOP in page.words
    assert words.ADD in (await shown(tied, BEN)).buttons
