"""A person's own data as files, and what is taken away from Slack after they were erased."""

import json

from bot.deps import Deps
from bot.domain.here import here_of
from bot.domain.letters import Files, HomeView, Letter, Removal
from bot.domain.ports import Attachment
from bot.domain.rights import DATA, HOME, PAGE, as_data
from bot.usecases.deliveries import Reader
from bot.usecases.rights import export_for
from bot.views.rights import erased_home, no_files_message
from bot.words.rights import DATA_TITLE, PAGE_TITLE, document, files_said
from storage.records import Delivery
from storage.session import Workspace


async def own_data(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """All that is theirs when it is sent: a page to read, and data for programs."""
    export = await export_for(workspace, deps, delivery.recipient)
    data = json.dumps(as_data(export), indent=2, ensure_ascii=False)
    here = here_of(reader.person.zone if reader.person else None, deps.today())
    return Files(
        files=(
            Attachment(name=PAGE, title=PAGE_TITLE, content=document(export).encode()),
            Attachment(name=DATA, title=DATA_TITLE, content=f"{data}\n".encode()),
        ),
        comment=files_said(here),
        otherwise=no_files_message().payload,
    )


async def erased(_: Workspace, deps: Deps, delivery: Delivery, __: Reader) -> Letter:
    """One message or file goes, or the Home page is emptied."""
    if delivery.cause == HOME:
        return HomeView(erased_home(deps.command).payload)
    return Removal(channel=delivery.recipient, ts=delivery.cause)
