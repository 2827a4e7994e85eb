"""What Trellis says about a framework that somebody brings, and about the sheet, in a terminal."""

from collections.abc import Mapping, Sequence

from bot.words.lists import counted, listed

MADE_BY = (
    "Imported from {source}. Read it, mend it, and run `trellis frameworks check` before you publish it."
)
UNDERSTOOD = "What I understood"
GUESSED = "What I had to guess"
LOOK_AT = "What you should look at"
WRITTEN = "Written"
NOTHING_WRITTEN = "Nothing was written. Mend this in the source and import it again."

ERRORS: Mapping[str, str] = {
    "too_large": "The file is larger than 5 MB. Split it, a cluster or a few to a file.",
    "is_xlsx": "This is no text, but a spreadsheet or a document. Save it as “CSV UTF-8”, "
    "or copy its cells into a text file.",
    "is_pdf": "This is a PDF. Copy its text or its table into a text file, and import that.",
    "is_yaml": "This is a framework file already. Check it with `trellis frameworks check`.",
    "is_html": "This is a web page. Open it, copy its table or its text, and paste that into a text file.",
    "not_utf8": "The file is not UTF-8. Save it as “CSV UTF-8”, or as text in UTF-8.",
    "empty": "The file is empty. Write a blank sheet with `trellis frameworks sheet`, and fill it.",
    "nothing": "No skill was found. Give a sheet, a table of levels and skills, or headings with lists.",
    "not_json": "This is no JSON: {why}, at column {column}. Check its commas, quotes and brackets.",
    "json_deep": "The JSON is nested too deeply. Check its brackets.",
    "json_clusters": 'The JSON has no list of clusters. Begin it with {{"clusters": [{{"id": …}}]}}.',
    "json_shape": "{name} is not {wanted}. Write it as {wanted}.",
    "not_csv": "The row is no CSV that can be read ({why}). Check its quotation marks.",
    "columns_missing": "Columns are missing: {missing}. The first line names them, of {columns}.",
    "column_misspelled": "{name} is no column of the sheet. Correct it to {column}, or take it out.",
    "column_twice": "The column {column} is named twice. Keep one of them.",
    "cells": "The row has {cells} cells for {columns} columns: {cell} has no heading above it. "
    "Give it one, or quote the cell that was torn apart.",
    "row_cells": "The row has {cells} cells for {columns} columns: {cell} is left over. "
    "Write a bar inside a cell as \\|, or take the last cells out.",
    "no_heading": "{cell} stands in a column without a heading. Give it a heading, or empty the cell.",
    "kind": "kind: {value} is none that the sheet knows. {how}.",
    "choice": "{column}: {value} cannot stand there. {how}.",
    "number": "{column}: {value} is no whole number. Write it in plain digits, such as 3.",
    "stage": "stage: {value} is no stage. Count stages from 1.",
    "lacks": "{column}: this row ({kind}) needs it. Fill the cell, or take the row out.",
    "differs": "{what}: {value} differs from {first}, as an earlier row says. Make them the same.",
    "level_in_lanes": "level: {level} is in several lanes ({lanes}). Fill the column lane.",
    "level_unknown": "{level} names the level {names}, which is not there. Correct it, or add the level.",
    "skill_unknown": "skill: {skill} is not there. Correct it, or add a row for it.",
    "mixed_level": "{skill} is described by {way} above, by level here. Fill one of them in all its rows.",
    "mixed_stage": "{skill} is described by {way} above, by stage here. Fill one of them in all its rows.",
    "mixed_whole": "{skill} is described by {way} above, and this row has none. Fill the column {way}.",
    "link": "The link {value} belongs to no example above it. Name its id in kind: link #id.",
    "cannot_load": "{what}. {how}.",
}
GUESSES: Mapping[str, str] = {
    "version": "Nothing names a version, so it is 1: {framework}.",
    "one_sheet": "There are no levels, so it is one sheet for everybody: {framework}.",
    "one_lane": "Nothing names a lane, so these levels are in one, of kind ic: {framework}.",
    "lane_kind": "The lane {lane} is of kind {kind}, by its name.",
    "legacy": "{framework} is marked as legacy, by its name.",
    "dimension": "{skill} grows {dimension}, by its category {category}.",
    "no_dimension": "Nothing says what these skills grow, so they have no dimension: {skills} ({framework}).",
    "kind_unknown": "Sentences of kind {kind} are taken as examples of a skill.",
    "continued": "The row names no skill, so it goes on with {skill}.",
    "milestone": "A row with a trigger is taken as a milestone: “{text}”.",
    "trigger": "The trigger {name} is new, so it is one of your own.",
    "way_round": "Levels are taken to stand across ({levels}), and skills down.",
    "clusters": "The headings over the tables are taken as clusters ({names}); --headings says otherwise.",
    "lanes": "The headings are taken as lanes ({names}); --headings says otherwise.",
    "categories": "The headings are taken as categories of skills ({names}); --headings says otherwise.",
    "no_skill": "Nothing names a skill here, so it is called {skill}.",
    "deepest_levels": "The deepest headings are taken as levels ({names}). Write “Level: …” over others.",
    "scope_row": "The row {name} is taken as what each level is about.",
    "category_row": "{name} has nothing beside it, so it is taken as the category of the skills below.",
    "column_name": "The column {name} is taken as {column}.",
}
LOOKS: Mapping[str, str] = {
    "placeholder": "{skill}: “{text}” is no example, so the place stays empty.",
    "empty_cells": "{skill} says nothing yet for {where}.",
    "empty_skill": "{skill} has no examples yet.",
    "level_draft": "{level} has no examples at all, so it is a draft: it is offered to nobody.",
    "no_par": "These levels of managers name no level of equal standing: {levels}. Add par to each.",
    "repeated": "{skill} says this twice in one place, and it is kept once: “{text}”.",
    "same_skill": "{skill} has a row already (line {first}); both are taken as one skill.",
    "same_skill_name": "A second skill is called {skill} (category {category}); it gets an id of its own.",
    "level_twice": "Two columns are called {level}; they are taken as one level.",
    "outside": "Left out, as it is no part of a table or a list: “{text}”.",
    "level_added": "{skill} speaks of the level {level}, which is not among the levels; it is added.",
    "same_name": "Two skills have the id {skill}; the second one is {name}.",
    "id_taken": "The id {name} is taken by another sentence, so this one has none: “{text}”.",
    "id_wrong": "{name} cannot be an id, so this sentence has none: “{text}”.",
    "left_out": "A framework file has no place for {names}, so they are left out.",
    "column_left_out": "The column {name} is not one of the sheet, so its cells are left out.",
}
SENTENCES: Mapping[str, str] = {**ERRORS, **GUESSES, **LOOKS}


def remark(key: str, values: Mapping[str, str | tuple[str, ...]]) -> str:
    """One remark as a sentence."""
    said = {name: _shown(value) for name, value in values.items()}
    return SENTENCES[key].format(**said)


def _shown(value: str | tuple[str, ...]) -> str:
    """A text, or the first of several."""
    if isinstance(value, str):
        return value.rstrip(".") if len(value) <= 80 else f"{value[:79]}…"
    more = f"{len(value) - 8} more"
    return listed(value) if len(value) < 10 else listed((*value[:8], more))


def at(path: str, line: int, sentence: str) -> str:
    """A remark with its place, as an editor takes it."""
    return f"{path}:{line}: {sentence}"


def and_more(count: int) -> str:
    """What is not printed."""
    return f"  … and {count} more of the same; --json prints all."


def totals(sizes: Sequence[int]) -> str:
    """How much was understood: clusters, lanes, levels, skills, sentences, real examples."""
    names = ("cluster", "lane", "level", "skill", "behaviour", "example")
    return _sizes(sizes, names)


def framework_line(title: str, sizes: Sequence[int]) -> str:
    """One framework under the totals."""
    names = ("lane", "level", "skill", "behaviour", "example")
    return f"  {title}: {_sizes(sizes, names)}"


def _sizes(sizes: Sequence[int], names: Sequence[str]) -> str:
    return listed([counted(size, name, f"{name}s") for size, name in zip(sizes, names, strict=True)])


def lane_line(title: str, levels: Sequence[str]) -> str:
    """A lane's levels from the first up."""
    return f"    {title}: {', '.join(levels)}"


def already_there(paths: Sequence[str]) -> str:
    """No file is written over by itself."""
    verb = "is" if len(paths) == 1 else "are"
    return f"{listed(paths)} {verb} there already, so nothing was written. Use --force, or another --to."


def cannot_write(path: str, why: str) -> str:
    """The disk says no."""
    return f"{path} cannot be written ({why}). Choose another place with --to."


def cannot_read(path: str, why: str) -> str:
    """The disk says no."""
    return f"{path} cannot be read ({why}). Check its name and rights."


def next_step(where: str, warnings: int) -> str:
    """What to do with the files."""
    doubts = (
        f" It will give {counted(warnings, 'warning', 'warnings')} on how it is written." if warnings else ""
    )
    return f"Next: read them, and run `trellis frameworks check {where}`.{doubts}"
