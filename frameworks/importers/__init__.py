"""From what people bring (JSON, a sheet, tables, pasted text) to framework files. Values in, values out.

Every source becomes rows of the sheet (`rows.py`), and the rows become files (`gathering.py`), so that
what one source can say, all can.
"""
