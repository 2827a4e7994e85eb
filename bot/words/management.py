"""What Trellis says about who manages whom."""

FORM_TITLE = "Your manager"
FORM_SUBMIT = "Ask them to confirm"
CLOSE = "Close"
OTHER = "Who?"
OTHER_HINT = "Choose a colleague"
CLAIM = "What are they to you?"
MY_MANAGER = "They are my manager"
MY_REPORT = "They report to me"
YES = "Yes, that’s right"
NO = "No"
NOT_RIGHT = "That’s not right"
END = "End"
KEEP = "Keep"
TAKE_BACK = "Take back"
SURE_TITLE = "End this?"


def receipt() -> str:
    """What a confirmed manager may read."""
    return (
        "They are asked to confirm. After that, the manager can read notes that the report shares with them "
        "from then on, and the report’s level. Nothing written before, and nothing private. The manager can "
        "also write down what they see the report do, and the report reads it at once."
    )


def sent(other: str) -> str:
    """After the question was sent."""
    return f"{other} is asked, in their working hours. Nothing holds until they confirm; you will hear."


def asked(asker: str, *, is_asker_manager: bool) -> str:
    """The question to the other side."""
    if is_asker_manager:
        return f"{asker} says that you report to them. Is that right?"
    return f"{asker} says that you are their manager. Is that right?"


def asked_consequence(*, is_asker_manager: bool) -> str:
    """Under the question."""
    if is_asker_manager:
        return (
            "If you say yes, they can read the notes you choose to share from now on, and your level. What "
            "they write down about your work, you read at once and can answer."
        )
    return (
        "If you say yes, you can read the notes they choose to share with you from now on, and their level. "
        "What you write down about their work, they read at once and can answer."
    )


def told(manager: str) -> str:
    """To the report of an imported tie."""
    return f"Your company’s list says that {manager} is your manager."


def told_consequence() -> str:
    """Under it."""
    return (
        "They can read the notes that you choose to share from now on, and your level. What they write down "
        "about your work, you read at once and can answer. Wrong? Say so."
    )


def answered(other: str, *, agreed: bool, is_other_manager: bool) -> str:
    """To who asked."""
    if not agreed:
        what = "that they are your manager" if is_other_manager else "that they report to you"
        return f"{other} did not confirm {what}. Nothing has changed; talk to them if that surprises you."
    if is_other_manager:
        return f"{other} confirmed that they are your manager."
    return f"{other} confirmed that they report to you."


def outcome(other: str, *, agreed: bool, is_other_manager: bool) -> str:
    """In place of the question, once answered."""
    if not agreed:
        return f"You said no. {other} has been told, and nothing has changed."
    if is_other_manager:
        return f"{other} is your manager now. They can read the notes that you share from now on."
    return f"{other} reports to you now. You can read the notes that they share with you from now on."


def ended(other: str) -> str:
    """After an end."""
    return f"You and {other} are no longer manager and report here. Nothing more is shared between you."


def line(other: str, *, is_other_manager: bool) -> str:
    """A tie in a list."""
    return f"{other} is your manager" if is_other_manager else f"{other} reports to you"


def waiting_line(other: str) -> str:
    """To who asked, while it waits."""
    return f"Waiting for {other} to confirm"


def sure(other: str) -> str:
    """Before an end."""
    return f"You and {other} are then no longer manager and report here, and your 1:1 prompts end."
