"""Churn experiments: what the collector does under many patterns of allocation, and how its policy changes that.

`points` says what is tried, `script` writes the program of a point, `run` carries it out, `sweep` all of them on any
executor of concurrent.futures, `results` keeps what came of it, `plots` and `report` show it.
"""
