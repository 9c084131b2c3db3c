"""Benchmarks, profiles and checks for people who work on tsrun; README.md in this folder is the guide.

Nothing here is installed: the commands run from the root of the repository as `python -m profiling.NAME`.
"""
