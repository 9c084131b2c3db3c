"""Whether the pattern of a regular expression is one (section 22.2.1 and annex B.1.2 of ECMAScript): an early error.

Nothing is built: the matcher's compiler reads patterns on its own. Groups are a stack, so depth costs no recursion;
only nested classes of the `v` flag recurse.
"""
from __future__ import annotations

import re

from tsrun.syntax.parser.text import cook_name, join_surrogates


class PatternError(Exception):
    """What is wrong with a pattern."""


_QUANTIFIER = re.compile(r"\{([0-9]+)(,([0-9]*))?\}")
_NAME = re.compile(r"<([^>]*)>")
_MODIFIERS = re.compile(r"\?([a-z]*)(-([a-z]*))?:")
_PROPERTY = re.compile(r"\{(\w+)(?:=(\w+))?\}", re.ASCII)
_STRINGS = re.compile(r"q\{((?:[^\\}]|\\.)*)\}", re.DOTALL)
_CODE = re.compile(r"u(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{4}))")
_HEX = re.compile(r"x([0-9a-fA-F]{2})")
_DIGITS = frozenset("0123456789")
_DECIMAL = re.compile(r"[0-9]+")
_OCTAL = re.compile(r"[0-3]?[0-7]{1,2}")
_SYNTAX = frozenset("^$\\.*+?()[]{}|/")
_CONTROLS = {"f": 12, "n": 10, "r": 13, "t": 9, "v": 11}
_DOUBLE = frozenset(character * 2 for character in "&!#$%*+,.:;<=>?@^`~")
_SET_SYNTAX = frozenset("()[]{}/-\\|")
_SET_RESERVED = frozenset("&-!#%,:;<=>@`~")
# Properties whose members are strings; only with the v flag, and never negated.
_OF_STRINGS = frozenset({
    "Basic_Emoji", "Emoji_Keycap_Sequence", "RGI_Modifier_Sequence", "RGI_Flag_Sequence", "RGI_Emoji_Flag_Sequence",
    "RGI_Emoji_Modifier_Sequence", "RGI_Emoji_Tag_Sequence", "RGI_Emoji_ZWJ_Sequence", "RGI_Emoji",
})
_LARGEST = 0x10FFFF


class _Group:
    """An open group: the names in its current alternative and in the others."""

    __slots__ = ("names", "others", "quantifiable")

    def __init__(self, quantifiable: bool) -> None:
        self.quantifiable = quantifiable
        self.names: set[str] = set()
        self.others: set[str] = set()


class _Checker:
    def __init__(self, pattern: str, flags: str) -> None:
        self.sets = "v" in flags
        self.unicode = self.sets or "u" in flags
        if not self.unicode:
            # The units of UTF-16 are the characters then.
            data = pattern.encode("utf-16-le", "surrogatepass")
            pattern = "".join(chr(data[at] | data[at + 1] << 8) for at in range(0, len(data), 2))
        self.pattern = pattern
        self.at = 0
        self.captures, self.group_names = self._count_captures()
        self.named = self.unicode or bool(self.group_names)
        self.references: list[str] = []

    def fail(self, message: str) -> PatternError:
        return PatternError(message)

    def _count_captures(self) -> tuple[int, set[str]]:
        """How many groups capture, and their names: references may come first."""
        count, names, in_class, at = 0, set(), False, 0
        pattern = self.pattern
        while at < len(pattern):
            character = pattern[at]
            if character == "\\":
                at += 1
            elif character == "[":
                in_class = True
            elif character == "]":
                in_class = False
            elif character == "(" and not in_class:
                if pattern[at + 1 : at + 2] != "?":
                    count += 1
                elif pattern[at + 2 : at + 3] == "<" and pattern[at + 3 : at + 4] not in {"=", "!"}:
                    count += 1
                    name = _NAME.match(pattern, at + 2)
                    if name:
                        names.add(_group_name_text(name[1]))
            at += 1
        return count, names

    # ---- the whole

    def check(self) -> None:
        pattern = self.pattern
        groups = [_Group(False)]
        quantifiable = False
        while self.at < len(pattern):
            character = pattern[self.at]
            if character == "(":
                groups.append(self._open_group(groups))
                quantifiable = False
                continue
            if character in "*+?{" and self._quantifier(character, quantifiable):
                quantifiable = False
                continue
            self.at += 1
            if character == ")":
                if len(groups) == 1:
                    raise self.fail("Unmatched ')'")
                closed = groups.pop()
                groups[-1].names |= closed.names | closed.others
                quantifiable = closed.quantifiable
            elif character == "|":
                groups[-1].others |= groups[-1].names
                groups[-1].names = set()
                quantifiable = False
            elif character == "\\":
                quantifiable = self._escape()
            elif character == "[":
                self._class()
                quantifiable = True
            elif self.unicode and character in "{}]":
                raise self.fail("Lone quantifier brackets")
            else:
                quantifiable = character not in "^$"
        if len(groups) > 1:
            raise self.fail("Unterminated group")
        if any(name not in self.group_names for name in self.references):
            raise self.fail("Invalid named capture referenced")

    def _quantifier(self, character: str, quantifiable: bool) -> bool:
        """Read a quantifier; False with nothing read where a brace is a character."""
        if character == "{":
            match = _QUANTIFIER.match(self.pattern, self.at)
            if match is None:
                return False
            if match[3] and _larger(match[1], match[3]):
                raise self.fail("numbers out of order in {} quantifier")
            self.at = match.end()
        else:
            self.at += 1
        if not quantifiable:
            raise self.fail("Nothing to repeat")
        if self.pattern[self.at : self.at + 1] == "?":
            self.at += 1
        return True

    def _open_group(self, groups: list[_Group]) -> _Group:
        self.at += 1
        pattern = self.pattern
        if pattern[self.at : self.at + 1] != "?":
            return _Group(True)
        two = pattern[self.at : self.at + 2]
        if two in {"?=", "?!"}:
            self.at += 2
            return _Group(not self.unicode)
        if pattern[self.at : self.at + 3] in {"?<=", "?<!"}:
            self.at += 3
            return _Group(False)
        group = _Group(True)
        if two == "?<":
            self.at += 1
            name = self._group_name()
            if any(name in open_group.names for open_group in groups):
                raise self.fail("Duplicate capture group name")
            groups[-1].names.add(name)
            return group
        modifiers = _MODIFIERS.match(pattern, self.at)
        if modifiers is None:
            raise self.fail("Invalid group")
        added, removed = modifiers[1], modifiers[3] or ""
        both = added + removed
        if not set(both) <= set("ims") or len(set(both)) != len(both) or (modifiers[2] and not both):
            raise self.fail("Invalid flags in a group")
        self.at = modifiers.end()
        return group

    def _group_name(self) -> str:
        match = _NAME.match(self.pattern, self.at)
        if match is None:
            raise self.fail("Invalid capture group name")
        name = _group_name_text(match[1])
        bare = "".join(character for character in name if character not in "$\u200c\u200d")
        if "\\" in name or not name or name[0] in "\u200c\u200d" or not f"_{bare}".isidentifier():
            raise self.fail("Invalid capture group name")
        if name[0] not in "$_" and not name[0].isidentifier():
            raise self.fail("Invalid capture group name")
        self.at = match.end()
        return name

    # ---- escapes

    def _escape(self) -> bool:
        """What follows a backslash outside of classes; whether it can be repeated."""
        character = self.pattern[self.at : self.at + 1]
        if character in {"b", "B"}:
            self.at += 1
            return False
        if character == "k" and self.named:
            self.at += 1
            if self.pattern[self.at : self.at + 1] != "<":
                raise self.fail("Invalid named reference")
            self.references.append(self._group_name())
        elif character in _DIGITS and character != "0":
            digits = _DECIMAL.match(self.pattern, self.at)
            assert digits is not None
            if self.unicode:
                if int(digits[0][:9]) > self.captures:
                    raise self.fail("Invalid escape")
                self.at = digits.end()
            else:
                self.at += 1
        elif self._class_escape() is None:
            self._character_escape(in_class=False)
        return True

    def _class_escape(self) -> bool | None:
        """`d`, `w`, `p{...}`: whether it may stand for strings; None with nothing read for what is one character."""
        character = self.pattern[self.at : self.at + 1]
        if character and character in "dDsSwW":
            self.at += 1
            return False
        if character not in {"p", "P"} or not self.unicode:
            return None
        match = _PROPERTY.match(self.pattern, self.at + 1)
        if match is None:
            raise self.fail("Invalid property name")
        of_strings = match[2] is None and match[1] in _OF_STRINGS
        if of_strings and (character == "P" or not self.sets):
            raise self.fail("Invalid property name")
        self.at = match.end()
        return of_strings

    def _character_escape(self, *, in_class: bool) -> int:
        """The character that an escape stands for."""
        pattern, at = self.pattern, self.at
        if at >= len(pattern):
            raise self.fail("\\ at end of pattern")
        character = pattern[at]
        self.at += 1
        if character in _CONTROLS:
            return _CONTROLS[character]
        if in_class and character == "b":
            return 8
        match = _HEX.match(pattern, at) if character == "x" else None
        if match:
            self.at = match.end()
            return int(match[1], 16)
        if character == "u":
            code = self._unicode_escape(at)
            if code is not None:
                return code
        following = pattern[at + 1 : at + 2]
        if character == "c":
            legacy = in_class and not self.unicode and (following in _DIGITS or following == "_")
            if (following.isascii() and following.isalpha()) or legacy:
                self.at += 1
                return ord(following) % 32
            if not self.unicode:
                self.at -= 1
                return 92
        if character == "0" and following not in _DIGITS:
            return 0
        if character in _DIGITS and not self.unicode:
            octal = _OCTAL.match(pattern, at)
            if octal is None:
                return ord(character)
            self.at = octal.end()
            return int(octal[0], 8)
        identity = character in _SYNTAX or (in_class and character == "-") if self.unicode else (
            character != "k" or not self.named)
        if not identity and not (self.sets and in_class and character in _SET_RESERVED):
            raise self.fail("Invalid Unicode escape" if character == "u" else "Invalid escape")
        return ord(character)

    def _unicode_escape(self, at: int) -> int | None:
        match = _CODE.match(self.pattern, at)
        if match is None or (match[1] and not self.unicode):
            return None
        code = int(match[1] or match[2], 16)
        if code > _LARGEST:
            raise self.fail("Invalid Unicode escape")
        self.at = match.end()
        if self.unicode and match[2] and 0xD800 <= code < 0xDC00 and self.pattern[self.at : self.at + 1] == "\\":
            low = _CODE.match(self.pattern, self.at + 1)
            if low and low[2] and 0xDC00 <= int(low[2], 16) < 0xE000:
                self.at = low.end()
                return 0x10000 + ((code - 0xD800) << 10) + int(low[2], 16) - 0xDC00
        return code

    # ---- classes

    def _class(self) -> bool:
        """A class behind its bracket; whether it may match strings."""
        negated = self.pattern[self.at : self.at + 1] == "^"
        self.at += negated
        if not self.sets:
            self._ranges()
            return False
        strings = self._set()
        if negated and strings:
            raise self.fail("Negated character class may contain strings")
        return strings

    def _peek(self) -> str:
        if self.at >= len(self.pattern):
            raise self.fail("Unterminated character class")
        return self.pattern[self.at]

    def _ranges(self) -> None:
        while self._peek() != "]":
            first = self._class_atom()
            if self._peek() != "-" or self.pattern[self.at + 1 : self.at + 2] == "]":
                continue
            self.at += 1
            self._peek()
            last = self._class_atom()
            if first is None or last is None:
                if self.unicode:
                    raise self.fail("Invalid character class")
            elif first > last:
                raise self.fail("Range out of order in character class")
        self.at += 1

    def _class_atom(self) -> int | None:
        """One character, or None for an escape that stands for many."""
        character = self._peek()
        self.at += 1
        if character != "\\":
            return ord(character)
        if self._class_escape() is not None:
            return None
        return self._character_escape(in_class=True)

    # ---- classes of the v flag

    def _set(self) -> bool:
        """The inside of a class with set notation, and its bracket; whether it may match strings."""
        strings: list[bool] = []
        operator = ""
        while self._peek() != "]":
            two = self.pattern[self.at : self.at + 2]
            if two in {"&&", "--"}:
                if not strings or (operator and operator != two) or (not operator and len(strings) > 1):
                    raise self.fail("Invalid set operation in character class")
                operator = two
                self.at += 2
                if self.pattern[self.at : self.at + 1] == "&" and two == "&&":
                    raise self.fail("Invalid character in character class")
                strings.append(self._operand(ranges=False))
                continue
            if operator:
                raise self.fail("Invalid set operation in character class")
            strings.append(self._operand(ranges=True))
        self.at += 1
        if operator == "&&":
            return all(strings)
        return bool(strings and strings[0]) if operator else any(strings)

    def _operand(self, *, ranges: bool) -> bool:
        """A nested class, an escape or a character, with `ranges` also a range; whether it may match strings."""
        if self._peek() == "[":
            self.at += 1
            return self._class()
        if self._peek() == "\\":
            strings = _STRINGS.match(self.pattern, self.at + 1)
            if strings:
                return self._strings(strings)
            self.at += 1
            found = self._class_escape()
            if found is not None:
                return found
            self.at -= 1
        first = self._set_character()
        if self._peek() == "-" and self.pattern[self.at + 1 : self.at + 2] != "-":
            if not ranges:
                raise self.fail("Invalid set operation in character class")
            self.at += 1
            if first > self._set_character():
                raise self.fail("Range out of order in character class")
        return False

    def _strings(self, match: re.Match[str]) -> bool:
        """`q{ab|c}`: whether any of them is not one character."""
        end = match.end()
        self.at = match.start() + 2
        length, strings = 0, False
        while self.at < end - 1:
            if self.pattern[self.at] == "|":
                strings, length = strings or length != 1, 0
                self.at += 1
            else:
                self._set_character()
                length += 1
        self.at = end
        return strings or length != 1

    def _set_character(self) -> int:
        character = self._peek()
        if character == "\\":
            self.at += 1
            return self._character_escape(in_class=True)
        if character in _SET_SYNTAX or self.pattern[self.at : self.at + 2] in _DOUBLE:
            raise self.fail("Invalid character in character class")
        self.at += 1
        return ord(character)


def _larger(first: str, second: str) -> bool:
    """Whether one decimal number, of any length, is above another."""
    first, second = first.lstrip("0"), second.lstrip("0")
    return (len(first), first) > (len(second), second)


def _group_name_text(text: str) -> str:
    """A group's name, its escapes resolved; one beyond the last code point stays, which no name may have."""
    beyond = any(int(match[1], 16) > _LARGEST for match in re.finditer(r"\\u\{([0-9a-fA-F]+)\}", text))
    return text if beyond else join_surrogates(cook_name(text))


def check_pattern(pattern: str, flags: str) -> None:
    """Raises PatternError for a pattern that is none under these (valid) flags."""
    _Checker(pattern, flags).check()
