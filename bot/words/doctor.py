"""What `trellis doctor` says: what is well, or what is wrong and how to mend it."""

from collections.abc import Mapping, Sequence

from bot.words.lists import counted, listed
from bot.words.operating import first_lead

NAMES: Mapping[str, str] = {
    "settings": "settings",
    "frameworks": "frameworks",
    "prompts": "prompts",
    "manifest": "manifest",
    "database": "database",
    "migrations": "migrations",
    "published": "published",
    "keys": "keys",
    "people_leads": "People leads",
    "slack": "Slack",
    "slack_token": "Slack token",
    "scopes": "scopes",
    "app_token": "app token",
    "signing_secret": "signing secret",
    "message": "message",
}
MARKS: Mapping[str, str] = {"ok": "ok", "wrong": "WRONG", "skipped": "-"}

SETTINGS_OK = "as they should be"
NEEDS_SETTINGS = "not looked at while the settings are wrong"
NEEDS_TOKEN = "not looked at without a bot token that Slack accepts"  # noqa: S105  # a sentence
NO_DATABASE = "not looked at while the database cannot be reached"
REACHABLE = "answers"
FILE_TO_COME = "the file is made at the first start: `trellis run` comes next"
SCHEMA_AT_START = "brought up to date at the next start"
SCHEMA_OK = "up to date"
NOTHING_PUBLISHED = "none yet: the first People lead is asked to choose one in Slack"
NO_MANIFEST = "no manifest.yml here to compare with"
SIGNING_SECRET_OK = "set"  # noqa: S105  # a word
APP_TOKEN_OK = "Slack opens Socket Mode for it"  # noqa: S105  # a sentence
SCOPES_UNSAID = "this Slack does not say which it granted"
DM_SENT = "sent: Trellis can write to people"
DM_TEXT = "This is a test by whoever runs Trellis: it can write to you. There is nothing to do."

NO_MAPPING = "it is no YAML of names and values; take the one that comes with Trellis"
NO_SCOPES = "name the bot scopes under oauth_config.scopes.bot"
NO_SOCKETS = "set settings.socket_mode_enabled to true, or leave SLACK_APP_TOKEN out"


def frameworks_ok(files: int, warnings: int) -> str:
    """All files can be published."""
    doubts = f", {counted(warnings, 'warning', 'warnings')}" if warnings else ""
    return f"{counted(files, 'file', 'files')} without errors{doubts}"


def frameworks_wrong(errors: int) -> str:
    """Some cannot."""
    return f"{counted(errors, 'error', 'errors')}. See `trellis frameworks check`."


def published(titles: Sequence[str]) -> str:
    """What counts."""
    return listed(titles)


def nobody_leads(command: str) -> str:
    """The last step of an installation happens in Slack."""
    return f"none yet. {first_lead(command)}"


def unreadable(framework: str) -> str:
    """A published version that this program cannot read."""
    return f"{framework} cannot be read by this version. Install a newer Trellis, or publish it again."


def prompts_ok(prompts: int, guides: int, answers: int, warnings: Sequence[str]) -> str:
    """All of them can be used; some of the company's own may fall flat."""
    counts = [
        counted(prompts, "prompt", "prompts"),
        counted(guides, "guide", "guides"),
        counted(answers, "answer", "answers"),
    ]
    said = f"{listed(counts)} without errors"
    return (
        f"{said}, {counted(len(warnings), 'warning', 'warnings')}: {_first_of(warnings)}"
        if warnings
        else said
    )


def prompts_wrong(errors: Sequence[str]) -> str:
    """Some are left out."""
    return _first_of(errors)


def manifest_ok(path: str, *, needs_addresses: bool) -> str:
    """Its shape holds; over HTTP the app wants more than the file that Trellis brings."""
    more = "; for HTTP, switch Socket Mode off in the app and give it the request URLs"
    return f"{path} has what Trellis needs{more if needs_addresses else ''}"


def manifest_wrong(path: str, faults: Sequence[str]) -> str:
    """What it lacks."""
    return f"{path}: {'; '.join(faults)}."


def switched_off(setting: str) -> str:
    """Something in the manifest that Trellis needs."""
    return f"set {setting} to true"


def no_command(command: str) -> str:
    """The slash command of the settings is none of the manifest's."""
    return f"add {command} under features.slash_commands, or set TRELLIS_COMMAND to the one there"


def not_escaped(command: str) -> str:
    """Mentions would come as names that nobody can tell apart."""
    return f"set should_escape of {command} to true, so that mentions carry ids"


def token_ok(team: str) -> str:
    """Slack knows the bot."""
    return f"Slack knows the bot, in {team}"


def other_workspace(team: str) -> str:
    """A store that belongs to somebody else."""
    return (
        f"The token is of {team}, but the database serves another workspace. "
        "Set TRELLIS_DATABASE_URL to a store of its own."
    )


def scopes_ok(granted: Sequence[str]) -> str:
    """All that the manifest asks for."""
    return listed(granted)


def scopes_missing(missing: Sequence[str]) -> str:
    """What to add."""
    return (
        f"{listed(missing)} not granted. Add what is missing on your app’s page, OAuth & Permissions, "
        "and install the app again."
    )


def dm_failed(code: str) -> str:
    """The proof failed."""
    return (
        f"Slack did not take the message ({code}). Check the member id, the scopes chat:write and im:write, "
        "and that the Messages tab is on in App Home."
    )


def _first_of(findings: Sequence[str]) -> str:
    more = f" And {len(findings) - 1} more." if len(findings) > 1 else ""
    return f"{findings[0]}{more}"
