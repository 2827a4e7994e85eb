"""What is legal in a framework and yet likely to fail the people who use it (docs/lint.md)."""

from frameworks.lint.run import RULES, lint

__all__ = ["RULES", "lint"]
