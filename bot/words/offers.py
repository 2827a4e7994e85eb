"""What Trellis says about notes that are offered as examples."""

from collections.abc import Sequence

from bot.words.lists import counted, listed

COLLEAGUE = "a colleague"
OFFER = "Offer as an example"
LOOK_AT_OFFER = "The example you offered"
FORM_TITLE = "Offer an example"
FORM_SUBMIT = "Offer it"
CLOSE = "Close"
INTRO = (
    "Examples show others what a skill looks like. Names and links were taken out; read it once more as "
    "somebody would who was not there."
)
SIGN = "Of what is it an example?"
TEXT = "The text, as it would stand"
TEXT_HINT = "No names, no mentions, no links."
ALSO = "Who else is this about?"
ALSO_HINT = "Anybody who would know themselves in it. They are asked too."
NO_SIGNS = "This note has no skill whose examples are known here. Write one with a skill, and offer that."
OWNERS_READ = (
    "Once everybody agrees, the owners of these skills read the text, and not whose it is. "
    "You can take it back until one of them takes it."
)
TITLE = "An example"
READ = "Read it"
LOOK = "Look"
AGREE = "I agree"
DECLINE = "Rather not"
TAKE_BACK = "Take my yes back"
WITHDRAW = "Take it back"
WITHDRAW_SURE_TITLE = "Take it back?"
WITHDRAW_SURE = "Nobody is asked any more, and the text is erased. The note stays as it is."
WITHDRAW_NO = "Leave it"
CHANGE = "Change the text"
TAKE = "Take it"
NOT_THIS = "Not this one"
ASKED_CONSEQUENCE = (
    "If everybody named agrees, the owners of these skills may take it, and all members read it, without a "
    "name. You need give no reason either way."
)
OWNER_CONSEQUENCE = (
    "Everybody named in it has agreed. Take it, and all members read it beside the skill at once. "
    "Whoever offered it hears either way."
)
AGREED = "You agreed to this text. Until it is taken, you can take that back."
OVER = "This came to nothing, and the text is erased. The note stays as it is."
TAKEN = "It was taken: all members read it beside the skill."
PROPOSED = "Everybody agreed. The owners of these skills have it now."
WITHDRAWN = "Taken back. Nobody is asked any more, and the text is erased."
SAID_YES = "Thank you. You can take it back until it is taken."
SAID_NO = "That is settled: it will not be proposed. No reason was asked, and none is given."
SAID_TAKEN = "Taken. All members read it beside the skill now; whoever offered it is told."
SAID_NOT = "Not taken. Whoever offered it is told kindly, and the text is erased."


def must_agree(names: Sequence[str]) -> str:
    """In the form: who is asked before anything is proposed."""
    if not names:
        return "Nobody else is named in your note. If nobody is added below, the owners get it at once."
    verb = "has" if len(names) == 1 else "each have"
    return f"Asked first: {listed(names)}, who {verb} to agree to exactly this text."


def offered(names: Sequence[str]) -> str:
    """After it was sent."""
    if not names:
        return "The owners of these skills have it now. You hear what becomes of it."
    return (
        f"Asked: {listed(names)}. Once everybody agrees, the owners get it, and you hear what becomes of it."
    )


def asked(author: str) -> str:
    """To somebody named: the message, and the line on Home."""
    return f"{author} would like to offer an example that you are part of, with no name in it. Do you agree?"


def proposed(framework: str) -> str:
    """To an owner: the message, and the line on Home."""
    return f"An example for {framework} is proposed to you."


def answered(skill: str, *, is_taken: bool, is_agreed: bool) -> str:
    """To its author, when it is over."""
    if is_taken:
        return f"The example that you offered for {skill} was taken. All members read it now."
    if is_agreed:
        return f"The example that you offered for {skill} was not taken this time. Your note stays as it is."
    return f"The example that you offered for {skill} will not be proposed. Your note stays as it is."


def of(skill: str, behaviour: str) -> str:
    """What it is an example of."""
    return f"{skill}: {behaviour}"


def waits_for(names: Sequence[str], agreed: int) -> str:
    """To its author, while people are asked."""
    said = f"Asked: {listed(names)}."
    return (
        f"{said} {counted(agreed, 'has', 'have')} agreed so far."
        if agreed
        else f"{said} Nobody has answered yet."
    )


def offered_by(author: str) -> str:
    """To somebody named, above the text."""
    return f"{author} would like to offer this as an example. You are part of it, without your name."
