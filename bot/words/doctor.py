"""What `trellis doctor` says: what is well, or what is wrong and how to mend it."""

from collections.abc import Sequence

from bot.words.lists import counted
from bot.words.operating import first_lead

SETTINGS_OK = "as they should be"
NEEDS_SETTINGS = "not looked at while the settings are wrong"
NEEDS_TOKEN = "not looked at without a bot token that Slack accepts"  # noqa: S105  # a sentence
NO_TOKEN = "SLACK_BOT_TOKEN is not set; copy it from your app’s page, OAuth & Permissions"  # noqa: S105
NO_DATABASE = "not looked at while the database cannot be reached"
REACHABLE = "answers"
FILE_TO_COME = "the file is made at the first start: `trellis run` comes next"
SCHEMA_AT_START = "brought up to date at the next start"
SCHEMA_OK = "up to date"
NOTHING_PUBLISHED = "none yet: the first People lead is asked to choose one in Slack"
NO_MANIFEST = "no manifest.yml here to compare with"
SIGNING_SECRET_OK = "set"  # noqa: S105  # a word
APP_TOKEN_OK = "Slack opens Socket Mode for it"  # noqa: S105  # a sentence
DM_SENT = "sent: Trellis can write to people"
DM_TEXT = "This is a test by whoever runs Trellis: it can write to you. There is nothing to do."


def frameworks_ok(files: int, warnings: int) -> str:
    """All files can be published."""
    doubts = f", {counted(warnings, 'warning', 'warnings')}" if warnings else ""
    return f"{counted(files, 'file', 'files')} without errors{doubts}"


def frameworks_wrong(errors: int) -> str:
    """Some cannot."""
    return f"{counted(errors, 'error', 'errors')}: see `trellis frameworks check`"


def published(titles: Sequence[str]) -> str:
    """What counts."""
    return ", ".join(titles)


def nobody_leads(command: str) -> str:
    """The last step of an installation happens in Slack."""
    return f"none yet. {first_lead(command)}"


def unreadable(framework: str) -> str:
    """A published version that this program cannot read."""
    return f"{framework} cannot be read by this version: install a newer Trellis, or publish it again"


def prompts_ok(count: int, warnings: Sequence[str]) -> str:
    """All prompts can be used; some of the company's own may fall flat."""
    said = f"{counted(count, 'prompt', 'prompts')} without errors"
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
    return f"{path}: {'; '.join(faults)}"


def token_ok(team: str) -> str:
    """Slack knows the bot."""
    return f"Slack knows the bot, in {team}"


def token_refused(code: str) -> str:
    """Slack does not."""
    return (
        f"Slack did not accept SLACK_BOT_TOKEN ({code}); copy it anew from your app’s page, "
        "OAuth & Permissions"
    )


def app_token_refused(code: str) -> str:
    """Socket Mode stays shut."""
    return (
        f"Slack did not accept SLACK_APP_TOKEN ({code}); make one with connections:write on your app’s page, "
        "Basic Information, App-Level Tokens"
    )


def slack_away(code: str) -> str:
    """Nobody can tell."""
    return f"Slack could not be asked ({code}); check the network and SLACK_API_URL, and try again"


def other_workspace(team: str) -> str:
    """A store that belongs to somebody else."""
    return (
        f"the token is of {team}, but the database serves another workspace; "
        "set TRELLIS_DATABASE_URL to a store of its own"
    )


def scopes_ok(granted: Sequence[str]) -> str:
    """All that the manifest asks for."""
    return ", ".join(granted)


def scopes_unsaid() -> str:
    """Some servers say nothing of scopes."""
    return "this Slack does not say which it granted"


def scopes_missing(missing: Sequence[str]) -> str:
    """What to add."""
    return (
        f"{', '.join(missing)} not granted; add what is missing on your app’s page, OAuth & Permissions, "
        "and install the app again"
    )


def dm_failed(code: str) -> str:
    """The proof failed."""
    return (
        f"Slack did not take the message ({code}); check the member id, the scopes chat:write and im:write, "
        "and that the Messages tab is on in App Home"
    )


def _first_of(findings: Sequence[str]) -> str:
    more = f" And {len(findings) - 1} more." if len(findings) > 1 else ""
    return f"{findings[0]}{more}"
