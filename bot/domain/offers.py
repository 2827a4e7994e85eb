"""Notes offered as examples: who has to agree, and who reads what on the way (docs/decisions/0012)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.domain.marking import Sign
from bot.domain.naming import Names
from bot.domain.texts import check_text
from bot.domain.visibility import Facts, Thing
from bot.errors import Invalid, NotAllowed
from frameworks.model import Competency, Framework, Stage
from storage.choices import OfferState
from storage.records import Evidence, Offer, Person

_THINGS = {
    OfferState.PROPOSED: Thing.EXAMPLE_PROPOSED,
    OfferState.TAKEN: Thing.EXAMPLE_TAKEN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDesk:
    """What the form shows: the behaviours to choose from, the text as it would stand, and who has to agree.

    `offer_id` is the offer whose text is changed, if it is one.
    """

    evidence_id: str
    offer_id: str | None
    signs: tuple[Sign, ...]
    preset: str | None
    text: str
    named: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDraft:
    """The form as filled in; `also` are people whom its author names besides."""

    draft: str
    evidence_id: str
    sign: str | None
    text: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferSeen:
    """An offer as one viewer sees it: `author` is None for owners, `asked` empty for all but its author."""

    offer: Offer
    viewer_id: str
    skill: str
    behaviour: str
    framework: str
    author: Person | None
    asked: tuple[Person, ...]
    may_decide: bool

    @property
    def is_own(self) -> bool:
        """Whether the viewer offered it."""
        return self.offer.author_id == self.viewer_id

    @property
    def is_asked(self) -> bool:
        """Whether the viewer is one of those named in it."""
        return self.viewer_id in self.offer.asked

    @property
    def has_agreed(self) -> bool:
        """Whether the viewer agreed to the text as it stands."""
        return self.viewer_id in self.offer.agreed


def facts_of_offer(offer: Offer) -> Facts:
    """An offer as the table sees it; one that came to nothing is its author's alone to hear of."""
    is_over = offer.state not in {OfferState.ASKED, *_THINGS}
    return Facts(
        thing=_THINGS.get(offer.state, Thing.EXAMPLE_OFFERED),
        author_id=offer.author_id,
        asked=frozenset() if is_over else frozenset(offer.asked),
        framework=offer.framework,
    )


def check_text_of_example(text: str, names: Names) -> str:
    """Words without any name, mention or link; raises Invalid at `text`."""
    said = check_text(text, "text")
    left = names.left_in(said)
    if left:
        raise Invalid("names_left", "text", names=left[:5])
    return said


def who_must_agree(
    note: Evidence, witnesses: Iterable[str], names: Names, also: Sequence[Person]
) -> tuple[Person, ...]:
    """Everybody named in a note but its owner: in its words, as having seen it, or by its owner in the form.

    Raises Invalid at `also` where a name may be several people's, NotAllowed where somebody cannot be asked.
    """
    named = names.named(note.text)
    people = {one.id: one for one in (*named.people, *names.known((*witnesses, note.author_id)), *also)}
    for word, meant in named.unclear.items():
        if not any(one.id in people or one.id == note.owner_id for one in meant):
            raise Invalid("name_unclear", "also", name=word)
    people.pop(note.owner_id, None)
    gone = next((one for one in people.values() if not one.may_take_part), None)
    if gone is not None:
        raise NotAllowed("named_not_here", name=gone.name)
    return tuple(people.values())


def with_examples(framework: Framework, taken: Iterable[Offer]) -> Framework:
    """A framework in which what was taken stands beside its behaviours; what its file says already is not
    said twice.
    """
    added: dict[tuple[str, str], list[str]] = {}
    for offer in taken:
        if offer.framework == framework.id and offer.text:
            added.setdefault((offer.competency, offer.behaviour), []).append(offer.text)
    if not added:
        return framework
    return replace(framework, competencies=tuple(_with(one, added) for one in framework.competencies))


def _with(skill: Competency, added: dict[tuple[str, str], list[str]]) -> Competency:
    return replace(skill, stages=tuple(_with_stage(skill, stage, added) for stage in skill.stages))


def _with_stage(skill: Competency, stage: Stage, added: dict[tuple[str, str], list[str]]) -> Stage:
    behaviours = tuple(
        replace(one, example=joined(one.example, more)) if (more := added.get((skill.key, one.id))) else one
        for one in stage.behaviours
    )
    return replace(stage, behaviours=behaviours)


def joined(example: str | None, more: Iterable[str]) -> str | None:
    """Examples as one text, a line for each."""
    lines = [" ".join(one.split()) for one in (*(example or "").splitlines(), *more)]
    return "\n".join(dict.fromkeys(line for line in lines if line)) or None
