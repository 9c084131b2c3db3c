"""Tools for looking at a run: profilers, heap pictures. Imported only when the command line asks for one of them."""
