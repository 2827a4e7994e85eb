"""Private words: sealed in every column that holds them (DESIGN 5.14)."""

import pytest
from sqlalchemy import Column, func, select, type_coerce
from sqlalchemy.types import LargeBinary

from storage.asks import add_ask, decide_asked
from storage.chances import add_chances
from storage.checks import add_check, put_word
from storage.choices import AskState, EvidenceSource
from storage.commitments import add_commitment
from storage.deliveries import add_deliveries
from storage.evidence import add_evidence, evidence_of
from storage.feedback import add_feedback, reply_to_feedback
from storage.kudos import add_kudos, get_kudos, put_details
from storage.observations import add_reply
from storage.offers import put_offer
from storage.pairs import add_pair
from storage.past_notes import add_past_note
from storage.plans import put_direction, put_goal
from storage.records import Line
from storage.reviews import add_review, answers_of, put_answer
from storage.session import Database, Workspace
from storage.summaries import add_summary, get_summary, set_reply
from storage.tables import metadata
from storage.talks import put_private_note, put_talk
from storage.types import EncryptedText
from tests.storage.builders import (
    NOON,
    OURS,
    TODAY,
    U1,
    U2,
    some_answer,
    some_direction,
    some_evidence,
    some_goal,
    some_kudos,
    some_offer,
    some_owed,
    some_pair,
    some_past_note,
    some_review,
    some_sight,
    some_summary,
)
from tests.storage.checked import some_chance, some_check, some_check_word
from tests.storage.fed import some_ask, some_feedback
from tests.storage.talked import some_commitment, some_private_note, some_talk

SECRET = "They said it in confidence: größte Mühe"
SEALED = b"\x01"
"""The first byte of what is sealed; plain text begins with 0 (storage/types.py)."""

COLUMNS = {
    f"{table.name}.{column.name}": column
    for table in metadata.tables.values()
    for column in table.columns
    if isinstance(column.type, EncryptedText)
}


async def confide(workspace: Workspace) -> None:
    """Write the secret wherever people write."""
    await add_kudos(workspace, some_kudos(text=SECRET))
    await put_details(workspace, "event of k1", SECRET, SECRET, SECRET, NOON)
    await add_evidence(
        workspace,
        some_evidence(
            source=EvidenceSource.KUDOS,
            text=SECRET,
            link=f"https://fernhill.example/{SECRET}",
            lines=(Line(person_id=U1, kudos_id="k1", text=SECRET),),
        ),
    )
    await add_reply(workspace, "e1", SECRET, NOON)
    await add_review(workspace, some_review())
    await put_answer(workspace, some_answer(comment=SECRET))
    await add_summary(workspace, some_summary())
    await set_reply(workspace, "s1", SECRET, NOON)
    await put_offer(workspace, some_offer(text=SECRET))
    past = some_past_note(text=SECRET, skill=SECRET, example=SECRET, author=SECRET, source=SECRET)
    await add_past_note(workspace, past)
    await put_direction(workspace, some_direction(more=SECRET, next=SECRET, one_day=SECRET))
    await put_goal(workspace, some_goal(text=SECRET, sign=SECRET, learned=SECRET))
    await add_check(workspace, some_check())
    await add_chances(workspace, [some_chance(word=SECRET)])
    await put_word(workspace, some_check_word(word=SECRET))
    await add_pair(workspace, some_pair(id="a1"))
    await put_talk(workspace, some_talk(agenda=SECRET, notes=SECRET))
    await put_private_note(workspace, some_private_note(text=SECRET))
    await add_commitment(workspace, some_commitment(text=SECRET))
    await add_ask(workspace, some_ask(question=SECRET))
    await decide_asked(workspace, "q1", U2, AskState.DECLINED, SECRET, NOON)
    parts = {"situation": SECRET, "carry_on": SECRET, "try_next": SECRET, "effect": SECRET}
    await add_feedback(workspace, some_feedback(**parts))
    await reply_to_feedback(workspace, "b1", SECRET, NOON)
    await add_deliveries(workspace, [some_owed()], NOON)


async def raw(workspace: Workspace, column: Column[str]) -> list[bytes]:
    """What the database itself holds in a column."""
    return list(await workspace.session.scalars(select(type_coerce(column, LargeBinary))))


def test_private_words_are_these() -> None:
    """These columns hold what people write in private; each is sealed for its own place."""
    places = {
        name: column.type.place for name, column in COLUMNS.items() if isinstance(column.type, EncryptedText)
    }

    of_evidence = ("evidence.text", "evidence.link", "evidence.reply", "evidence_lines.text")
    of_past = [f"past_notes.{name}" for name in ("text", "skill", "example", "author", "source")]
    of_directions = ("directions.more", "directions.next", "directions.one_day")
    of_plans = (
        *of_directions,
        "goals.text",
        "goals.sign",
        "goals.learned",
        "check_words.word",
        "chances.word",
    )
    rest = ("offers.text", "review_answers.comment", "summaries.reply")
    of_talks = ("talks.agenda", "talks.notes", "private_notes.text", "commitments.text")
    parts = [f"feedback.{name}" for name in ("situation", "carry_on", "try_next", "effect", "reply")]
    of_feedback = ("feedback_asks.question", "feedback_asked.word", *parts)
    of_kudos = ("kudos.text", "kudos.situation", "kudos.effect", "kudos.link")
    words = (
        "evidence_lines.text",
        *of_kudos,
        *of_feedback,
        *of_evidence,
        *of_past,
        *of_plans,
        *of_talks,
        *rest,
    )
    assert places == {name: name for name in words}


@pytest.mark.parametrize("name", COLUMNS)
async def test_words_are_sealed(store: Database, name: str) -> None:
    """What is written through storage reaches the database sealed, without a word to be seen."""
    async with store.write(OURS) as workspace:
        await confide(workspace)
        (held,) = await raw(workspace, COLUMNS[name])

    assert held.startswith(SEALED)
    assert b"confidence" not in held


async def test_words_stand_nowhere_else(store: Database) -> None:
    """No other column of any table repeats a private word."""
    async with store.write(OURS) as workspace:
        await confide(workspace)
        for table in metadata.tables.values():
            others = [column for column in table.columns if not isinstance(column.type, EncryptedText)]
            found = (await workspace.session.execute(select(*others))).all()
            assert "confidence" not in repr(found)


async def test_words_come_back(store: Database) -> None:
    """With the key, every private word comes back as it was written."""
    async with store.write(OURS) as workspace:
        await confide(workspace)
        (piece,) = await evidence_of(workspace, some_sight(of=U2, to=U2), since=TODAY, until=TODAY)
        (answer,) = await answers_of(workspace, "r1")
        thanks, summary = await get_kudos(workspace, "k1"), await get_summary(workspace, "s1")

    words = [thanks.text, piece.text, piece.link, piece.reply, answer.comment, summary.reply]
    assert words == [SECRET, SECRET, f"https://fernhill.example/{SECRET}", SECRET, SECRET, SECRET]


async def test_silence_is_not_sealed(store: Database) -> None:
    """A word that was not given is nothing at all in the database."""
    async with store.write(OURS) as workspace:
        await add_evidence(workspace, some_evidence(link=None))
        table = metadata.tables["evidence"]

        assert await workspace.session.scalar(select(func.count()).where(table.c.link.is_(None))) == 1
