"""`python -m tsrun`."""
from __future__ import annotations

from tsrun.cli import main

if __name__ == "__main__":
    main()
