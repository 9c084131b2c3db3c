"""`tsrun heap`: how a script fills the heap, and what the collector does about it."""
