"""What Trellis says where a People lead sets it up: a framework to begin with, and a first team."""

from bot.words.lists import counted

CLOSE = "Close"
FRAMEWORK_TITLE = "Choose a framework"
FRAMEWORK_SUBMIT = "Begin with this"
FRAMEWORK = "For which kind of work?"
FRAMEWORK_HINT = "One is enough to begin with. Others can be added at any time."
OWNER = "Who looks after it?"
OWNER_HINT = "Once a quarter they are asked what to keep, reword or retire."
NONE_LEFT = "Every framework that comes with Trellis, and every file of your own, is in force already."
ADD = "Add a framework"
TEAM_TITLE = "Invite one team"
TEAM_SUBMIT = "Switch it on"
TEAM = "For whom?"
TEAM_HINT = "Include yourself, to see what they see."
TEAM_PLACEHOLDER = "Choose people"
CHANNEL = "Where are public kudos posted?"
CHANNEL_PLACEHOLDER = "Choose a public channel"
CHANNEL_HINT = "First invite Trellis there: type /invite @Trellis in the channel."


def offered(skills: int, levels: int) -> str:
    """Beside a framework to choose."""
    if not levels:
        return f"{counted(skills, 'skill', 'skills')} on one sheet, no levels: for a small team"
    return f"{counted(skills, 'skill', 'skills')}, {counted(levels, 'level', 'levels')}"


def in_force(title: str, command: str) -> str:
    """After one was chosen."""
    return f"{title} is in force now. Everybody here can read it with `{command} framework`."


def team_consequence() -> str:
    """What happens when it is switched on."""
    return (
        "Each of them gets one message with a first step, in their working hours. Nobody else hears of it, "
        "and you can switch it off again for anybody."
    )


def switched_on(count: int) -> str:
    """After a team was chosen."""
    return (
        f"Trellis is on for {counted(count, 'person', 'people')} now. They hear of it in their working hours."
    )
