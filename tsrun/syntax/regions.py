"""The regions that the lexer works on."""
from __future__ import annotations

from tsrun.heap.arena import region

SOURCE_PADDING = 8
"""Zero bytes behind the source, so that looking ahead inside a character needs no test against the end."""

# Words of `lex_state`.
LEX_DEPTH = 0
"""Entries on `lex_stack`."""
LEX_COUNT = 1
"""Tokens in the columns, the END token included."""
LEX_KIND = 2
"""Kind of the token that a scanner of several kinds found."""

region("src", "uint8", unit="byte of the source", meaning="UTF-8 text, followed by SOURCE_PADDING zeros")
region("tok_kind", "uint8", unit="token", meaning="kind (syntax/tokens)")
region("tok_flags", "uint8", unit="token", meaning="NEWLINE_BEFORE, ESCAPED; the message of an ERROR token above them")
region("tok_start", "int32", unit="token", meaning="offset in src of the first byte")
region("tok_end", "int32", unit="token", meaning="offset in src behind the last byte")
region("lex_stack", "uint8", unit="open bracket", meaning="what its closing bracket means (syntax/lexer, OPEN_*)")
region("lex_state", "int64", unit="word", meaning="LEX_DEPTH, LEX_COUNT, LEX_KIND", near=8)
