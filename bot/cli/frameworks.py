"""`trellis frameworks`: work with framework files, and publish them."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.terminal import AS_JSON, FAILED, at_the_desk, say_json, stop
from bot.words import program as words
from bot.words.program import example

if TYPE_CHECKING:
    from frameworks.findings import Finding
    from frameworks.load import Loaded

frameworks = typer.Typer(
    no_args_is_help=True,
    help=words.FRAMEWORKS,
    epilog=example("trellis frameworks check our-frameworks/"),
)
PATHS = typer.Argument(metavar="[PATH]...", show_default=False, help=words.FRAMEWORK_FILES)
ONE_FILE = typer.Argument(show_default=False, help=words.FRAMEWORK_FILE)


@frameworks.command(help=words.FRAMEWORKS_CHECK, epilog=example("trellis frameworks check our-frameworks/"))
def check(
    paths: Annotated[list[str] | None, PATHS] = None,
    in_full: Annotated[bool, typer.Option("--all", help=words.FRAMEWORKS_ALL)] = False,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Print what is wrong or doubtful; an error is exit 1."""
    from bot.cli.framework_files import all_files, named_files
    from bot.cli.framework_report import report
    from bot.words.framework_files import checked
    from frameworks.lint import lint

    files = named_files(paths) if paths else all_files()
    errors = [finding for one in files for finding in one.findings]
    warnings = [finding for one in files for finding in lint(one)]
    if as_json:
        say_json([_plain(one) for one in (*errors, *warnings)])
    else:
        for line in report((*errors, *warnings), in_full=in_full):
            typer.echo(line)
        typer.echo(checked(len(files), len(errors), len(warnings)), err=bool(errors))
    if errors:
        raise typer.Exit(FAILED)


@frameworks.command(help=words.FRAMEWORKS_SHOW, epilog=example("trellis frameworks show engineering"))
def show(
    name: Annotated[str | None, typer.Argument(metavar="[ID]", help=words.FRAMEWORKS_SHOWN)] = None,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Print one framework, or the list of all."""
    from bot.cli.framework_files import all_files, framework_named
    from bot.cli.framework_page import page
    from bot.words.framework_files import shown_line
    from frameworks.content import content

    found = [framework_named(name)] if name else [one.framework for one in all_files() if one.framework]
    if as_json:
        values = [json.loads(content(one))["framework"] for one in found]
        say_json(values[0] if name else values)
    elif name:
        typer.echo("\n".join(page(found[0])))
    else:
        for one in found:
            typer.echo(shown_line(one.id, one.title, one.version, len(one.levels), len(one.competencies)))


@frameworks.command(
    help=words.FRAMEWORKS_DIFF,
    epilog=example("trellis frameworks diff engineering our-frameworks/engineering.yaml"),
)
def diff(
    old: Annotated[str, ONE_FILE], new: Annotated[str, ONE_FILE], as_json: Annotated[bool, AS_JSON] = False
) -> None:
    """Print what changed from one version to another."""
    from dataclasses import asdict

    from bot.cli.framework_files import framework_named
    from bot.words.framework_changes import NO_CHANGE, lines
    from frameworks.compare import compare

    comparison = compare(framework_named(old), framework_named(new))
    if as_json:
        say_json(asdict(comparison))
    else:
        typer.echo("\n".join(lines(comparison)) or NO_CHANGE)


@frameworks.command(
    help=words.FRAMEWORKS_PUBLISH,
    epilog=example("trellis frameworks publish our-frameworks/ --owner U024BE7LH"),
)
def publish(
    paths: Annotated[list[str] | None, PATHS] = None,
    owners: Annotated[
        list[str] | None,
        typer.Option("--owner", metavar="USER", help=words.FRAMEWORKS_OWNER),
    ] = None,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Publish each file that has no errors, or nothing."""
    from bot.cli.framework_files import are_files, company_files, named_files
    from bot.cli.publishing import check_owners, publish_all, said

    added = check_owners(owners or [])
    files = _without_errors(named_files(paths) if paths else company_files())
    done = at_the_desk(lambda deps: publish_all(deps, files, added, all_named=are_files(paths or [])))
    if as_json:
        say_json([one.plain() for one in done])
    else:
        for one in done:
            typer.echo(said(one))


def _without_errors(files: "tuple[Loaded, ...]") -> "tuple[Loaded, ...]":
    from bot.words.framework_files import checked, found

    errors = [finding for one in files for finding in one.findings]
    if errors:
        for finding in errors:
            typer.echo(found(finding), err=True)
        stop(checked(len(files), len(errors), 0))
    return files


def _plain(finding: "Finding") -> dict[str, object]:
    return {
        "path": finding.path,
        "line": finding.line,
        "kind": "error" if finding.is_error else "warning",
        "rule": finding.rule,
        "what": finding.what,
        "how": finding.how,
    }
