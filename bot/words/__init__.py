"""Every sentence that Trellis says, in English: a file a subject, of constants and small functions.

Another language is a folder here with files of the same names (`bot/words/de/home.py`). Put first into this
package's `__path__` before anything else is loaded, its sentences are said in the place of these, and nothing
else changes; `make check` names what it lacks (docs/decisions/0011-one-voice.md).
"""
