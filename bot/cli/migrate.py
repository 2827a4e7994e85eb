"""`trellis migrate`."""

import asyncio

import typer

from bot.cli.terminal import settings_or_stop, stop


def migrate() -> None:
    """Bring the database to the schema of this version."""
    address = settings_or_stop().database_url.get_secret_value()
    from bot.words.operating import migrated, storage_refused
    from storage.errors import StorageError

    try:
        before, after = asyncio.run(_migrate(address))
    except StorageError as error:
        stop(storage_refused(error))
    typer.echo(migrated(before, after))


async def _migrate(address: str) -> tuple[str | None, str | None]:
    from storage import schema
    from storage.session import Database

    database = Database.at(address)
    try:
        before = await schema.current_revision(database)
        await schema.migrate(address)
        return before, await schema.current_revision(database)
    finally:
        await database.close()
