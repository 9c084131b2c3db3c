"""Values between Python and a script.

    script                          Python
    undefined, null                 None (None becomes null)
    boolean, string                 bool, str
    number                          int if it is an integer up to 2**53 in size, else float (-0, NaN and infinities too)
    symbol                          str, as it is shown
    array                           list (holes are None)
    Map                             dict, or a list of pairs where its keys can't be, or are not all different in Python
    Set                             list
    function                        JSFunction, callable; any callable of Python becomes a function
    Error object                    JSError
    promise                         its value if it is fulfilled, else a JSPromise
    other objects                   dict of the enumerable properties with string keys; getters are not run
    proxy                           what its target becomes; no trap is called

Cycles stay cycles. Functions and promises of the same run come back as themselves. A function of another run is called
like one of Python's, a JSError that this run did not throw becomes an Error of its name and message.
"""
from __future__ import annotations

from tsrun.errors import JSError, MemoryLimitError, PendingError
from tsrun.heap.layout import (
    A_ACCESSOR, FALSE, ID, K_ARRAY, K_BOXED, K_ERROR, K_FUNCTION, K_MAP, K_NAMESPACE, K_PROMISE, K_SET, N_MESSAGE,
    N_NAME, NULL, S_MAX_MEMORY, STRING, SYM_PRIMITIVE, T_OBJECT, T_STRING, T_SYMBOL, TAG, TRUE, UNDEFINED, UNINIT,
)
from tsrun.heap.reader import int_of, number_of, number_text, value_of_number
from tsrun.vm.driver import ScriptError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from tsrun.realm import Realm

SAFE = 2**53
ERRORS = frozenset({"Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"})


class JSFunction:
    """A function of a script. Calling it runs the script, and what that leaves pending; it keeps its realm alive.

    Threads that call functions of one run take turns. Pickling one leaves its text.
    """

    __slots__ = ("__weakref__", "_handle", "_realm", "name")

    def __init__(self, realm: Realm, value: int) -> None:
        self._realm = realm
        self._handle = realm.engine.keep_for(self, value)
        self.name = realm.heap.function_name(value)

    def belongs_to(self, realm: Realm) -> bool:
        """Whether it is a function of this run; in another it is called like any of Python's."""
        return self._realm is realm

    def __call__(self, *arguments: Any) -> Any:
        return self._realm.call_from_python(self.value, arguments)

    @property
    def value(self) -> int:
        """The boxed value."""
        return self._realm.engine.kept(self._handle)

    def __repr__(self) -> str:
        return f"<JSFunction {self.name or '(anonymous)'}>"

    def __copy__(self) -> JSFunction:
        return self

    def __deepcopy__(self, _memo: object) -> JSFunction:
        return self

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (repr(self),)


class Thrown:
    """Keeps a value that a script threw, while the error that Python sees is about."""

    __slots__ = ("__weakref__", "_handle", "realm")

    def __init__(self, realm: Realm, value: int) -> None:
        self.realm = realm
        self._handle = realm.engine.keep_for(self, value)

    @property
    def value(self) -> int:
        return self.realm.engine.kept(self._handle)


class JSPromise:
    """A promise of a script that is pending or rejected, within a value. It keeps its realm alive."""

    __slots__ = ("__weakref__", "_handle", "_realm")

    def __init__(self, realm: Realm, value: int) -> None:
        self._realm = realm
        self._handle = realm.engine.keep_for(self, value)

    @property
    def value(self) -> int:
        """The boxed value."""
        return self._realm.engine.kept(self._handle)

    def belongs_to(self, realm: Realm) -> bool:
        """Whether it is a promise of this run."""
        return self._realm is realm

    @property
    def state(self) -> str:
        """pending, fulfilled or rejected."""
        return self._realm.heap.promise(self.value)[0]

    def result(self) -> Any:
        """What the promise was fulfilled with. Raises JSError with the reason of a rejection, PendingError."""
        with self._realm.turn:
            return outcome(self._realm, self.value)

    def __repr__(self) -> str:
        return f"<JSPromise {self.state}>"

    def __copy__(self) -> JSPromise:
        return self

    def __deepcopy__(self, _memo: object) -> JSPromise:
        return self

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (repr(self),)


def outcome(realm: Realm, value: int) -> Any:
    """A value in Python's terms; of a promise what it was fulfilled with. Raises JSError, PendingError."""
    if realm.heap.kind(value) != K_PROMISE:
        return to_python(realm, value)
    state, result = realm.heap.promise(value)
    if state == "rejected":
        raise realm.js_error(result)
    if state == "pending":
        raise PendingError("the promise is pending, and nothing is left that could settle it")
    return to_python(realm, result)


def python_number(value: int) -> int | float:
    """A number as int where nothing is lost, else float."""
    number = number_of(value)
    integer = int_of(number)
    if integer is None or abs(integer) > SAFE or (integer == 0 and value != 0):
        return number
    return integer


def to_python(realm: Realm, value: int, seen: dict[int, Any] | None = None) -> Any:
    """A script's value in Python's terms. `seen` is what was converted before, by value: its objects stay the same.

    Raises MemoryLimitError for an array that is too long for a list, with hardly any elements in it.
    """
    return _Reader(realm, {} if seen is None else seen).converted(value)


class _Reader:
    """Converts without recursion: a container is made empty, and filled when its turn comes."""

    def __init__(self, realm: Realm, seen: dict[int, Any]) -> None:
        self._realm, self._heap, self._seen = realm, realm.heap, seen
        self._waiting: list[Callable[[], None]] = []

    def converted(self, value: int) -> Any:
        result = self._begun(value)
        while self._waiting:
            self._heap.pulse()
            self._waiting.pop()()
        return result

    def error(self, value: int) -> JSError:
        result = self._error(value)
        while self._waiting:
            self._waiting.pop()()
        return result

    def _begun(self, value: int) -> Any:
        """A value whose contents, if it has any, are still to be filled in."""
        if value < TAG:
            return python_number(value)
        tag = value >> 48
        heap = self._heap
        if tag == T_STRING:
            return heap.string(value)
        if tag == T_SYMBOL:
            return f"Symbol({heap.symbol_description(value) or ''})"
        if tag != T_OBJECT:
            return True if value == TRUE else False if value == FALSE else None
        if value in self._seen:
            return self._seen[value]
        behind = heap.behind(value)
        kind = heap.kind(behind)
        if behind != value and kind != K_FUNCTION:
            return self._begun(behind)
        if kind == K_BOXED:
            return self._begun(heap.hidden(value, SYM_PRIMITIVE))
        if kind == K_ERROR:
            return self._error(value)
        result: Any
        if kind == K_FUNCTION:
            result = self._realm.python_function(value) or JSFunction(self._realm, value)
        elif kind == K_PROMISE:
            state, settled = heap.promise(value)
            result = self._seen[value] = JSPromise(self._realm, value)
            if state == "fulfilled":
                result = self._begun(settled)
        else:
            result = self._container(value, kind)
        self._seen[value] = result
        return result

    def _container(self, value: int, kind: int) -> Any:
        heap, waiting = self._heap, self._waiting
        if kind == K_ARRAY:
            items = [None] * self._checked(heap.length[value & ID])
            waiting.append(lambda: self._fill_array(items, value))
            return items
        if kind == K_SET:
            members: list[Any] = []
            waiting.append(lambda: members.extend(
                [self._begun(key) for key, _, _ in heap.table(heap.collection(value))]))
            return members
        if kind == K_MAP:
            return self._map(value)
        result: dict[str, Any] = {}
        waiting.append(lambda: self._fill_object(result, value, kind))
        return result

    def _checked(self, length: int) -> int:
        limit = self._realm.engine.state[S_MAX_MEMORY]
        if 8 * length > limit:
            raise MemoryLimitError(f"an array of length {length:,} is too long to become a list of Python")
        return length

    def _fill_array(self, items: list[Any], value: int) -> None:
        for index, found, attributes in self._heap.elements(value):
            items[index] = None if attributes & A_ACCESSOR else self._begun(found)

    def _map(self, value: int) -> Any:
        entries = list(self._heap.table(self._heap.collection(value)))
        if any(key >> 48 == T_OBJECT for key, _, _ in entries) \
                or len({self._begun(key) for key, _, _ in entries}) < len(entries):
            pairs: list[Any] = []
            self._waiting.append(lambda: pairs.extend(
                [[self._begun(key), self._begun(found)] for key, found, _ in entries]))
            return pairs
        mapped: dict[Any, Any] = {}
        self._waiting.append(lambda: mapped.update(
            {self._begun(key): self._begun(found) for key, found, _ in entries}))
        return mapped

    def _fill_object(self, result: dict[str, Any], value: int, kind: int) -> None:
        heap = self._heap
        for key, found, attributes in heap.enumerable(value):
            if attributes & A_ACCESSOR or (key > TAG and key >> 48 == T_SYMBOL):
                continue
            bound = heap.binding(found) if kind == K_NAMESPACE else found
            if bound != UNINIT:
                result[number_text(float(key)) if key < TAG else heap.string(key)] = self._begun(bound)

    def _error(self, value: int) -> JSError:
        realm, heap = self._realm, self._heap

        def text(name: int) -> str:
            found = heap.data(value, STRING | name)
            if found >> 48 == T_STRING:
                return heap.string(found)
            return "" if found == UNDEFINED else realm.describe(found)

        stack = realm.stack_of(value)
        file, line, column = place_in(stack)
        error = JSError(text(N_NAME), text(N_MESSAGE), stack=stack, file=file, line=line, column=column)
        self._seen[value] = error
        own = {heap.string(key): found for key, found, attributes in heap.enumerable(value)
               if key > TAG and key >> 48 == T_STRING and not attributes & A_ACCESSOR}
        properties: dict[str, Any] = {}
        error.value = properties if own else error
        self._waiting.append(lambda: properties.update({key: self._begun(found) for key, found in own.items()}))
        return error


def error_of(realm: Realm, value: int, seen: dict[int, Any] | None = None) -> JSError:
    """A JSError for a value that was thrown."""
    if value >> 48 != T_OBJECT or realm.heap.kind(value) != K_ERROR:
        message = realm.describe(value)
        return JSError("", message, value=to_python(realm, value, seen), stack=message)
    return _Reader(realm, {} if seen is None else seen).error(value)


def place_in(stack: str) -> tuple[str | None, int | None, int | None]:
    """File, line and column of the first frame of a stack that has them."""
    for text in stack.split("\n"):
        if not text.startswith("    at "):
            continue
        place = text.rpartition("(")[2].rstrip(")") if text.endswith(")") else text[7:]
        file, _, column = place.rpartition(":")
        file, _, line = file.rpartition(":")
        if line.isdigit() and column.isdigit():
            return file, int(line), int(column)
    return None, None, None


class Maker:
    """Makes values of Python's; what it has made stays alive until `done`."""

    def __init__(self, realm: Realm) -> None:
        self._realm, self._engine = realm, realm.engine
        self._handles: list[int] = []
        self._made: dict[int, int] = {}

    def done(self) -> None:
        for handle in self._handles:
            self._engine.drop(handle)
        self._handles.clear()

    def _hold(self, value: int) -> int:
        self._handles.append(self._engine.keep(value))
        return value

    def value(self, given: Any) -> int:
        """The value for an object of Python's, without recursion. Raises TypeError for one that has no counterpart."""
        waiting: list[tuple[int, Any]] = []
        result = self._begun(given, waiting)
        while waiting:
            made, container = waiting.pop()
            if isinstance(container, dict):
                for key, item in container.items():
                    self._engine.define(made, self._key(key), self._begun(item, waiting))
            else:
                for index, item in enumerate(container):
                    self._engine.define(made, value_of_number(float(index)), self._begun(item, waiting))
        return result

    def _begun(self, given: Any, waiting: list[tuple[int, Any]]) -> int:
        """A value whose contents, if it has any, are put down to be filled in."""
        if given is None:
            return NULL
        if given is True or given is False:
            return TRUE if given else FALSE
        if isinstance(given, int | float):
            return number_value(given)
        if isinstance(given, str):
            return self._hold(self._engine.string(given))
        if isinstance(given, JSFunction | JSPromise) and given.belongs_to(self._realm):
            return given.value
        made = self._made.get(id(given))
        if made is not None:
            return made
        if isinstance(given, JSError):
            return self._error(given)
        if isinstance(given, dict):
            made = self._hold(self._engine.object())
        elif isinstance(given, list | tuple):
            if all(item is None or isinstance(item, int | float) for item in given):
                return self._hold(self._engine.array([self._begun(item, waiting) for item in given]))
            made = self._hold(self._engine.array([]))
        elif callable(given):
            return self._hold(self._realm.host_function(given))
        else:
            raise TypeError(f"a {type(given).__name__} can't be given to a script")
        self._made[id(given)] = made
        waiting.append((made, given))
        return made

    def _error(self, given: JSError) -> int:
        """The error that the script threw, or one like it."""
        if isinstance(given.thrown, Thrown) and given.thrown.realm is self._realm:
            return given.thrown.value
        made = self._realm.script_error(given.message, given.name if given.name in ERRORS else "Error").value
        self._made[id(given)] = made
        return self._hold(made)

    def _key(self, key: Any) -> int:
        if not isinstance(key, str | int | float) or isinstance(key, bool):
            raise TypeError(f"a key of type {type(key).__name__} can't be given to a script")
        text = key if isinstance(key, str) else number_text(number_of(number_value(key)))
        return self._hold(self._engine.string(text))


def number_value(number: float) -> int:
    """The value of a number of Python's; an int that is too large becomes an infinity."""
    try:
        return value_of_number(float(number))
    except OverflowError:
        return value_of_number(float("inf") if number > 0 else float("-inf"))


def wrapped(realm: Realm, function: Callable[..., Any]) -> Callable[[Sequence[int]], int]:
    """A Python callable as a host function: arguments and result are converted, exceptions become Errors."""

    def host(values: Sequence[int]) -> int:
        from tsrun.errors import LimitError

        arguments = [to_python(realm, value) for value in values]
        try:
            result = function(*arguments)
        except JSError as error:
            if isinstance(error.thrown, Thrown) and error.thrown.realm is realm:
                raise ScriptError(error.thrown.value) from error
            raise
        except (LimitError, KeyboardInterrupt, RecursionError):
            raise
        except Exception as error:
            raise realm.script_error(f"{type(error).__name__}: {error}") from error
        if result is None:
            return UNDEFINED
        maker = Maker(realm)
        try:
            return maker.value(result)
        finally:
            maker.done()

    return host


