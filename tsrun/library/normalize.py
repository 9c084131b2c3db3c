"""Unicode normalization of texts of any length, in pieces: between two of them the host can look at the clock."""
from __future__ import annotations

from unicodedata import category, normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

PIECE = 1 << 12
JAMO = range(0x1100, 0x1200)


def normalized(form: str, text: str, pulse: Callable[[], object], most: int) -> str:
    """The normalization form of a text; of one that gets longer than `most`, a part that is longer."""
    parts: list[str] = []
    start = length = 0
    while start < len(text) and length <= most:
        end = min(start + PIECE, len(text))
        while end < len(text) and not _stands_alone(text[end]):
            end += 1
        parts.append(normalize(form, text[start:end]))  # type: ignore[arg-type]
        length += len(parts[-1])
        start = end
        pulse()
    return "".join(parts)


def _stands_alone(character: str) -> bool:
    """Whether a character surely has no part in what comes before it: only marks and Hangul's letters compose so."""
    return category(character)[0] in "LNPSZ" and ord(character) not in JAMO
