"""Where somebody is: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.cadence import zone_or_utc
from bot.domain.ports import Slack
from bot.listeners.calls import Call
from bot.listeners.modals import renew_modal, show_modal
from bot.listeners.outcomes import show_outcome
from bot.usecases.placements import decide_proposal, propose_placement
from bot.usecases.skills import SkillChoice, skills_for
from bot.usecases.viewers import manager_of
from bot.views import placements as views
from bot.views.answers import unpack
from bot.views.kit import Modal
from bot.views.notices import notice
from bot.words import placements as words
from storage.choices import PersonKind
from storage.people import find_person
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the form and to the answers."""
    app.action(views.OPEN)(on_placement_opened)
    app.action(views.TURN)(on_cluster_chosen)
    app.view(views.FORM)(on_placement_submitted)
    app.action(views.YES)(on_placement_answered)
    app.action(views.NO)(on_placement_answered)


async def on_placement_opened(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Open the form, on top of what is open."""
    await show_modal(slack, body, await _first_form(deps, actor))
    await ack()


async def on_place_step(call: Call) -> None:
    """Open the form as a first step."""
    await call.show(await _first_form(call.deps, call.actor))


async def on_cluster_chosen(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Another kind of work has other levels."""
    view = body["view"]
    draft = views.read_placement_form(view)
    choice, manager = await _known(deps, actor, draft.cluster)
    form = _form(deps, actor, choice, manager, draft.draft, views.read_placement_round(view) + 1)
    await renew_modal(slack, view, views.placement_form(form))
    await ack()


async def on_placement_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Propose."""
    await propose_placement(deps, actor, views.read_placement_form(view))
    await ack(response_action="update", view=notice(words.SENT).payload)


async def on_placement_answered(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """It fits, or not yet."""
    agrees = action["action_id"] == views.YES
    placement_id = str(unpack(action.get("value")).get("placement"))
    seen = await decide_proposal(deps, actor, placement_id, agrees=agrees)
    await show_outcome(slack, body, words.outcome(seen.person.name, views.where(seen), agreed=agrees))
    await ack()


async def _first_form(deps: Deps, actor: Person) -> Modal:
    choice, manager = await _known(deps, actor, None)
    if choice.framework is None and len(choice.clusters) == 1:  # nothing to choose between
        choice, manager = await _known(deps, actor, choice.clusters[0][0])
    return views.placement_form(_form(deps, actor, choice, manager, deps.ids(), 0))


async def _known(deps: Deps, actor: Person, cluster: str | None) -> tuple[SkillChoice, str | None]:
    async with deps.read() as workspace:
        manager_id = await manager_of(workspace, actor.id)
        manager = await find_person(workspace, manager_id) if manager_id else None
        return await skills_for(workspace, deps, actor.id, cluster), manager.name if manager else None


def _form(
    deps: Deps, actor: Person, choice: SkillChoice, manager: str | None, draft: str, round_: int
) -> views.PlacementForm:
    return views.PlacementForm(
        draft=draft,
        clusters=choice.clusters,
        framework=choice.framework,
        manager=manager,
        today=deps.today().astimezone(zone_or_utc(actor.zone)).date(),
        round=round_,
        has_level=actor.kind is PersonKind.MEMBER,
    )
