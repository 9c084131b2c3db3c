"""The driver's own copies of what the kernel's modules say: it must not import them."""

from __future__ import annotations

from tsrun.heap import reader, tables
from tsrun.vm import driver, frames, loop


def test_commands():
    names = "RUN LOAD_UNIT COLLECT VERIFY CALL STRING_COMMAND NEW_OBJECT NEW_ARRAY DEFINE MAKE_ENV CLOSURE LEX GET"
    for name in [*names.split(), "THROW", "NAMESPACE", "GENESIS"]:
        assert getattr(driver, name) == getattr(loop, name), name
    assert driver.HOST_FUNCTION_COMMAND == loop.HOST_FUNCTION


def test_frames_and_templates():
    assert (driver.FRAME, driver.MODE_HALT) == (frames.FRAME, frames.M_HALT)
    assert reader.TEMPLATE_WORDS == frames.TEMPLATE
    assert reader.TEMPLATE_FLAGS == frames.T_FLAGS
    assert reader.TEMPLATE_NAME == frames.T_NAME
    assert reader.TEMPLATE_LENGTH == frames.T_LENGTH


def test_tables():
    assert (reader.TABLE_HEADER, reader.TABLE_ENTRY) == (tables.HEADER, tables.ENTRY)
