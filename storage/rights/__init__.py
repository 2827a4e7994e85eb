"""What becomes of each table's rows when a person is erased, and what they take along (DESIGN 5.8, 5.9).

RULES names every table: a test holds it against all that there are, so that none is forgotten.
"""

from collections.abc import Mapping
from types import MappingProxyType

from storage.rights import concerns, evidence, frameworks, growth, messages, people, readers
from storage.rights.frameworks import OLD_OF_TAKEN
from storage.rights.rule import NOTHING, Rule

__all__ = ["NOTHING", "OLD_OF_TAKEN", "RULES", "Rule"]

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        **concerns.RULES,
        **evidence.RULES,
        **frameworks.RULES,
        **growth.RULES,
        **messages.RULES,
        **people.RULES,
        **readers.RULES,
    }
)
