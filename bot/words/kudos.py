"""What Trellis says about kudos."""

from bot.words.lists import listed, spelled

FORM_TITLE = "Give kudos"
FORM_SUBMIT = "Send"
RECEIVERS = "Who are they for?"
RECEIVERS_PLACEHOLDER = "Choose colleagues"
RECEIVERS_HINT = "One person, or up to ten who did it together: each gets their own."
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
QUIET_OF_SEVERAL = "Each of them and me alone"
MANAGER_LABEL = "And their manager?"
OPEN = "Read it"
CLOSE = "Close"
_FEW = 4


def skills_hint(receivers: tuple[str, ...]) -> str:
    """Under the skills."""
    if len(receivers) > 1:
        return "Up to three skills, of those that all of them have. Each can choose others in their note."
    return f"Up to three skills. They help {listed(receivers)} keep this as a note."


def no_skills(receivers: tuple[str, ...]) -> str:
    """In place of the skills, where none are known, or none that all have, or not to this giver."""
    if len(receivers) > 1:
        return (
            f"There are no skills that {listed(receivers)} all have. Each of them can add their own to your "
            "kudos later."
        )
    return (
        f"There are no skills to choose from for {listed(receivers)} yet. They can add some to your kudos "
        "later."
    )


def manager_reads(manager: str) -> str:
    """Beside the box that lets the receiver's manager read quiet kudos."""
    return f"{manager} may read it too"


def public_description(quiet: tuple[str, ...], count: int, *, has_channel: bool) -> str:
    """Beside the public choice; `quiet` are those of so many receivers who want no announcing."""
    if quiet and len(quiet) == count:
        return f"Stays quiet for {listed(quiet)}"
    return "Posted in the kudos channel" if has_channel else "Anyone who uses Trellis here can read it"


def receipt(receiver: str, manager: str | None, *, is_public: bool, manager_reads: bool) -> str:
    """Who will be able to read it, and who they may show it to (DESIGN 5.3)."""
    if is_public:
        return "Who can read this: everyone here who uses Trellis, and the kudos channel where there is one."
    if manager_reads and manager:
        return f"Who can read this: {receiver}, and {manager} for as long as they manage {receiver}."
    onward = f" {receiver} may show it to their manager, now {manager}." if manager else ""
    return f"Who can read this: {receiver} and you.{onward}"


def receipt_of_several(
    receivers: tuple[str, ...], managers: tuple[str, ...], quiet: tuple[str, ...], *, is_public: bool
) -> str:
    """The same for several people, or where some of them want no announcing."""
    if is_public and len(quiet) == len(receivers):
        return _unannounced(quiet)
    if is_public:
        everyone = (
            "Who can read this: everyone here who uses Trellis, and the kudos channel where there is one."
        )
        return f"{everyone} {_unannounced(quiet, among_others=True)}" if quiet else everyone
    onward = f" Each may show theirs to their manager, now {listed(managers)}." if managers else ""
    return (
        f"Who can read this: {listed(receivers)}, each their own, and you. None of them sees who else is "
        f"thanked.{onward}"
    )


def _unannounced(quiet: tuple[str, ...], *, among_others: bool = False) -> str:
    prefer = "prefers" if len(quiet) == 1 else "prefer"
    what = "that" if among_others else "this"
    between = "between you two" if len(quiet) == 1 else "between you and each of them"
    return f"{listed(quiet)} {prefer} not to be announced: {what} stays {between}."


def cut(length: int, most: int) -> str:
    """When more was typed after the command than kudos hold."""
    return (
        f"You typed {length:,} characters, and kudos hold {most:,}. The rest is not kept: shorten it in "
        "the form before you send it."
    )


def receipt_before_choice() -> str:
    """The receipt while nobody is chosen."""
    return "Choose whom to thank, and you will see who can read this before you send it."


def manager_changed(receiver: str, manager: str | None) -> str:
    """When the receipt no longer held at Send."""
    now = f"is now {manager}" if manager else "has changed, and they have none now"
    return (
        f"{receiver}’s manager {now}. Look at who can read this, then send again. Nothing you typed is lost."
    )


def too_many_named(most: int) -> str:
    """When more people were named after the command than can be thanked at once."""
    return f"Kudos go to up to {spelled(most)} people at once. The first {spelled(most)} are in the form."


def sent(receivers: tuple[str, ...], quiet: tuple[str, ...], *, is_public: bool) -> str:
    """After Send; `quiet` are those for whom it stays so."""
    told = f"Sent. {listed(receivers)} {'is' if len(receivers) == 1 else 'are'} told now."
    if not is_public:
        return f"{told} Nobody else is told."
    if len(quiet) == len(receivers):
        return f"{told} {_unannounced(quiet)}"
    everyone = "Everyone here who uses Trellis can read it."
    return f"{told} {everyone} {_unannounced(quiet, among_others=True)}" if quiet else f"{told} {everyone}"


def received(giver: str, skills: tuple[str, ...]) -> str:
    """The DM to the receiver: our words only (DESIGN 5.10)."""
    seen = f" for {listed(skills)}" if skills else ""
    return f"{giver} thanked you{seen}."


def received_hint() -> str:
    """Under the DM to the receiver."""
    return "Keep them as a note, and they count toward your growth."


def posted(giver: str, receivers: tuple[str, ...]) -> str:
    """The first line in the kudos channel."""
    return f"{giver} thanked {listed(receivers)}."


def posted_in_short(giver: str, receivers: tuple[str, ...]) -> str:
    """The same for a notification, which has no room for ten names."""
    if len(receivers) <= _FEW:
        return posted(giver, receivers)
    left = len(receivers) - _FEW + 1
    return posted(giver, (*receivers[: _FEW - 1], f"{spelled(left)} others"))


def seen_skills(skills: tuple[str, ...]) -> str:
    """Which skills the giver chose."""
    return f"It showed: {listed(skills)}." if skills else "No skill was chosen."


def reach(*, is_public: bool) -> str:
    """Who can read kudos that were sent."""
    return "Public kudos." if is_public else "Quiet kudos: for your eyes, and those you show them to."
