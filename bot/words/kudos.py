"""What Trellis says about kudos."""

from bot.words.lists import listed

FORM_TITLE = "Give kudos"
FORM_SUBMIT = "Send"
RECEIVER = "Who are they for?"
RECEIVER_HINT = "Choose a colleague"
TEXT = "What did they do?"
TEXT_HINT = "What you saw, and what it changed for you or others."
SKILLS = "What did it show?"
SKILLS_PLACEHOLDER = "Choose up to three"
UNSURE = "I’m not sure"
OTHER_CLUSTER = "Skills of another group"
CLUSTER = "Skills of which group?"
REACH = "Who should know?"
PUBLIC = "Everyone"
QUIET = "Just the two of us"
MANAGER_LABEL = "And their manager?"
OPEN = "Read it"
CLOSE = "Close"
POSTED = "{giver} thanked {receiver}."


def skills_hint(receiver: str) -> str:
    """Under the skills."""
    return f"Up to three skills. They help {receiver} keep this as a note."


def no_skills(receiver: str) -> str:
    """In place of the skills, for a receiver whose kind of work is not known, or not to this giver."""
    return f"There are no skills to choose from for {receiver} yet. They can add some to your kudos later."


def manager_reads(manager: str) -> str:
    """Beside the box that lets the receiver's manager read quiet kudos."""
    return f"{manager} may read it too"


def public_description(*, has_channel: bool) -> str:
    """Beside the public choice."""
    return "Posted in the kudos channel" if has_channel else "Anyone who uses Trellis here can read it"


def receipt(receiver: str, manager: str | None, *, is_public: bool, manager_reads: bool) -> str:
    """Who will be able to read it, and who they may show it to (DESIGN 5.3)."""
    if is_public:
        return "Who can read this: everyone here who uses Trellis, and the kudos channel where there is one."
    if manager_reads and manager:
        return f"Who can read this: {receiver}, and {manager} for as long as they manage {receiver}."
    onward = f" {receiver} may show it to their manager, now {manager}." if manager else ""
    return f"Who can read this: {receiver} and you.{onward}"


def unannounced(receiver: str) -> str:
    """The receipt of public kudos for somebody who does not want to be announced."""
    return (
        "Who can read this: everyone here who uses Trellis. It is not posted in the kudos channel, as "
        f"{receiver} prefers not to be announced."
    )


def cut(length: int, most: int) -> str:
    """When more was typed after the command than kudos hold."""
    return (
        f"You typed {length:,} characters, and kudos hold {most:,}. The rest is not kept: shorten it in "
        "the form before you send it."
    )


def receipt_before_choice() -> str:
    """The receipt while nobody is chosen."""
    return "Choose a colleague, and you will see who can read this before you send it."


def manager_changed(receiver: str, manager: str | None) -> str:
    """When the receipt no longer held at Send."""
    now = f"is now {manager}" if manager else "has changed, and they have none now"
    return (
        f"{receiver}’s manager {now}. Look at who can read this, then send again. Nothing you typed is lost."
    )


def sent(receiver: str, *, is_public: bool) -> str:
    """After Send."""
    reach = "Everyone here who uses Trellis can read it." if is_public else "Nobody else is told."
    return f"Sent. {receiver} is told now. {reach}"


def received(giver: str, skills: tuple[str, ...]) -> str:
    """The DM to the receiver: our words only (DESIGN 5.10)."""
    seen = f" for {listed(skills)}" if skills else ""
    return f"{giver} thanked you{seen}."


def received_hint() -> str:
    """Under the DM to the receiver."""
    return "Keep them as a note, and they count toward your growth."


def posted(giver: str, receiver: str) -> str:
    """The first line in the kudos channel."""
    return POSTED.format(giver=giver, receiver=receiver)


def seen_skills(skills: tuple[str, ...]) -> str:
    """Which skills the giver chose."""
    return f"It showed: {listed(skills)}." if skills else "No skill was chosen."


def reach(*, is_public: bool) -> str:
    """Who can read kudos that were sent."""
    return "Public kudos." if is_public else "Quiet kudos: for your eyes, and those you show them to."
