"""The heap: typed regions, values, cells, shapes, and the collector."""
