"""`trellis frameworks`: work with framework files, and publish them."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.terminal import AS_JSON, FAILED, at_the_desk, say_json, stop

if TYPE_CHECKING:
    from frameworks.findings import Finding
    from frameworks.load import Loaded

frameworks = typer.Typer(
    no_args_is_help=True,
    epilog="Example: trellis frameworks check our-frameworks/",
    help="Check, read, compare and publish framework files. Only published versions count.",
)
PATHS = typer.Argument(
    metavar="[PATH]...", show_default=False, help="Files, folders or names of the library."
)
ONE_FILE = typer.Argument(show_default=False, help="A file, or the name of a framework.")


@frameworks.command(epilog="Example: trellis frameworks check our-frameworks/")
def check(
    paths: Annotated[list[str] | None, PATHS] = None, as_json: Annotated[bool, AS_JSON] = False
) -> None:
    """Find what is wrong or doubtful, as file:line. Without a path: the library and TRELLIS_FRAMEWORKS_DIR.

    Needs no settings and no database. Exit 1 where there are errors; warnings are advice.
    """
    from bot.cli.framework_files import all_files, named_files
    from bot.words.framework_files import checked
    from frameworks.lint import lint

    files = named_files(paths) if paths else all_files()
    errors = [finding for one in files for finding in one.findings]
    warnings = [finding for one in files for finding in lint(one)]
    if as_json:
        say_json([_plain(one) for one in (*errors, *warnings)])
    else:
        _say_findings(errors, warnings)
        typer.echo(checked(len(files), len(errors), len(warnings)), err=bool(errors))
    if errors:
        raise typer.Exit(FAILED)


@frameworks.command(epilog="Example: trellis frameworks show engineering")
def show(
    name: Annotated[str | None, typer.Argument(metavar="[ID]", help="A framework, or a file.")] = None,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Print one framework with its levels, skills and examples, or the list of those there are."""
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


@frameworks.command(epilog="Example: trellis frameworks diff engineering our-frameworks/engineering.yaml")
def diff(
    old: Annotated[str, ONE_FILE], new: Annotated[str, ONE_FILE], as_json: Annotated[bool, AS_JSON] = False
) -> None:
    """Say what changed from one version to another, and which notes would find no place in the new one."""
    from dataclasses import asdict

    from bot.cli.framework_files import framework_named
    from bot.words.framework_changes import NO_CHANGE, lines
    from frameworks.compare import compare

    comparison = compare(framework_named(old), framework_named(new))
    if as_json:
        say_json(asdict(comparison))
    else:
        typer.echo("\n".join(lines(comparison)) or NO_CHANGE)


@frameworks.command(epilog="Example: trellis frameworks publish our-frameworks/ --owner U024BE7LH")
def publish(
    paths: Annotated[list[str] | None, PATHS] = None,
    owners: Annotated[
        list[str] | None,
        typer.Option("--owner", metavar="USER", help="Add an owner (Slack member id); may be repeated."),
    ] = None,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Make frameworks the ones that count. Without a path: TRELLIS_FRAMEWORKS_DIR, else the library.

    Needs the database. The same content again changes nothing. Where a file has errors, nothing is published.
    """
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
    from bot.words.framework_files import checked

    errors = [finding for one in files for finding in one.findings]
    if errors:
        for finding in errors:
            typer.echo(str(finding), err=True)
        stop(checked(len(files), len(errors), 0))
    return files


def _say_findings(errors: "list[Finding]", warnings: "list[Finding]") -> None:
    for finding in sorted((*errors, *warnings), key=lambda one: (one.path, one.line)):
        mark = "" if finding.is_error else "warning: "
        typer.echo(f"{finding.path}:{finding.line}: {mark}{finding.what}. {finding.how}.")


def _plain(finding: "Finding") -> dict[str, object]:
    return {
        "path": finding.path,
        "line": finding.line,
        "kind": "error" if finding.is_error else "warning",
        "what": finding.what,
        "how": finding.how,
    }
