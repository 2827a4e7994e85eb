"""The `trellis` program: one file a noun.

Each command imports what it needs when it is called, so that `trellis --help` is there at once and
`trellis run` loads nothing that only another command needs.
"""

import typer

from bot.cli.deliveries import deliveries
from bot.cli.demo import demo
from bot.cli.doctor import doctor
from bot.cli.evidence import evidence
from bot.cli.frameworks import frameworks
from bot.cli.keys import keys
from bot.cli.migrate import migrate
from bot.cli.people import people
from bot.cli.person import person
from bot.cli.run import run
from bot.words import program as words
from bot.words.program import example

program = typer.Typer(
    name="trellis",
    help=words.PROGRAM,
    epilog=example("trellis demo"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
program.command(help=words.RUN, epilog=example("SLACK_BOT_TOKEN=xoxb-… SLACK_APP_TOKEN=xapp-… trellis run"))(
    run
)
program.command(help=words.DEMO, epilog=example("trellis demo --port 8800"))(demo)
program.command(help=words.DOCTOR, epilog=example("trellis doctor --dm U024BE7LH"))(doctor)
program.command(help=words.MIGRATE, epilog=example("trellis migrate"))(migrate)
program.add_typer(frameworks, name="frameworks")
program.add_typer(deliveries, name="deliveries")
program.add_typer(people, name="people")
program.add_typer(person, name="person")
program.add_typer(keys, name="keys")
program.add_typer(evidence, name="evidence")


def main() -> None:
    """Run the program."""
    program(prog_name="trellis")
