"""The memory of the VM: tags of values, kinds of cells, and every region, each declared once.

A *value* is NaN-boxed in an int64. A double is its own bits; at or above TAG (compared signed) the top 16 bits are a tag
and the low 48 bits a payload: a cell id, or for SPECIAL a small number. A *cell* is an id into the cell columns below.
"""
from __future__ import annotations

from tsrun.heap.arena import region

# Values

TAG = 0x7FF9 << 48
"""Smallest value that is not a double."""
T_SPECIAL, T_STRING, T_SYMBOL, T_BIGINT, T_OBJECT, T_CELL, T_RAW = range(0x7FF9, 0x8000)
"""Tags: T_CELL refers to an internal cell (environment, accessor pair...), T_RAW is a 48-bit integer of the VM's own."""
SPECIAL, STRING, SYMBOL, BIGINT, OBJECT, CELL, RAW = (
    T_SPECIAL << 48, T_STRING << 48, T_SYMBOL << 48, T_BIGINT << 48, T_OBJECT << 48, T_CELL << 48, T_RAW << 48,
)
ID = 0xFFFFFFFF
"""Mask of the cell id in a boxed reference."""
UNDEFINED, NULL, FALSE, TRUE, HOLE, UNINIT, DONE = (SPECIAL | i for i in range(7))
"""HOLE: absent array element, or "nothing" between VM and prelude. UNINIT: binding in its dead zone. DONE: iteration over."""
NAN = 0x7FF8 << 48

# Cells

K_FREE, K_STRING, K_SYMBOL, K_BIGINT, K_ENV, K_ACCESSOR, K_TABLE, K_COROUTINE, K_REACTION = range(9)
(
    K_OBJECT, K_ARRAY, K_FUNCTION, K_ERROR, K_BOXED, K_MAP, K_SET, K_ARGUMENTS, K_ITERATOR, K_NAMESPACE, K_HOST,
    K_PROMISE, K_GENERATOR, K_WEAK_MAP, K_WEAK_SET, K_WEAK_REF, K_FINALIZER, K_PROXY,
) = range(9, 27)
KIND_NAMES = (
    "free", "string", "symbol", "bigint", "environment", "accessor", "table", "coroutine", "reaction",
    "object", "array", "function", "error", "boxed", "map", "set", "arguments", "iterator", "namespace", "host",
    "promise", "generator", "weak map", "weak set", "weak reference", "finalization registry", "proxy",
)
FIRST_OBJECT_KIND = K_OBJECT
"""Kinds from here on are objects: they have a shape and named properties."""
LAST_KIND = len(KIND_NAMES) - 1
KINDS = 32
"""Places of tables by kind: a power of two above the last kind."""

# meta[id] = kind | flags << 8
KIND = 0xFF
F_EXTENSIBLE_OFF = 1 << 8
F_DICTIONARY = 1 << 9
"""Named properties live in the hash table of cell `shape[id]`'s place (see heap/dictionary)."""
F_LAZY = 1 << 10
"""Function whose own properties length, name, prototype are not made yet."""
F_IS_PROTO = 1 << 11
"""Is the prototype of some shape: changes of its layout end cached prototype hits."""
F_SPARSE = 1 << 12
"""Elements are in a hash table, not dense."""
F_LENGTH_READONLY = 1 << 14
F_WIDE = 1 << 8
"""Strings: 16-bit units; else Latin-1."""
F_ROPE = 1 << 9
"""Strings: not flat; the halves are link[id] and aux[id]."""
F_INTERNED = 1 << 10
F_INDEX = 1 << 11
"""Interned strings that are a canonical array index: never a named key."""
F_PRIVATE = 1 << 8
"""Symbols: a private name."""
F_REGISTERED = 1 << 9
"""Symbols: in the registry of Symbol.for."""
F_NATIVE = 1 << 15
"""Functions: aux is a native's number, else a template's."""
F_BOUND = 1 << 16
"""Functions: made by bind; target, this and arguments are in the array under SYM_BOUND."""
F_CONSTRUCTOR = 1 << 17
F_CLASS = 1 << 18
F_DERIVED = 1 << 19
F_HOST = 1 << 20
"""Functions that Python carries out: aux is the number of a host function."""
F_CALLABLE = 1 << 18
"""Proxies: of a function; F_CONSTRUCTOR if the target is one. link is the target's cell (0: revoked), aux the
handler's; the named properties, a dictionary, are never but private names."""
F_ITERATED = 1 << 15
"""Map and Set: an iterator was made, so a rebuilt table must adjust iterators."""

F_WEAK = 1 << 8
"""Tables: the keys are not kept alive (heap/weak)."""
F_FULFILLED, F_REJECTED, F_HANDLED = 1 << 15, 1 << 16, 1 << 17
"""Promises: how they are settled (neither: pending), and that somebody will see a rejection."""

REACH_TABLES, REACH_ON = 1, 2
"""What heap/reach is asked: beginning with the VM's own tables, too; going on from what is marked."""

# Coroutine cells: what they are at, in the flags (vm/suspend)
CO_SHIFT = 15
CO_START, CO_SUSPENDED, CO_RUNNING, CO_DONE = (i << CO_SHIFT for i in range(4))
CO_STATE = 3 << CO_SHIFT
CO_AWAITING = 4 << CO_SHIFT
"""With SUSPENDED: at an await, not at a yield."""
F_ASYNC = 1 << 15
"""Generator objects: of an async generator."""

# Iterator cells: link is the object iterated over (0: exhausted), aux the position.
ITER_KEYS, ITER_VALUES, ITER_ENTRIES = range(3)
ITER_KIND_SHIFT = 16
ITER_KIND_MASK = 3

# Property attributes
A_WRITABLE, A_ENUMERABLE, A_CONFIGURABLE, A_ACCESSOR = 1, 2, 4, 8
A_DEFAULT = 7
A_HIDDEN = 5
"""Writable and configurable, not enumerable: what builtins and class members have."""

# Code template flags
TF_ARROW, TF_METHOD, TF_CLASS, TF_DERIVED, TF_GENERATOR, TF_ASYNC, TF_REST, TF_HOME, TF_INTERNAL, TF_FORWARD = (
    1 << i for i in range(10)
)
"""FORWARD: a derived class's constructor that only hands its arguments on, so that no frame is made for it."""

NONE = 0xFFFF
"""Register operand: none."""

# Exit codes of handlers and natives (negative; >= 0 is the next pc, or "done" for natives)
LIMIT_MEMORY, LIMIT_UNIT = 0, 100
"""Values of state LIMIT_KIND after X_LIMIT: which limit it was. (The verifier's findings are numbers in between.)"""
(
    X_HALT, X_COLLECT, X_THROW, X_THROW_KIND, X_SLOW, X_HOST, X_FUEL, X_CALL, X_LIMIT, X_FAULT, X_OBSERVE, X_OVERFLOW,
) = range(-1, -13, -1)
"""HALT the outermost frame returned; COLLECT room is wanted (state NEED_*), run the instruction again; THROW the value
in state THROWN; THROW_KIND an error of kind state ERROR_KIND with values ERROR_A, ERROR_B for the prelude to make; SLOW a
native leaves the call to the prelude's version; HOST the driver is to run a host function; FUEL is used up; CALL a native
asks for a call (state CALL_*); LIMIT the memory limit; FAULT a bad index in the checked build; OBSERVE a collection
is over and Python wants to look; OVERFLOW calls are nested too deep: THROW_KIND without the call that says which."""

# Cells with fixed ids, made first in every realm: the Latin-1 characters as strings, names, symbols, prototypes.

FIRST_CHAR = 1
"""Cell of the one-character string of Latin-1 code 0; the others follow."""
NAMES = (
    "", "length", "name", "prototype", "constructor", "message", "cause", "stack", "value", "done", "next", "return",
    "throw", "get", "set", "enumerable", "configurable", "writable", "toString", "valueOf", "toJSON", "raw", "index",
    "callee", "errors", "__proto__", "undefined", "null", "true", "false", "number", "string", "boolean", "symbol",
    "bigint", "object", "function", "NaN", "Infinity", "-Infinity", "default", "then", "join", "size", "has", "keys",
    "add", "globalThis", "Object", "Array", "Function", "Error", "arguments", "[object Object]",
)
"""Interned first, in this order."""
FIRST_NAME = FIRST_CHAR + 256
(
    N_EMPTY, N_LENGTH, N_NAME, N_PROTOTYPE, N_CONSTRUCTOR, N_MESSAGE, N_CAUSE, N_STACK, N_VALUE, N_DONE, N_NEXT, N_RETURN,
    N_THROW, N_GET, N_SET, N_ENUMERABLE, N_CONFIGURABLE, N_WRITABLE, N_TO_STRING, N_VALUE_OF, N_TO_JSON, N_RAW, N_INDEX,
    N_CALLEE, N_ERRORS, N_PROTO, N_UNDEFINED, N_NULL, N_TRUE, N_FALSE, N_NUMBER, N_STRING, N_BOOLEAN, N_SYMBOL,
    N_BIGINT, N_OBJECT, N_FUNCTION, N_NAN, N_INFINITY, N_MINUS_INFINITY, N_DEFAULT, N_THEN, N_JOIN, N_SIZE, N_HAS, N_KEYS,
    N_ADD, N_GLOBAL_THIS, N_OBJECT_CLASS, N_ARRAY_CLASS, N_FUNCTION_CLASS, N_ERROR_CLASS, N_ARGUMENTS, N_OBJECT_OBJECT,
) = range(FIRST_NAME, FIRST_NAME + len(NAMES))
SYMBOLS = (
    "Symbol.iterator", "Symbol.asyncIterator", "Symbol.hasInstance", "Symbol.toPrimitive", "Symbol.toStringTag",
    "Symbol.species", "Symbol.isConcatSpreadable", "Symbol.unscopables", "Symbol.match", "Symbol.matchAll",
    "Symbol.replace", "Symbol.search", "Symbol.split", "Symbol.dispose", "Symbol.asyncDispose",
    "Symbol.metadata", "#primitive", "#home", "#fields", "#bound", "#stack", "#slot0", "#slot1", "#slot2", "#slot3",
)
"""Well-known symbols, then private ones (#) under which objects keep internal slots; private keys are never listed."""
FIRST_SYMBOL = FIRST_NAME + len(NAMES)
(
    SYM_ITERATOR, SYM_ASYNC_ITERATOR, SYM_HAS_INSTANCE, SYM_TO_PRIMITIVE, SYM_TO_STRING_TAG, SYM_SPECIES,
    SYM_IS_CONCAT_SPREADABLE, SYM_UNSCOPABLES, SYM_MATCH, SYM_MATCH_ALL, SYM_REPLACE, SYM_SEARCH, SYM_SPLIT, SYM_DISPOSE,
    SYM_ASYNC_DISPOSE, SYM_METADATA, SYM_PRIMITIVE, SYM_HOME, SYM_FIELDS, SYM_BOUND, SYM_STACK,
    SYM_SLOT0, SYM_SLOT1, SYM_SLOT2, SYM_SLOT3,
) = range(FIRST_SYMBOL, FIRST_SYMBOL + len(SYMBOLS))
FIRST_PRIVATE_SYMBOL = SYM_PRIMITIVE
PROTOTYPES = (
    "Object", "Function", "Array", "String", "Number", "Boolean", "Symbol", "BigInt", "Error", "EvalError", "RangeError",
    "ReferenceError", "SyntaxError", "TypeError", "URIError", "AggregateError", "Map", "Set", "Iterator", "ArrayIterator",
    "MapIterator", "SetIterator", "StringIterator", "Arguments", "IteratorHelper", "WrapForValidIterator", "Promise",
    "GeneratorFunction", "Generator", "WeakMap", "WeakSet", "WeakRef", "FinalizationRegistry", "DisposableStack",
    "AsyncDisposableStack", "SuppressedError", "AsyncFunction", "AsyncGeneratorFunction", "AsyncGenerator",
    "AsyncIterator", "AsyncFromSyncIterator",
)
"""Prototype objects; the root shape of the nth is shape FIRST_ROOT_SHAPE + n."""
FIRST_PROTOTYPE = FIRST_SYMBOL + len(SYMBOLS)
(
    P_OBJECT, P_FUNCTION, P_ARRAY, P_STRING, P_NUMBER, P_BOOLEAN, P_SYMBOL, P_BIGINT, P_ERROR, P_EVAL_ERROR, P_RANGE_ERROR,
    P_REFERENCE_ERROR, P_SYNTAX_ERROR, P_TYPE_ERROR, P_URI_ERROR, P_AGGREGATE_ERROR, P_MAP, P_SET, P_ITERATOR,
    P_ARRAY_ITERATOR, P_MAP_ITERATOR, P_SET_ITERATOR, P_STRING_ITERATOR, P_ARGUMENTS, P_ITERATOR_HELPER, P_WRAP_ITERATOR,
    P_PROMISE, P_GENERATOR_FUNCTION, P_GENERATOR, P_WEAK_MAP, P_WEAK_SET, P_WEAK_REF, P_FINALIZATION_REGISTRY,
    P_DISPOSABLE_STACK, P_ASYNC_DISPOSABLE_STACK, P_SUPPRESSED_ERROR, P_ASYNC_FUNCTION, P_ASYNC_GENERATOR_FUNCTION,
    P_ASYNC_GENERATOR, P_ASYNC_ITERATOR, P_ASYNC_FROM_SYNC_ITERATOR,
) = range(FIRST_PROTOTYPE, FIRST_PROTOTYPE + len(PROTOTYPES))
GLOBAL_OBJECT = FIRST_PROTOTYPE + len(PROTOTYPES)
FIRST_FREE_CELL = GLOBAL_OBJECT + 1
FIRST_ROOT_SHAPE = 2
SH_OBJECT, SH_FUNCTION, SH_ARRAY = range(FIRST_ROOT_SHAPE, FIRST_ROOT_SHAPE + 3)
"""Shapes without properties whose prototypes are Object's, Function's and Array's."""
SH_RESULT = FIRST_ROOT_SHAPE + len(PROTOTYPES) + 1
"""Of the result objects of iterators: value, done. The shapes up to here are never collected."""
SH_GENERATOR_FUNCTION, SH_ASYNC_FUNCTION, SH_ASYNC_GENERATOR_FUNCTION = (
    FIRST_ROOT_SHAPE + each - FIRST_PROTOTYPE
    for each in (P_GENERATOR_FUNCTION, P_ASYNC_FUNCTION, P_ASYNC_GENERATOR_FUNCTION))

# Places in `roots`: functions of the prelude that the VM calls. The prelude fills them by name ($root("name", f)).
ROOTS = (
    "throw_error", "add", "arithmetic", "compare", "equal", "to_primitive", "to_string", "to_number", "to_property_key",
    "to_object", "instance_of", "in_operator", "get_value", "set_value", "delete_value", "iterator_open", "iterator_step",
    "iterator_close", "iterator_abort", "iterator_rest", "array_spread", "object_spread", "object_rest", "for_in_keys",
    "call_spread", "construct_spread", "concat", "make_class", "define_property", "call_element", "call_reduce",
    "get_method_value", "super_get", "super_set", "unary", "template_object",
    "registry", "array_constructor", "species_getter", "reaction_job", "thenable_job", "resolve_promise",
    "promise_constructor", "promise_species", "promise_then", "await_value", "event_loop", "describe",
    "iterator_result", "kept", "lexicals", "using", "class_metadata", "decorate", "run_initializers", "run_extra",
    "decorate_legacy", "decorate_metadata",
    "decorate_parameters", "async_generator_end", "async_iterator_open",
    "async_iterator_close", "async_iterator_abort",
    "iterator_skip", "proxy_get", "proxy_set", "proxy_call", "proxy_construct",
    "proxy_attributes", "proxy_data", "proxy_getter", "proxy_setter", "proxy_keys", "proxy_prototype",
    "proxy_extensible", "proxy_delete", "proxy_define", "proxy_global", "has_property", "proto_from", "construct_this",
    "import_module", "import_meta", "module_promise", "module_settle", "module_watch", "parse_json", "direct_eval", "sloppy_this",
)
(
    R_THROW_ERROR, R_ADD, R_ARITHMETIC, R_COMPARE, R_EQUAL, R_TO_PRIMITIVE, R_TO_STRING, R_TO_NUMBER, R_TO_PROPERTY_KEY,
    R_TO_OBJECT, R_INSTANCE_OF, R_IN, R_GET_VALUE, R_SET_VALUE, R_DELETE_VALUE, R_ITERATOR_OPEN, R_ITERATOR_STEP,
    R_ITERATOR_CLOSE, R_ITERATOR_ABORT, R_ITERATOR_REST, R_ARRAY_SPREAD, R_OBJECT_SPREAD, R_OBJECT_REST, R_FOR_IN_KEYS,
    R_CALL_SPREAD, R_CONSTRUCT_SPREAD, R_CONCAT, R_MAKE_CLASS, R_DEFINE_PROPERTY, R_CALL_ELEMENT, R_CALL_REDUCE,
    R_GET_METHOD_VALUE, R_SUPER_GET, R_SUPER_SET, R_UNARY, R_TEMPLATE_OBJECT,
    R_REGISTRY, R_ARRAY_CONSTRUCTOR, R_SPECIES_GETTER, R_REACTION_JOB, R_THENABLE_JOB, R_RESOLVE_PROMISE,
    R_PROMISE_CONSTRUCTOR, R_PROMISE_SPECIES, R_PROMISE_THEN, R_AWAIT_VALUE, R_EVENT_LOOP, R_DESCRIBE,
    R_ITERATOR_RESULT, R_KEPT, R_LEXICALS, R_USING, R_CLASS_METADATA, R_DECORATE, R_RUN_INITIALIZERS, R_RUN_EXTRA,
    R_DECORATE_LEGACY, R_DECORATE_METADATA,
    R_DECORATE_PARAMETERS, R_ASYNC_GENERATOR_END, R_ASYNC_ITERATOR_OPEN,
    R_ASYNC_ITERATOR_CLOSE, R_ASYNC_ITERATOR_ABORT,
    R_ITERATOR_SKIP, R_PROXY_GET, R_PROXY_SET, R_PROXY_CALL, R_PROXY_CONSTRUCT,
    R_PROXY_ATTRIBUTES, R_PROXY_DATA, R_PROXY_GETTER, R_PROXY_SETTER, R_PROXY_KEYS, R_PROXY_PROTOTYPE,
    R_PROXY_EXTENSIBLE, R_PROXY_DELETE, R_PROXY_DEFINE, R_PROXY_GLOBAL, R_HAS_PROPERTY, R_PROTO_FROM, R_CONSTRUCT_THIS,
    R_IMPORT_MODULE, R_IMPORT_META, R_MODULE_PROMISE, R_MODULE_SETTLE, R_MODULE_WATCH, R_PARSE_JSON, R_DIRECT_EVAL, R_SLOPPY_THIS,
) = range(len(ROOTS))

# Errors that the VM throws: the prelude's throw_error(kind, a, b, c) makes them.
ERROR_KINDS = (
    "const_assign", "uninitialised", "super_twice", "this_unbound", "not_defined", "not_function", "not_constructor",
    "class_call", "read_nullish", "write_nullish", "read_only", "no_setter", "not_extensible", "delete_failed",
    "not_iterable", "iterator_result", "destructure_nullish", "in_not_object", "instanceof_target", "stack_overflow",
    "array_length", "string_length", "symbol_to_string", "symbol_to_number", "extends_value", "extends_prototype",
    "derived_return", "to_primitive_failed", "redefine", "bad_key", "import_assign", "repeat_count", "precision", "radix",
    "invalid_date", "type_error", "range_error", "nullish_to_object", "bigint_mix", "proto_cycle", "not_object",
    "iterator_not_callable", "reduce_empty", "code_point", "circular", "fraction_digits", "import_uninitialised",
    "private_read", "private_write", "private_twice", "private_method", "private_getter", "private_setter", "brand",
    "brand_static", "brand_twice", "reference_error", "not_super",
    "generator_running", "throw_missing",
    "already_declared",
)
(
    E_CONST_ASSIGN, E_UNINITIALISED, E_SUPER_TWICE, E_THIS_UNBOUND, E_NOT_DEFINED, E_NOT_FUNCTION, E_NOT_CONSTRUCTOR,
    E_CLASS_CALL, E_READ_NULLISH, E_WRITE_NULLISH, E_READ_ONLY, E_NO_SETTER, E_NOT_EXTENSIBLE, E_DELETE_FAILED,
    E_NOT_ITERABLE, E_ITERATOR_RESULT, E_DESTRUCTURE_NULLISH, E_IN_NOT_OBJECT, E_INSTANCEOF_TARGET, E_STACK_OVERFLOW,
    E_ARRAY_LENGTH, E_STRING_LENGTH, E_SYMBOL_TO_STRING, E_SYMBOL_TO_NUMBER, E_EXTENDS_VALUE, E_EXTENDS_PROTOTYPE,
    E_DERIVED_RETURN, E_TO_PRIMITIVE_FAILED, E_REDEFINE, E_BAD_KEY, E_IMPORT_ASSIGN, E_REPEAT_COUNT, E_PRECISION, E_RADIX,
    E_INVALID_DATE, E_TYPE_ERROR, E_RANGE_ERROR, E_NULLISH_TO_OBJECT, E_BIGINT_MIX, E_PROTO_CYCLE, E_NOT_OBJECT,
    E_ITERATOR_NOT_CALLABLE, E_REDUCE_EMPTY, E_CODE_POINT, E_CIRCULAR, E_FRACTION_DIGITS, E_IMPORT_UNINITIALISED,
    E_PRIVATE_READ, E_PRIVATE_WRITE, E_PRIVATE_TWICE, E_PRIVATE_METHOD, E_PRIVATE_GETTER, E_PRIVATE_SETTER, E_BRAND,
    E_BRAND_STATIC, E_BRAND_TWICE, E_REFERENCE_ERROR, E_NOT_SUPER,
    E_GENERATOR_RUNNING, E_THROW_MISSING,
    E_ALREADY_DECLARED,
) = range(len(ERROR_KINDS))

X_ROOT = -1000
"""Code of a `$` native that leaves the call to the prelude's function in `roots`: X_ROOT - its place."""

INDEX_KEY = 1 << 40
"""A property key in kernels is a cell id (interned string or symbol), or INDEX_KEY + i for an array index."""

# Words of the `state` region

(
    S_PC, S_FP, S_DEPTH, S_REGS_LIMIT, S_DEPTH_LIMIT, S_FUEL, S_FUEL_START, S_EXIT, S_THROWN, S_ERROR_KIND,
    S_ERROR_A, S_ERROR_B, S_ERROR_C, S_NEED_CELLS, S_NEED_SLOTS, S_NEED_BYTES, S_HOST_FUNCTION, S_HOST_FP,
    S_HOST_ARGC, S_CELL_NEXT, S_CELL_END, S_CELL_TOP, S_CELL_LIMIT, S_CELLS_FREE_HINT, S_SLOT_TOP, S_SLOT_LIMIT,
    S_SLOT_BUDGET, S_BYTE_TOP, S_BYTE_LIMIT, S_BYTE_BUDGET, S_CODE_TOP, S_CONST_TOP, S_SITE_TOP, S_TEMPLATE_TOP,
    S_LITERAL_TOP, S_LITERAL_KEY_TOP, S_HANDLER_TOP, S_IMPORT_TOP, S_SHAPE_TOP, S_INTERN_COUNT, S_INTERN_MASK,
    S_PROTO_EPOCH, S_ARRAY_ITER_PRISTINE, S_GLOBAL_OBJECT, S_GLOBAL_ENV, S_REALM_SITES, S_LIVE_CELLS, S_LIVE_SLOTS,
    S_LIVE_BYTES, S_MAX_MEMORY, S_COLLECTIONS, S_COLLECT_NS, S_VERIFY, S_STRESS, S_INSTRUCTIONS, S_IC_HITS,
    S_IC_MISSES, S_ALLOCATED_CELLS, S_ALLOCATED_SLOTS, S_ALLOCATED_BYTES, S_PEAK_CELLS, S_PEAK_SLOTS, S_PEAK_BYTES,
    S_PEAK_TOTAL, S_MARK_TOP, S_ROOT_COUNT, S_HANDLE_TOP, S_TRANSITION_COUNT, S_TRANSITION_MASK, S_SHAPE_FREE, S_SYMBOL_COUNT, S_NEXT_HASH,
    S_CALL_TARGET, S_CALL_MODE, S_BASE_DEPTH, S_LIMIT_KIND, S_LOAD_AT, S_LOAD_RESULT, S_INTERN_TOP, S_EVENT_TOP,
    S_DEADLINE_NS, S_GC_REASON, S_CELL_BUDGET, S_TRACE_MARK, S_DENSE_SLOTS, S_DENSE_BYTES, S_ENTRY_FP, S_MIN_BUDGET,
    S_COMPILED_PC, S_HALT_VALUE, S_NEW_TARGET, S_TABLE_EPOCH, S_FOUND, S_ITERATOR_VALUES, S_ITERATOR_NEXT, S_PRISTINE_EPOCH,
    S_PRISTINE_FIRST, S_PRISTINE_SECOND, S_SHAPES_DIED, S_HOST_PENDING, S_DEPTH_NOMINAL, S_REGS_NOMINAL, S_RUN_START, S_LIVE_BELOW,
    S_BYTES_BELOW, S_GRANT_PC, S_GRANT_CELLS, S_GRANT_SLOTS, S_GRANT_BYTES, S_INBOX_ROOTS, S_STARTED_NS, S_USED_CELLS, S_CALL_EXTRA,
    S_GRANT_FUEL, S_SPARE_SHAPES, S_GENERATOR_NEXT, S_ITERATOR_SELF, S_SURVIVORS, S_TEXT_SURVIVORS,
) = range(119)
(
    S_GC_CELLS, S_GC_SLOTS, S_GC_BYTES, S_GC_GROWTH, S_GC_SHARE, S_GC_DENSE,
    S_CENSUS, S_CENSUS_TOP, S_CENSUS_NS, S_CENSUS_LOST, S_OBSERVE, S_CENSUS_CPU,
    S_SPENT_CELLS, S_SPENT_SLOTS, S_SPENT_BYTES, S_REALM_TOP, S_REALM_OPEN, S_REALM_TEXT, S_REALM_CONSTS,
) = range(448, 467)
"""The collector's policy (heap/policy); whether it counts cells by kind (heap/census), and lets Python look after it;
what was allocated between the last two collections; what is permanent (heap/permanent): cells below this one, how many
of them to trace, words of text, constants."""
(
    S_JOB_HEAD, S_JOB_TAIL, S_JOB_LIMIT, S_NEED_JOBS, S_REJECTED_FIRST, S_REJECTED_LAST, S_WEAK_FOUND, S_WEAK_SCANNED,
    S_WAITING_TOP, S_FINALIZE_FIRST, S_JOB_PROMISE, S_THROW_PC,
) = range(160, 172)
"""The queue of jobs, and the list of promises whose rejection nobody has handled yet (vm/jobs); lists of the collector,
the first finalization registry that has something to do (heap/weak); the promise of the job that runs; where the last
exception was thrown outside of the library."""
(S_WORK, S_OVERTIME, S_TIGHT) = range(480, 483)
"""Steps left until a long builtin looks at the clock, and whether one found that the time is up (heap/errors);
collections in a row that left next to nothing free (vm/loop)."""
STATE = {name[2:].lower(): value for name, value in list(globals().items()) if name.startswith("S_")}
"""Places of the scalar state by name, for Python; kernels use the S_ constants."""

# Near regions: fixed size, at constant offsets

region("state", "int64", unit="word", meaning="scalar state of the VM, by the S_ constants", near=512)
region("opcode_count", "int64", unit="opcode", meaning="instructions carried out, counted by the profiling kernel", near=256)
region("random_state", "int64", unit="word", meaning="two words of xorshift128+", near=8)
region("scratch", "uint8", unit="byte", meaning="text being made: numbers, messages", near=16384)
region("big", "int64", unit="limb", meaning="limbs of exact decimal arithmetic", near=16384)
region("number_state", "int64", unit="word", meaning="second results of number conversions, by STATE_ constants", near=8)
region("json_state", "int64", unit="word", meaning="where JSON parsing or writing is, by J_ constants of library/json", near=16)
region("text_memo", "int64", unit="word", meaning="texts of numbers and names of keys found lately (heap/convert)", near=512)
region("regs", "int64", unit="register", meaning="register windows of all frames (boxed values)", near=1 << 22)
region("fregs", "float64", unit="register", meaning="the same, read as doubles", same_as="regs")
region("frames", "int64", unit="word", meaning="4 words a frame: return pc, caller fp, mode and target, new.target or data",
       near=1 << 20)
region("code", "int64", unit="instruction", meaning="bytecode of all units", near=1 << 23)
region("consts", "int64", unit="constant", meaning="constants of all units (boxed values)", near=1 << 22)
region("fconsts", "float64", unit="constant", meaning="the same, read as doubles", same_as="consts")
region("site_shape", "int32", unit="4 a site", meaning="shapes an access site has seen", near=1 << 22)
region("site_slot", "int32", unit="4 a site", meaning="where: slot, or what kind of hit", near=1 << 22)
region("site_holder", "int32", unit="4 a site", meaning="prototype that holds the property, or the shape after adding it",
       near=1 << 22)
region("site_key", "int32", unit="site", meaning="cell id of the interned name or symbol", near=1 << 20)
region("site_epoch", "int64", unit="site", meaning="prototype epoch at which its prototype hits were found", near=1 << 20)
region("site_next", "int32", unit="site", meaning="entry to replace next", near=1 << 20)

# Far regions: found through the header

region("meta", "int32", unit="cell", meaning="kind, and flags from bit 8")
region("shape", "int32", unit="cell", meaning="objects: shape id, or the dictionary's table cell with F_DICTIONARY")
region("offset", "int32", unit="cell",
       meaning="payload: named slots (objects), variables (environments) in slots; bytes of flat strings in units of 8")
region("elems", "int32", unit="cell", meaning="payload of elements or internal slots in slots; 0 none")
region("length", "uint32", unit="cell", meaning="strings: units; arrays: length; others: number of elements in use")
region("link", "int32", unit="cell", meaning="functions: environment; ropes: left half; by kind otherwise")
region("aux", "int32", unit="cell", meaning="functions: template or native; ropes: right half; flat strings: hash")
region("slots", "int64", unit="word", meaning="payloads: a header word (owner, capacity), then boxed values")
region("fslots", "float64", unit="word", meaning="the same, read as doubles", same_as="slots")
region("words8", "int64", unit="word", meaning="string payloads as words of 8 bytes: a header word (owner, words), then units")
region("chars8", "uint8", unit="byte", meaning="the same, as Latin-1 units", same_as="words8")
region("chars16", "uint16", unit="unit", meaning="the same, as 16-bit units", same_as="words8")
region("mark_bits", "int64", unit="64 cells", meaning="marked in the last collection; the free cells are the others")
region("mark_stack", "int32", unit="cell", meaning="cells still to be traced")
region("intern", "int32", unit="entry", meaning="hash table of interned strings: cell ids, 0 empty, -1 deleted")
region("position", "int64", unit="instruction", meaning="source position of each instruction: line << 32 | column")
region("shape_parent", "int32", unit="shape", meaning="shape before the last property was added; 0 for a root")
region("shape_key", "int32", unit="shape", meaning="key of the last property: cell id")
region("shape_attributes", "uint8", unit="shape", meaning="attributes of the last property")
region("shape_count", "int32", unit="shape", meaning="number of properties, which is the slot after the last")
region("shape_proto", "int32", unit="shape", meaning="prototype: cell id, 0 for null")
region("shape_flags", "uint8", unit="shape", meaning="1: marked in this collection")
region("transition", "int32", unit="entry", meaning="hash table from (shape, key, attributes) to the next shape; 0 empty")
region("root_shape", "int32", unit="cell", meaning="objects that are prototypes: the empty shape with that prototype")
region("lookup_shape", "int32", unit="entry", meaning="global lookup cache: shape" )
region("lookup_key", "int32", unit="entry", meaning="global lookup cache: key")
region("lookup_slot", "int32", unit="entry", meaning="global lookup cache: slot << 8 | attributes, -1 absent")
region("template_word", "int64", unit="12 a template", meaning="code templates, see contract of units")
region("template_unit", "int32", unit="2 a template", meaning="constants: file name, source text (0 none)")
region("handler", "int32", unit="4 a handler", meaning="exception handlers: start, end, target pc, register")
region("literal", "int32", unit="4 a literal", meaning="kind, first key, count, shape or cached object")
region("literal_key", "int32", unit="key", meaning="constants that are the keys of literals")
region("import_env", "int32", unit="import", meaning="environment cell of the module that exports")
region("import_slot", "int32", unit="import", meaning="slot of the binding in it")
region("import_name", "int32", unit="import", meaning="string cell: what the importing module calls it")
region("roots", "int64", unit="value", meaning="roots of the VM itself: prototypes, well-known symbols, prelude functions")
region("handles", "int64", unit="value", meaning="values that Python holds on to")
region("inbox", "int64", unit="word", meaning="what Python hands to the kernel: units, strings")
region("inbox8", "uint8", unit="byte", meaning="the same as bytes", same_as="inbox")
region("stack", "int64", unit="word", meaning="work stack of natives: flattening, sorting, JSON")
region("jobs", "int64", unit="word", meaning="jobs to run, 4 words each: kind and three values (vm/jobs)")
region("waiting_first", "int32", unit="cell", meaning="1 + first of the weak map entries that wait for a key (heap/weak)")
region("waiting", "int64", unit="word", meaning="3 words an entry of a weak map that waits: key, value, 1 + next")
region("events", "int64", unit="8 a collection", meaning="when, why, time, cells, slots and bytes before and after")
region("census", "int64", unit="256 a collection", meaning="counts by kind and age, if they are wanted (heap/census)")
region("age", "uint8", unit="cell", meaning="collections survived, counted with the census; 255: died in the last one")
