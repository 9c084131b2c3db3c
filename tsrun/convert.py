"""Values between Python and a script.

    script                          Python
    undefined, null                 None (None becomes null)
    boolean, string                 bool, str
    number                          int if it is an integer up to 2**53 in size, else float (-0, NaN and infinities too)
    symbol                          str, as it is shown
    array                           list (holes are None)
    Map                             dict, or a list of pairs where keys can't be keys of a dict
    Set                             list
    function                        JSFunction, callable; any callable of Python becomes a function
    Error object                    JSError
    promise                         its value if it is fulfilled, else a JSPromise
    other objects                   dict of the enumerable properties with string keys; getters are not run
    proxy                           what its target becomes; no trap is called

Cycles stay cycles.
"""
from __future__ import annotations

from tsrun.errors import JSError, PendingError
from tsrun.heap.layout import (
    A_ACCESSOR, FALSE, ID, K_ARRAY, K_BOXED, K_ERROR, K_FUNCTION, K_MAP, K_NAMESPACE, K_PROMISE, K_SET, N_MESSAGE,
    N_NAME, NULL, STRING, SYM_PRIMITIVE, T_OBJECT, T_STRING, T_SYMBOL, TAG, TRUE, UNDEFINED, UNINIT,
)
from tsrun.heap.reader import int_of, number_of, number_text, value_of_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from tsrun.realm import Realm

SAFE = 2**53


class JSFunction:
    """A function of a script. Calling it runs the script; it keeps its realm alive."""

    __slots__ = ("_handle", "_realm", "name")

    def __init__(self, realm: Realm, value: int) -> None:
        self._realm = realm
        self._handle = realm.engine.keep(value)
        self.name = realm.heap.function_name(value)

    def __call__(self, *arguments: Any) -> Any:
        return self._realm.call_from_python(self.value, arguments)

    @property
    def value(self) -> int:
        """The boxed value."""
        return self._realm.engine.kept(self._handle)

    def __repr__(self) -> str:
        return f"<JSFunction {self.name or '(anonymous)'}>"

    def __del__(self) -> None:
        self._realm.engine.drop(self._handle)


class JSPromise:
    """A promise of a script that is pending or rejected, within a value. It keeps its realm alive."""

    __slots__ = ("_handle", "_realm")

    def __init__(self, realm: Realm, value: int) -> None:
        self._realm = realm
        self._handle = realm.engine.keep(value)

    @property
    def value(self) -> int:
        """The boxed value."""
        return self._realm.engine.kept(self._handle)

    @property
    def state(self) -> str:
        """pending, fulfilled or rejected."""
        return self._realm.heap.promise(self.value)[0]

    def result(self) -> Any:
        """What the promise was fulfilled with. Raises JSError with the reason of a rejection, PendingError."""
        return outcome(self._realm, self.value)

    def __repr__(self) -> str:
        return f"<JSPromise {self.state}>"

    def __del__(self) -> None:
        self._realm.engine.drop(self._handle)


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
    """A script's value in Python's terms."""
    if value < TAG:
        return python_number(value)
    tag = value >> 48
    heap = realm.heap
    if tag == T_STRING:
        return heap.string(value)
    if tag == T_SYMBOL:
        return f"Symbol({heap.symbol_description(value) or ''})"
    if tag != T_OBJECT:
        return True if value == TRUE else False if value == FALSE else None
    seen = {} if seen is None else seen
    if value in seen:
        return seen[value]
    behind = heap.behind(value)
    kind = heap.kind(behind)
    if kind == K_FUNCTION:
        owned = realm.python_function(value)
        result = seen[value] = owned or JSFunction(realm, value)
        return result
    if behind != value:
        return to_python(realm, behind, seen)
    if kind == K_BOXED:
        return to_python(realm, heap.hidden(value, SYM_PRIMITIVE), seen)
    if kind == K_ERROR:
        return error_of(realm, value, seen)
    if kind == K_PROMISE:
        state, settled = heap.promise(value)
        held: Any = JSPromise(realm, value)
        seen[value] = held
        if state == "fulfilled":
            held = seen[value] = to_python(realm, settled, seen)
        return held
    return _container(realm, value, kind, seen)


def _container(realm: Realm, value: int, kind: int, seen: dict[int, Any]) -> Any:
    heap = realm.heap
    if kind == K_ARRAY:
        items: list[Any] = [None] * heap.length[value & ID]
        seen[value] = items
        for index, found, attributes in heap.elements(value):
            items[index] = None if attributes & A_ACCESSOR else to_python(realm, found, seen)
        return items
    if kind == K_SET:
        members: list[Any] = []
        seen[value] = members
        members += [to_python(realm, key, seen) for key, _, _ in heap.table(heap.collection(value))]
        return members
    if kind == K_MAP:
        entries = list(heap.table(heap.collection(value)))
        if any(key >> 48 == T_OBJECT for key, _, _ in entries):
            pairs: list[Any] = []
            seen[value] = pairs
            pairs += [[to_python(realm, key, seen), to_python(realm, found, seen)] for key, found, _ in entries]
            return pairs
        mapped: dict[Any, Any] = {}
        seen[value] = mapped
        for key, found, _ in entries:
            mapped[to_python(realm, key, seen)] = to_python(realm, found, seen)
        return mapped
    result: dict[str, Any] = {}
    seen[value] = result
    for key, found, attributes in heap.enumerable(value):
        if attributes & A_ACCESSOR or (key > TAG and key >> 48 == T_SYMBOL):
            continue
        bound = heap.binding(found) if kind == K_NAMESPACE else found
        if bound != UNINIT:
            result[number_text(float(key)) if key < TAG else heap.string(key)] = to_python(realm, bound, seen)
    return result


def error_of(realm: Realm, value: int, seen: dict[int, Any] | None = None) -> JSError:
    """A JSError for a value that was thrown."""
    heap = realm.heap
    if value >> 48 != T_OBJECT or heap.kind(value) != K_ERROR:
        message = realm.describe(value)
        return JSError("", message, value=to_python(realm, value, seen), stack=message)
    seen = {} if seen is None else seen

    def text(name: int) -> str:
        found = heap.data(value, STRING | name)
        return heap.string(found) if found >> 48 == T_STRING else "" if found == UNDEFINED else realm.describe(found)

    stack = realm.stack_of(value)
    file, line, column = place_in(stack)
    error = JSError(text(N_NAME), text(N_MESSAGE), stack=stack, file=file, line=line, column=column)
    error.value = error
    seen[value] = error
    properties = {heap.string(key): to_python(realm, found, seen) for key, found, attributes in heap.enumerable(value)
                  if key > TAG and key >> 48 == T_STRING and not attributes & A_ACCESSOR}
    if properties:
        error.value = properties
    return error


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
        """The value for an object of Python's. Raises TypeError for one that has no counterpart."""
        if given is None:
            return NULL
        if given is True or given is False:
            return TRUE if given else FALSE
        if isinstance(given, int | float):
            return value_of_number(float(given))
        if isinstance(given, str):
            return self._hold(self._engine.string(given))
        if isinstance(given, JSFunction):
            return given.value
        made = self._made.get(id(given))
        if made is not None:
            return made
        if isinstance(given, dict):
            return self._object(given)
        if isinstance(given, list | tuple):
            return self._array(given)
        if callable(given):
            return self._hold(self._realm.host_function(given))
        raise TypeError(f"a {type(given).__name__} can't be given to a script")

    def _object(self, given: dict[Any, Any]) -> int:
        made = self._made[id(given)] = self._hold(self._engine.object())
        for key, item in given.items():
            if not isinstance(key, str | int | float) or isinstance(key, bool):
                raise TypeError(f"a key of type {type(key).__name__} can't be given to a script")
            name = key if isinstance(key, str) else number_text(float(key))
            self._engine.define(made, self._hold(self._engine.string(name)), self.value(item))
        return made

    def _array(self, given: Sequence[Any]) -> int:
        if all(item is None or isinstance(item, int | float) for item in given):
            return self._hold(self._engine.array([self.value(item) for item in given]))
        made = self._made[id(given)] = self._hold(self._engine.array([]))
        for index, item in enumerate(given):
            self._engine.define(made, value_of_number(float(index)), self.value(item))
        return made


def wrapped(realm: Realm, function: Callable[..., Any]) -> Callable[[Sequence[int]], int]:
    """A Python callable as a host function: arguments and result are converted, exceptions become Errors."""

    def host(values: Sequence[int]) -> int:
        from tsrun.errors import LimitError

        arguments = [to_python(realm, value) for value in values]
        try:
            result = function(*arguments)
        except (JSError, LimitError, KeyboardInterrupt):
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


