"""The console: values as text the way Node prints them, format strings, tables, counters and timers."""
