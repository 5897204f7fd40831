"""The description for machines, read for people: what the page about the API is drawn from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any]
LIMITS = {
    "minimum": "≥ {}",
    "maximum": "≤ {}",
    "minLength": "≥ {} characters",
    "maxLength": "≤ {} characters",
    "maxItems": "≤ {} items",
}
# Larger numbers only say what fits in the database.
TELLING = 10**9


@dataclass(frozen=True)
class Value:
    """A parameter, or a part of a body: its name, what it may be, what it means."""

    name: str
    kind: str
    where: str
    is_required: bool
    words: str
    # The shape that stands further down, where it is one.
    shape: str = ""


@dataclass(frozen=True)
class Answer:
    status: str
    words: str
    media_type: str
    shape: str


@dataclass(frozen=True)
class Operation:
    """One thing that can be done at one address."""

    name: str
    method: str
    path: str
    summary: str
    words: str
    scope: str
    values: list[Value]
    body_type: str
    answers: list[Answer]


@dataclass(frozen=True)
class Chapter:
    name: str
    operations: list[Operation]


@dataclass(frozen=True)
class Shape:
    """What a body or an answer is made of, or the words that a value may be."""

    name: str
    words: str
    values: list[Value]
    choices: list[str]


def chapters(document: Schema) -> list[Chapter]:
    """Return every operation of the description, under its first tag, in the order given."""
    found: dict[str, list[Operation]] = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            chapter = found.setdefault(operation["tags"][0], [])
            chapter.append(_operation(path, method, operation, document))
    return [Chapter(tag, operations) for tag, operations in found.items()]


def shapes(document: Schema) -> list[Shape]:
    """Return everything that bodies and answers are made of, by name."""
    return [
        Shape(
            name=name,
            words=schema.get("description", ""),
            values=list(_parts(schema)),
            choices=[str(choice) for choice in schema.get("enum", ())],
        )
        for name, schema in sorted(document["components"]["schemas"].items())
    ]


def _operation(path: str, method: str, operation: Schema, document: Schema) -> Operation:
    media_type, body = _content(operation.get("requestBody", {}))
    values = [_parameter(parameter) for parameter in operation.get("parameters", ())]
    return Operation(
        name=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        words=operation.get("description", ""),
        scope=operation.get("x-scope", ""),
        values=[*values, *_parts(_resolved(body, document))],
        body_type=media_type,
        answers=list(_answers(operation["responses"])),
    )


def _parameter(parameter: Schema) -> Value:
    schema = parameter["schema"]
    return Value(
        name=parameter["name"],
        kind=_kind(schema),
        where=parameter["in"],
        is_required=bool(parameter.get("required")),
        words=parameter.get("description") or schema.get("description", ""),
        shape=_shape(schema),
    )


def _parts(schema: Schema) -> Iterator[Value]:
    required = set(schema.get("required", ()))
    for name, part in schema.get("properties", {}).items():
        words = part.get("description", "")
        yield Value(name, _kind(part), "body", name in required, words, _shape(part))


def _answers(responses: Schema) -> Iterator[Answer]:
    for status, response in responses.items():
        media_type, schema = _content(response)
        yield Answer(str(status), response.get("description", ""), media_type, _shape(schema))


def _content(holder: Schema) -> tuple[str, Schema]:
    """Return the first kind of content and its schema; nothing where there is none."""
    for media_type, content in holder.get("content", {}).items():
        return str(media_type), content.get("schema", {})
    return "", {}


def _resolved(schema: Schema, document: Schema) -> Schema:
    name = _shape(schema)
    return document["components"]["schemas"][name] if name and "$ref" in schema else schema


def _shape(schema: Schema) -> str:
    """Return the name of the shape that a value is, or that it is a list of."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    inner = [*schema.get("anyOf", ()), *schema.get("allOf", ()), *schema.get("oneOf", ())]
    if "items" in schema:
        inner.append(schema["items"])
    return next((name for one in inner if (name := _shape(one))), "")


def _kind(schema: Schema) -> str:
    """Say in a few words what a value may be."""
    if "$ref" in schema:
        return _shape(schema)
    for together in ("anyOf", "oneOf", "allOf"):
        if together in schema:
            return " or ".join(dict.fromkeys(_kind(one) for one in schema[together]))
    if "enum" in schema:
        return " | ".join(str(choice) for choice in schema["enum"])
    if "const" in schema:
        return str(schema["const"])
    kind = str(schema.get("format") or schema.get("type", "anything"))
    if kind == "array":
        kind = f"list of {_kind(schema.get('items', {}))}"
    limits = [
        said.format(schema[key])
        for key, said in LIMITS.items()
        if key in schema and abs(schema[key]) < TELLING
    ]
    return ", ".join([kind, *limits])
