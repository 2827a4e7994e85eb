"""What Trellis says about where somebody is."""

from datetime import date

from bot.words.dates import day

FORM_TITLE = "Where I am"
FORM_SUBMIT = "Propose"
CLOSE = "Close"
CLUSTER = "What kind of work?"
LEVEL = "Which level fits best today?"
LEVEL_HINT = (
    "Not sure? Close this and look at skills and levels first. What you do counts here, not your title."
)
NO_LEVEL = "This kind of work has no levels: one sheet for everybody."
SECOND = "A second kind of work, if you wear two hats"
SINCE = "Since when?"
SENT = "Proposed. Whoever confirms it is asked in their working hours, and you will hear."
YES = "Confirm"
NO = "Not yet"
NONE_PUBLISHED = "There are no levels here yet. Ask a People lead to have the first ones published."


def receipt(manager: str | None) -> str:
    """Who reads a level, and who confirms it."""
    if manager:
        return (
            f"{manager} is asked to confirm. "
            "You, your manager and the People leads can see your level; nobody else."
        )
    return (
        "You have no manager here, so a People lead is asked to confirm; until then your own word stands. "
        "You and the People leads can see your level; nobody else."
    )


def place(cluster: str, level: str | None, second: str | None) -> str:
    """Engineering, Senior engineer (and Product)."""
    whole = f"{cluster}, {level}" if level else cluster
    return f"{whole} (and {second})" if second else whole


def asked(person: str, where: str, since: date) -> str:
    """The question to who confirms."""
    return f"{person} sees themselves at {where} since {day(since)}. Does that fit?"


def asked_consequence() -> str:
    """Under the question."""
    return (
        "It decides which examples their summary looks at. "
        "If it does not fit, talk first, then they propose again."
    )


def answered(where: str, *, agreed: bool) -> str:
    """To the member."""
    if agreed:
        return f"Your level is confirmed: {where}."
    return f"{where} was not confirmed. Talk about it, then propose again; what you had stays until then."


def outcome(person: str, where: str, *, agreed: bool) -> str:
    """In place of the question."""
    if agreed:
        return f"You confirmed {person} at {where}."
    return f"You did not confirm {where}. {person} has been told; a talk comes next."
