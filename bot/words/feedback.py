"""What Trellis says about feedback for a colleague."""

from collections.abc import Mapping, Sequence

from bot.domain.feedback import Part
from bot.words.lists import listed

FORM_TITLE = "Give feedback"
ANSWER_TITLE = "Answer a question"
FORM_SUBMIT = "Send"
CLOSE = "Close"
RECEIVER = "Who is it for?"
RECEIVER_HINT = "Choose a colleague"
SITUATION = "What did you see?"
SITUATION_HINT = "When and where, and what they did."
EFFECT = "What did it change?"
EFFECT_HINT = "For you, for others, for the work."
CARRY_ON = "What should they continue?"
TRY_NEXT = "What could they try?"
PARTS_HINT = "One of these two is enough."
SKILL = "Which skill is it about?"
SKILL_HINT = "Choose one"
MANAGER_LABEL = "And their manager?"
OPEN = "Read it"
OPEN_REPLY = "Read the answer"

READ_TITLE = "Feedback"
SAID: Mapping[Part, str] = {Part.CARRY_ON: "To continue", Part.TRY_NEXT: "To try"}
SITUATION_SAID = "What was seen"
EFFECT_SAID = "What it changed"
REPLY = "Answer"
REPLY_TITLE = "Your answer"
REPLY_BOX = "What would you like to say?"
REPLY_HINT = "It is given once, with its date, and stands beside these words wherever they are shown."
REPLY_SUBMIT = "Send my answer"
KEEP = "Keep as a note"
KEEP_INVITATION = "Keep it as a note and it counts toward your growth. The words stay as they are."
PART = "What do you keep?"
PART_LABELS: Mapping[Part, str] = {
    Part.CARRY_ON: "What to continue",
    Part.TRY_NEXT: "What to try: I accept it",
}
TRY_CONSEQUENCE = "It counts as “not yet” on the examples that you choose"
SKILLS = "Which skills is it about?"
SHOWED = "Which examples is it about?"
OPEN_NOTE: Mapping[Part, str] = {
    Part.CARRY_ON: "Open the note on what to continue",
    Part.TRY_NEXT: "Open the note on what to try",
}
KEPT = "Kept as a note. You find it on your Trellis Home, and can share it from there."
KEPT_TWICE = "You have kept this already, so nothing was changed."


def contrary(*, is_own: bool) -> str:
    """Beside a note of what to try, which counts against its owner because they accepted it."""
    return (
        "Something to try, as you accepted it." if is_own else "Something to try, as its owner accepted it."
    )


def no_skills(receiver: str) -> str:
    """In place of the skills, for a receiver whose kind of work is not known, or not to this writer."""
    return f"There are no skills to choose from for {receiver} yet. They can add some when they keep it."


def manager_reads(manager: str) -> str:
    """Beside the box that lets the receiver's manager read it."""
    return f"{manager} may read it too"


def receipt_before_choice() -> str:
    """The receipt while nobody is chosen."""
    return "Choose a colleague, and you will see who can read this before you send it."


def receipt(receiver: str, manager: str | None, *, manager_reads: bool) -> str:
    """Who will be able to read it, and who they may show it to (DESIGN 5.3)."""
    if manager_reads and manager:
        return f"Who can read this: you, {receiver}, and {manager} for as long as they manage {receiver}."
    onward = (
        f" {receiver} may show it to their manager, now {manager}, and to whom they name to read it."
        if manager
        else ""
    )
    return f"Who can read this: {receiver} and you.{onward}"


def cut(length: int, most: int) -> str:
    """When more was typed after the command than the box holds."""
    return (
        f"You typed {length:,} characters, and there is room for {most:,}. The rest is not kept: shorten it "
        "in the form before you send it."
    )


def sent(receiver: str, manager: str | None) -> str:
    """After Send; `manager` is the receiver's where they may read it."""
    told = f"{receiver} and {manager} are told" if manager else f"{receiver} is told"
    return f"Sent. {told} now, and nobody else is. {receiver} can answer you."


def received(author: str) -> str:
    """The DM to the receiver: our words only (DESIGN 5.10)."""
    return f"{author} has feedback for you."


def received_hint(author: str, *, has_readers: bool) -> str:
    """Under the DM to the receiver."""
    who = f"You, {author} and your manager can read it." if has_readers else f"You and {author} can read it."
    return f"{who} You can answer, and keep it as a note."


def answered(author: str) -> str:
    """The DM to somebody who asked."""
    return f"{author} answered your question for feedback."


def replied(receiver: str) -> str:
    """The DM to the author."""
    return f"{receiver} answered your feedback."


def shared(author: str, receiver: str) -> str:
    """The DM to a manager."""
    return f"You can read feedback that {author} wrote for {receiver}."


def waits(author: str) -> str:
    """On Home, while it was not opened."""
    return f"{author} has feedback for you. You have not opened it yet."


def wrote(author: str | None, receiver: str | None, day: str) -> str:
    """Above the words; None is the reader."""
    return f"{author or 'You'} wrote this for {receiver or 'you'} on {day}."


def in_answer(question_by: str | None) -> str:
    """Above the question that it answers; None is the reader's own."""
    return f"It answers a question by {question_by}:" if question_by else "It answers your question:"


def about(skill: str) -> str:
    """The skill that its author chose."""
    return f"It is about {skill}."


def read_by(names: Sequence[str]) -> str:
    """Who can read it now."""
    return f"Who can read this: {listed(list(names))}."


def reply_heading(receiver: str | None, day: str) -> str:
    """Over the answer; None is the reader."""
    return f"{receiver} answered on {day}" if receiver else f"You answered on {day}"


def reply_receipt(author: str, readers: Sequence[str]) -> str:
    """Who will be able to read the answer."""
    others = listed([author, *readers])
    return f"Who can read your answer: you, {others}, and any manager to whom you show these words."


def reply_sent(author: str) -> str:
    """After an answer."""
    return f"Sent. {author} is told now."


def share_sure(manager: str) -> str:
    """Before it is shared: the receipt (DESIGN 5.3)."""
    return (
        f"{manager} is told, and can read it with your answer for as long as {manager} is your manager. "
        "This cannot be taken back."
    )


def manager_changed(receiver: str, manager: str | None) -> str:
    """When the receipt no longer held at Send."""
    now = f"is now {manager}" if manager else "has changed, and they have none now"
    return (
        f"{receiver}’s manager {now}. Look at who can read this, then send again. Nothing you typed is lost."
    )
