"""What Trellis says about notes from past reviews."""

from bot.words.lists import counted

LIST_TITLE = "From past reviews"
CLOSE = "Close"
INTRO = (
    "Your company brought these here, so that you need not start empty. Only you can read them. "
    "What you keep becomes a note of yours; what you discard is erased at once."
)
NOTHING_LEFT = "Nothing waits here any more. What you kept is among your notes, in Home and in your summary."
LOOK = "Look"
HINT = "Only you can read them, and they count nowhere until you keep them."
KEEP = "Keep as a note"
DISCARD = "Discard"
DISCARD_SURE_TITLE = "Discard this?"
DISCARD_SURE = "It is erased at once, and no later import brings it back."
DISCARD_NO = "Leave it here"
KEEP_ALL_SURE_TITLE = "Keep all of them?"
KEEP_ALL_SURE = (
    "They become private notes: only you can read them. You can share each of them later, from the note. "
    "Who is named as having written something is told nothing and confirms nothing."
)
KEEP_ALL_NO = "Look at them first"
FORM_TITLE = "Keep as a note"


def wait(count: int) -> str:
    """That there are some: in the message, and on Home."""
    if count == 1:
        return "A note from a past review waits for you."
    return f"{count} notes from past reviews wait for you."


def kept(count: int) -> str:
    """After all were kept."""
    return f"{counted(count, 'note', 'notes')} kept. Only you can read them."


def keep_all(count: int) -> str:
    """The button that keeps all."""
    return f"Keep all {count} as private notes"


def more(count: int) -> str:
    """Below a list that was cut."""
    return f"And {count} more, shown as these are done."


def under(heading: str) -> str:
    """The heading that it stood under."""
    return f"under “{heading}”"


def origin(day: str, author: str | None, source: str | None, heading: str | None) -> str:
    """When it was, who wrote it and where it stood."""
    by = f"written by {author}" if author else "in your own words"
    parts = [day, by, source, under(heading) if heading else None]
    return ", ".join(part for part in parts if part)


def others_words(author: str) -> str:
    """In the form, for words that somebody else wrote."""
    return (
        f"{author} wrote these words, and confirms nothing by it: they are yours to change or to leave out, "
        "with the line that says so."
    )


def as_note(text: str, author: str | None, source: str | None) -> str:
    """The words of a note that is kept: those of somebody else say whose they are."""
    if author is None:
        return text
    return f"{text}\n\n({author}, {source})" if source else f"{text}\n\n({author})"
