"""From a typed line to what is asked for: numbers, forms, commands."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.adapters.console.parse import Dialog, NoSuchChoice, Prompt, Typed
from bot.messages import Button, Field, Form, Menu, Person, Reply, Request

CHOICES = Reply(
    "?", buttons=(Button("a", "/a"), Button("b", "/b")), menu=Menu("m", (("c", "/c"), ("d", "/d")))
)
FORM = Form(
    "f",
    "/form",
    (
        Field("name", "Name"),
        Field("level", "Level", "choice", choices=(("Junior", "j"), ("Senior", "s"))),
        Field("note", "Note", "text", required=False),
        Field("place", "Place", required=False, value="Tokyo"),
    ),
)


@pytest.fixture
def dialog() -> Dialog:
    return Dialog(lambda text: Request("1", Person("console", "t", "me"), text))


def line(typed: Typed) -> str:
    assert isinstance(typed, Request)
    return typed.text


def asked(typed: Typed) -> str:
    assert isinstance(typed, Prompt)
    return typed.field.name


def fill(dialog: Dialog, *lines: str) -> tuple[list[str], Mapping[str, str]]:
    """The fields that were asked for after each line, and what was sent in the end."""
    dialog.show([Reply(form=FORM)])
    *prompts, last = [dialog.read(typed) for typed in lines]
    assert isinstance(last, Request)
    assert last.text == "/form"
    return [asked(prompt) for prompt in prompts], last.values


@pytest.mark.parametrize("typed", ["3", "３", "[3]", " 3 ", "［３］", "03", "③"])
def test_a_number_takes_the_choice_however_it_is_typed(dialog: Dialog, typed: str) -> None:
    dialog.show([CHOICES])
    assert line(dialog.read(typed)) == "/c"


@pytest.mark.parametrize("typed", ["0", "5", "999", "００"])
def test_a_number_without_a_choice_tells_how_many_there_are(dialog: Dialog, typed: str) -> None:
    dialog.show([CHOICES])
    assert dialog.read(typed) == NoSuchChoice(4)
    assert line(dialog.read("1")) == "/a"


@pytest.mark.parametrize("typed", ["2024", "3人", "-1", "1.5", "1 2", "cmo", "/role 1"])
def test_what_is_no_choice_is_sent_as_it_is(dialog: Dialog, typed: str) -> None:
    dialog.show([CHOICES])
    assert line(dialog.read(typed)) == typed


def test_a_number_where_nothing_can_be_chosen_is_sent_as_it_is(dialog: Dialog) -> None:
    assert line(dialog.read("1")) == "1"
    dialog.show([CHOICES])
    dialog.show([Reply("no choices")])
    assert line(dialog.read("1")) == "1"


def test_several_replies_are_counted_through(dialog: Dialog) -> None:
    dialog.show([CHOICES, Reply("!", buttons=(Button("e", "/e"),))])
    assert line(dialog.read("5")) == "/e"


@pytest.mark.parametrize("typed", ["", "   ", "\t", "　", "\r"])
def test_an_empty_line_asks_for_nothing(dialog: Dialog, typed: str) -> None:
    dialog.show([CHOICES])
    assert dialog.read(typed) is None
    assert line(dialog.read("1")) == "/a"


def test_a_form_is_asked_field_by_field_and_sent_at_once(dialog: Dialog) -> None:
    prompts, values = fill(dialog, "Aoi", "2", "a note", "Osaka")
    assert prompts == ["level", "note", "place"]
    assert values == {"name": "Aoi", "level": "s", "note": "a note", "place": "Osaka"}


def test_what_is_required_is_asked_again(dialog: Dialog) -> None:
    prompts, values = fill(dialog, "", "  ", "Aoi", "", "1", "", "")
    assert prompts == ["name", "name", "level", "level", "note", "place"]
    assert values["level"] == "j"


def test_an_empty_line_leaves_out_what_is_optional_and_keeps_what_stood_there(
    dialog: Dialog,
) -> None:
    _, values = fill(dialog, "Aoi", "1", "", "")
    assert (values["note"], values["place"]) == ("", "Tokyo")


@pytest.mark.parametrize(
    ("typed", "value"), [("２", "s"), ("[1]", "j"), ("senior", "s"), ("j", "j")]
)
def test_a_choice_of_a_field_is_taken_by_number_or_name(
    dialog: Dialog, typed: str, value: str
) -> None:
    assert fill(dialog, "Aoi", typed, "", "")[1]["level"] == value


@pytest.mark.parametrize("typed", ["3", "0", "expert"])
def test_what_is_no_choice_of_a_field_is_asked_again(dialog: Dialog, typed: str) -> None:
    prompts, values = fill(dialog, "Aoi", typed, "1", "", "")
    assert prompts == ["level", "level", "note", "place"]
    assert values["level"] == "j"


def test_a_number_in_a_field_without_choices_is_what_it_says(dialog: Dialog) -> None:
    assert fill(dialog, "1", "1", "2", "3")[1] == {
        "name": "1",
        "level": "j",
        "note": "2",
        "place": "3",
    }


@pytest.mark.parametrize("command", ["/help", "／help", " /help"])
def test_a_command_leaves_the_form(dialog: Dialog, command: str) -> None:
    dialog.show([Reply(form=FORM)])
    dialog.read("Aoi")
    assert line(dialog.read(command)) == command.strip()
    assert dialog.waiting() is None
    assert line(dialog.read("Aoi")) == "Aoi"


def test_a_form_that_opens_again_starts_from_its_first_field(dialog: Dialog) -> None:
    dialog.show([Reply(form=FORM)])
    dialog.read("Aoi")
    dialog.show([Reply(form=FORM)])
    prompt = dialog.waiting()
    assert prompt is not None
    assert prompt.field.name == "name"


def test_a_form_without_fields_asks_for_nothing(dialog: Dialog) -> None:
    dialog.show([Reply(form=Form("f", "/form", ()))])
    assert dialog.waiting() is None
    assert line(dialog.read("hi")) == "hi"


def test_where_forms_are_not_wanted_lines_are_lines(dialog: Dialog) -> None:
    dialog.show([Reply(form=FORM)], forms=False)
    assert dialog.waiting() is None
    assert line(dialog.read("Aoi")) == "Aoi"
