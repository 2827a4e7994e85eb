"""How many people had no opportunity yet, for People leads and owners of frameworks (DESIGN 5.1, 5.12)."""

from bot.deps import Deps
from bot.domain.cadence import Quarter, quarter_before, quarter_start
from bot.domain.counts import CountsSeen, narrowed, report_as_json, report_from_json, report_of
from bot.domain.periods import DAY
from bot.domain.visibility import Facts, Thing, may_read
from bot.errors import NotFoundForYou
from bot.usecases.reviews import owned_frameworks
from bot.usecases.skills import published
from bot.usecases.viewers import viewer_of
from storage.chances import add_count_report, chances_between, count_reports_kept
from storage.choices import ChanceEnd, PersonKind
from storage.people import everyone
from storage.placements import placements_now
from storage.records import CountReport, Person
from storage.session import Workspace

MOST_QUARTERS = 4


async def see_counts(deps: Deps, actor: Person, framework: str | None) -> CountsSeen:
    """All that is told of the last closed quarters; of one framework's skills alone where one is named.

    What is told of the last one for the first time is told so from then on. Raises NotFoundForYou.
    """
    async with deps.write() as workspace:
        viewer = await viewer_of(workspace, actor.id, await owned_frameworks(workspace, deps, actor.id))
        if not may_read(viewer, Facts(thing=Thing.COUNTS, framework=framework)):
            raise NotFoundForYou("not_yours")
        await _tell(workspace, deps)
        kept = await count_reports_kept(workspace)
        in_force = await published(workspace, deps)
    told = [(one.quarter, report_from_json(one.figures)) for one in kept[:MOST_QUARTERS]]
    if framework is not None:
        skills = {one.key for one in in_force[framework].competencies} if framework in in_force else set()
        told = [(quarter, narrowed(report, skills)) for quarter, report in told]
    return CountsSeen(reports=tuple(told), frameworks=tuple(in_force.values()))


async def _tell(workspace: Workspace, deps: Deps) -> None:
    """Keep what is told of the quarter that closed last, where it was not told yet."""
    quarter = quarter_before(deps.today().date())
    if str(quarter) in {one.quarter for one in await count_reports_kept(workspace)}:
        return
    report = report_of(await _units(workspace), await _marked(workspace, quarter))
    kept = CountReport(quarter=str(quarter), figures=report_as_json(report), made_at=deps.today())
    await add_count_report(workspace, kept)


async def _units(workspace: Workspace) -> dict[str, str]:
    """Who is counted, with their kind of work: members with a confirmed one, contractors never."""
    placed = await placements_now(workspace)
    return {
        person.id: placed[person.id].framework
        for person in await everyone(workspace)
        if person.id in placed and person.may_take_part and person.kind is PersonKind.MEMBER
    }


async def _marked(workspace: Workspace, quarter: Quarter) -> dict[str, set[str]]:
    """Of whom it was marked in a quarter, by skill, and not taken back."""
    first = quarter_start(quarter)
    last = quarter_start(_after(quarter)) - DAY
    marked: dict[str, set[str]] = {}
    for one in await chances_between(workspace, first, last):
        if one.end is not ChanceEnd.TAKEN_BACK:
            marked.setdefault(one.competency, set()).add(one.subject_id)
    return marked


def _after(quarter: Quarter) -> Quarter:
    more, number = divmod(quarter.number, 4)
    return Quarter(year=quarter.year + more, number=number + 1)
