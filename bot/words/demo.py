"""What the demo says in the terminal."""

from collections.abc import Sequence

NO_MANIFEST = "The demo needs manifest.yml. Run it in a checkout of Trellis."
SLACK_SILENT = "The local Slack did not start in time. Try again when the machine is less busy."


def ready(url: str, folder: str) -> str:
    """All is there."""
    return (
        f"Open {url}\n"
        "A made-up company is in it, and you may act as anybody. "
        f"What you do stays in {folder}; --fresh begins anew. Ctrl-C ends the demo."
    )


def port_taken(port: int) -> str:
    """The page cannot stand there."""
    return (
        f"Port {port} of this machine is taken. Choose another with --port, or leave it out for a free one."
    )


def slack_ended(code: int | None) -> str:
    """The child is gone."""
    return f"The local Slack ended by itself (exit code {code}). Start the demo again; --fresh begins anew."


def real_tokens(names: Sequence[str]) -> str:
    """A real workspace is near."""
    return (
        f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'} set, which belong to a real workspace. "
        "The demo never speaks to one: run it in a shell without them, or add --ignore-environment and they "
        "are left unread."
    )
