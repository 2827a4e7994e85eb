"""What Trellis says of the first steps with it."""

from collections.abc import Mapping

from bot.words.lists import spelled
from storage.choices import Step

SKIP = "Skip this"
SKIP_ALL = "Skip the first steps"
WHERE = "You can leave this at any time: the next step waits in Trellis’s Home."

TITLE: Mapping[Step, str] = {
    Step.LOOK_AFTER: "Look after Trellis here",
    Step.FRAMEWORK: "Choose a framework to begin with",
    Step.TEAM: "Invite one team",
    Step.MANAGER: "Say who your manager is",
    Step.PLACE: "Say where you are",
    Step.MEETING: "Set up a 1:1",
    Step.KUDOS: "Thank a colleague",
    Step.NOTE: "Write your first note",
    Step.SUMMARY: "See your first summary",
}
LABEL: Mapping[Step, str] = {
    Step.LOOK_AFTER: "Open the settings",
    Step.FRAMEWORK: "Choose a framework",
    Step.TEAM: "Choose people",
    Step.MANAGER: "Say who it is",
    Step.PLACE: "Say where I am",
    Step.MEETING: "Set up a 1:1",
    Step.KUDOS: "Give kudos",
    Step.NOTE: "Write a note",
    Step.SUMMARY: "See my summary",
}
_TEXT: Mapping[Step, str] = {
    Step.LOOK_AFTER: "Nobody does so yet. Open the settings, and you become the first People lead: "
    "you choose for whom Trellis is on, and can pass that on to somebody else.",
    Step.FRAMEWORK: "It says what growth looks like in one kind of work: skills, levels and examples that "
    "everybody can read. Begin with one of ours; every word of it can be changed later.",
    Step.TEAM: "Trellis writes unasked only to people for whom it is on. Five to ten people who work "
    "together are a good start. Each of them gets one message with a first step.",
    Step.MANAGER: "They are asked to confirm. From then on they can read your level and the notes that you "
    "choose to share, and nothing else. If nobody manages you, skip this.",
    Step.KUDOS: "Say one thing that somebody did lately and what it changed. It takes thirty seconds, and "
    "they can keep it as a note.",
    Step.NOTE: "One line about something you did lately, and what it changed. It takes twenty seconds, and "
    "it is yours alone until you share it.",
    Step.SUMMARY: "It says what your notes and kudos show so far, and each line opens what it rests on. Only "
    "you see it.",
}


def title(step: Step, other: str | None) -> str:
    """What to do, in a few words."""
    return f"{TITLE[step]} with {other}" if step is Step.MEETING and other else TITLE[step]


def text(step: Step, other: str | None, manager: str | None) -> str:
    """What it is good for, and what happens."""
    if step is Step.PLACE:
        confirms = f"{manager} confirms it" if manager else "It is confirmed"
        return (
            "Your kind of work, and the level that fits best today. "
            f"{confirms}, and then you see what growing from there looks like."
        )
    if step is Step.MEETING:
        return (
            "The working day before you meet, each of you gets two or three things worth talking about. "
            f"{other or 'The other person'} is asked whether that suits."
        )
    return _TEXT[step]


def begins(of: int) -> str:
    """Between a greeting and the first step."""
    return f"It begins with {spelled(of)} short steps:" if of > 1 else "It begins with one short step:"


def number(step: int, of: int) -> str:
    """Where one is on the way."""
    return f"Step {step} of {of}."


def welcome(by: str | None) -> str:
    """To somebody for whom Trellis was switched on."""
    begun = f"{by} switched Trellis on for you." if by else "Trellis is on for you now."
    return (
        f"{begun} It shows what growth looks like here, keeps what you and others saw of it, and gives you "
        "something good to talk about in your 1:1s."
    )


def lead_welcome(by: str | None) -> str:
    """To a new People lead who did not ask to be one."""
    begun = f"{by} made you a People lead" if by else "Whoever runs Trellis here named you People lead"
    return f"{begun}: you look after it for your company. It is on for nobody until you say so."


def notification(said: str, intro: str | None) -> str:
    """What a notification shows."""
    first = intro.partition(". ")[0] if intro else "Your next step with Trellis"
    return f"{first.rstrip('.:')}. {said}." if intro else f"{first}: {said}."


def comes_next(said: str) -> str:
    """In a list of other things."""
    return f"Your next step: {said[:1].lower()}{said[1:]}."


def done(said: str) -> str:
    """In the place of a step that was done."""
    return f"Done: {said[:1].lower()}{said[1:]}."


def skipped(said: str) -> str:
    """In the place of a step that was skipped."""
    return f"Skipped: {said[:1].lower()}{said[1:]}. You find it in Trellis’s Home whenever you like."
