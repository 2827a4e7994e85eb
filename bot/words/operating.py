"""What Trellis says to the operator, in a terminal."""

NOTHING_OWED = "No message is owed, unknown or missed."
MORE = "There are more. These are the oldest; the rest shows when they are settled."
WILL_BE_SENT = "It is due now: a running Trellis sends it within seconds, if it is still allowed."
DROPPED = "It is given up and will not be sent."


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


def sentence(error: Exception) -> str:
    """What storage says of itself, as a sentence."""
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}."


def migrated(before: str | None, after: str | None) -> str:
    """The schema, and whether it changed."""
    if before == after:
        return f"The database is at schema {after} already: nothing to do."
    return f"The database is at schema {after} now."
