"""What Trellis says about what a manager saw a report do."""

FORM_TITLE = "What I saw"
FORM_SUBMIT = "Send"
CLOSE = "Close"
REPORT = "Who is it about?"
REPORT_HINT = "Choose one of your reports"
TEXT = "What did you see?"
TEXT_HINT = "What they did, and what it changed. They read these words as you write them."
KIND = "What is it?"
KEEP_DOING = "Something to keep doing"
DO_DIFFERENTLY = "Something to do differently"
SKILLS = "Which skills is it about?"
SHOWED = "Which examples is it about?"
DAY = "When?"
READ_TITLE = "What was seen"
READ_CLOSE = "Close"
OPEN = "Read it and answer"
ANSWER = "Your answer, if you like"
ANSWER_HINT = "It is given once, with its date, and stands beside these words wherever they are shown."
SEND_ANSWER = "Send my answer"
OPEN_ANSWER = "Read the answer"


def not_theirs() -> str:
    """Where the person who was named is none of the writer's reports; nothing is said of whose they are."""
    return "The person you named does not report to you here, so nobody is chosen yet."


def no_skills(report: str) -> str:
    """In place of the skills, for a report without a framework."""
    return f"There are no skills to choose from for {report} yet. What you saw is kept all the same."


def before_choice() -> str:
    """In place of skills and receipt while nobody is chosen."""
    return "Choose one of your reports, and you will see who can read this before you send it."


def receipt(report: str) -> str:
    """Who will be able to read it, and whom they may show it to (DESIGN 5.3)."""
    return (
        f"Who can read this: you and {report}, from the moment you send it. {report} can answer. "
        f"{report} may show it to a later manager."
    )


def cut(length: int, most: int) -> str:
    """When more was typed after the command than the form holds."""
    return (
        f"You typed {length:,} characters, and there is room for {most:,}. The rest is not kept: shorten it "
        "in the form before you send it."
    )


def sent(report: str) -> str:
    """After Send."""
    return f"Sent. {report} can read it now, and answer. It counts in the next summary that you both read."


def received(author: str) -> str:
    """The DM to the report: our words only (DESIGN 5.10)."""
    return f"{author} wrote down something they saw you do."


def received_hint(author: str) -> str:
    """Under the DM to the report."""
    return f"You and {author} can read it, and nobody else. What you answer stands beside it."


def answered(report: str) -> str:
    """The DM to the author."""
    return f"{report} answered what you wrote down."


def wrote(author: str, about: str | None) -> str:
    """Above the words; `about` is None where it is the reader."""
    return f"{author} wrote down something they saw {about or 'you'} do."


def you_wrote(about: str) -> str:
    """Above the words, to who wrote them."""
    return f"You wrote down something you saw {about} do."


def kind_of(*, is_favourable: bool) -> str:
    """Which of the two it is."""
    return KEEP_DOING if is_favourable else DO_DIFFERENTLY


def dated(day: str, *, is_favourable: bool) -> str:
    """When it happened, and which of the two it is."""
    return f"{day}. {kind_of(is_favourable=is_favourable)}."


def answer_heading(report: str | None, day: str) -> str:
    """Over the answer; `report` is None where it is the reader's own."""
    return f"{report} answered on {day}" if report else f"You answered on {day}"


def still_yours(report: str) -> str:
    """To an author who manages the report no longer."""
    return f"You no longer manage {report} here. You can still read what you wrote, and the answer to it."


def answer_receipt(author: str) -> str:
    """Who will be able to read the answer."""
    return f"Who can read your answer: you, {author}, and any manager to whom you show these words."


def answer_sent(author: str) -> str:
    """After an answer."""
    return f"Sent. {author} is told now."
