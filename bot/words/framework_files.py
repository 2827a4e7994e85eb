"""What Trellis says about framework files, in a terminal."""

from collections.abc import Sequence

from bot.words.lists import counted, listed
from frameworks.findings import Finding


def no_such_file(name: str, known: Sequence[str]) -> str:
    """Neither a path nor a name."""
    return f"There is no file or framework {name}. Give a path, or one of {listed(known)}."


def empty_folder(name: str) -> str:
    """A folder without files."""
    return f"{name} holds no .yaml file. Name a folder of framework files."


def mend_first(path: str) -> str:
    """Nothing can be made of a file with errors."""
    return f"{path} has errors. Mend them, and check it with `trellis frameworks check`."


def found(finding: Finding) -> str:
    """One error or warning, as an editor takes it. What it says of a file is the file reader's own."""
    mark = "" if finding.is_error else "warning: "
    rule = f" [{finding.rule}]" if finding.rule else ""
    return f"{finding.path}:{finding.line}: {mark}{finding.what}. {finding.how}.{rule}"


def checked(files: int, errors: int, warnings: int) -> str:
    """The verdict."""
    doubts = f" {counted(warnings, 'warning', 'warnings')}." if warnings else ""
    if errors:
        what = f"{counted(errors, 'error', 'errors')} in {counted(files, 'file', 'files')}"
        return f"{what}. Mend them before you publish.{doubts}"
    return f"{counted(files, 'file', 'files')} without errors.{doubts}"


def shown_line(name: str, title: str, version: str, levels: int, skills: int) -> str:
    """A framework in a list."""
    size = f"{counted(levels, 'level', 'levels')}, " if levels else "one sheet, "
    return f"{name:<20} {title} {version}: {size}{counted(skills, 'skill', 'skills')}"


def draft(name: str) -> str:
    """A draft stays a file."""
    return f"{name} is a draft, so it was not published. Take `status: draft` out of it when it is ready."


def shared(name: str) -> str:
    """What others build on is no cluster."""
    return (
        f"{name} is what the others extend, and no kind of work of its own: it was not published by itself."
    )


def unchanged(name: str, version: str) -> str:
    """The very same content."""
    return f"{name} {version} is published already, word for word: nothing to do."


def published(name: str, version: str, owners: Sequence[str]) -> str:
    """It counts from now on."""
    who = (
        f"Looked after by {listed(owners)}."
        if owners
        else "Nobody looks after it yet: name somebody with --owner."
    )
    return f"{name} {version} is published. {who}"


def same_version(version: str) -> str:
    """People could not tell the two apart."""
    return f"It differs from the one before, which was called {version} too: give the next one a new version."


def since(version: str, counts: str) -> str:
    """Against the version before."""
    return f"Since {version}: {counts}."


def no_owner(owner: str) -> str:
    """An owner who is no member id."""
    return (
        f"{owner} is no Slack member id, such as U024BE7LH. "
        "In Slack, open a profile and choose Copy member ID."
    )
