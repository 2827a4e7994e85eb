"""What Trellis says to the operator, in a terminal."""

from bot.words.lists import listed
from storage.errors import BrokenReferences, StorageError, Unreachable, WrongSchema
from storage.records import Delivery

NOTHING_OWED = "No message is owed, unknown or missed: nothing to do."
MORE = "There are more. These are the oldest; the rest shows when they are settled."
WILL_BE_SENT = "It is due now: a running Trellis sends it within seconds, if it is still allowed."
DROPPED = "It is given up and will not be sent."
NO_WORKSPACE = (
    "This store does not know its Slack workspace yet. Run `trellis run` once, or set SLACK_BOT_TOKEN, "
    "and check that TRELLIS_DATABASE_URL names the store that Trellis uses."
)


def owed(one: Delivery) -> str:
    """One message in a list: its id, how it is, when it is due, what it is and to whom."""
    reason = f"  ({one.reason})" if one.reason else ""
    return f"{one.id}  {one.state:<8} {one.due_at:%Y-%m-%d %H:%M}  {one.kind} to {one.recipient}{reason}"


def no_delivery(delivery_id: str) -> str:
    """An id that names nothing."""
    return f"There is no message {delivery_id}. `trellis deliveries` lists their ids."


def settled_already(delivery_id: str) -> str:
    """A message that can be neither sent nor dropped any more."""
    return (
        f"Message {delivery_id} is sent or dropped already, or is being sent at this moment. "
        "`trellis deliveries` lists those that wait for a word."
    )


def serving(mode: str, host: str, port: int, command: str, *, is_led: bool) -> str:
    """Which way Slack comes in, once all is open, and what comes next where nobody looks after Trellis."""
    place = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    if mode == "socket":
        way = "Trellis serves over Socket Mode."
    else:
        way = f"Trellis serves over HTTP. Slack’s request URL ends in /slack/events and leads to {place}."
    after = "" if is_led else f" {first_lead(command)}"
    return f"{way} Health: {place}/readyz. Ctrl-C ends it.{after}"


def first_lead(command: str) -> str:
    """What comes next in a workspace where nobody looks after Trellis yet."""
    return f"Next, in Slack: a workspace owner or admin types {command} admin, and is led on by message."


def storage_refused(error: StorageError) -> str:
    """Why the store cannot be used."""
    match error:
        case Unreachable():
            return f"The database cannot be reached ({error.fault}). Check TRELLIS_DATABASE_URL."
        case WrongSchema(found=None):
            return "The database has no tables yet. Run `trellis migrate`."
        case WrongSchema() if error.is_older:
            return (
                f"The database is at schema {error.found}, and this Trellis needs {error.needed}. "
                "Run `trellis migrate`."
            )
        case WrongSchema():
            return (
                f"The database is at schema {error.found}, and this Trellis knows {error.needed} at most. "
                "Install a newer Trellis."
            )
        case BrokenReferences():
            return (
                f"Rows of {listed(error.tables)} point at rows that are not there, so nothing was changed. "
                "Restore a backup, or mend them and migrate again."
            )
    return f"The database refused ({error}). Check that nobody else changes it, and try again."


def bot_token_refused(code: str) -> str:
    """Slack does not know the bot."""
    return (
        f"Slack did not accept SLACK_BOT_TOKEN ({code}). Copy the Bot User OAuth Token anew from your "
        "app’s page, OAuth & Permissions, and check SLACK_API_URL."
    )


def app_token_refused(code: str) -> str:
    """Socket Mode stays shut."""
    return (
        f"Slack did not accept SLACK_APP_TOKEN ({code}). Make one with connections:write on your app’s page, "
        "Basic Information, App-Level Tokens."
    )


def no_sockets(code: str) -> str:
    """Where Slack stands there is no Socket Mode."""
    return (
        f"This Slack offers no Socket Mode ({code}). Leave SLACK_APP_TOKEN out and set "
        "SLACK_SIGNING_SECRET, to be reached over HTTP, or check SLACK_API_URL."
    )


def slack_away(code: str) -> str:
    """Nobody can tell."""
    return f"Slack could not be reached ({code}). Check the network and SLACK_API_URL, and try again."


def port_taken(host: str, port: int, fault: str) -> str:
    """Nobody can come in there."""
    return (
        f"Trellis cannot listen on {host}, port {port} ({fault}). "
        "Stop what uses it, or set TRELLIS_PORT or TRELLIS_HOST."
    )


def migrated(before: str | None, after: str | None) -> str:
    """The schema, and whether it changed."""
    if before == after:
        return f"The database is at schema {after} already: nothing to do."
    return f"The database is at schema {after} now."
