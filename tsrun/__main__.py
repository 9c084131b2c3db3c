"""`python -m tsrun`, and the console script. Next to nothing is imported before Ctrl-C is looked after."""
from __future__ import annotations

import os


def main() -> None:
    try:
        from tsrun.cli import main as run

        run()
    except KeyboardInterrupt:  # while it starts, or ends
        os._exit(130)


if __name__ == "__main__":
    main()
