"""The words that rules look for, in English, each with what to write instead.

Keys are patterns of whole words in lower case; values are what a finding says to do.
"""


def among(text: str) -> frozenset[str]:
    """The words of a text, to look others up in."""
    return frozenset(text.split())
