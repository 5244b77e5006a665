"""The JSON Schema of a plan, for editors, made from the tables of keys.

`pytest --write-golden tests/test_schema.py` writes schema/plan.schema.json anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from qjtask.core.plan.item_keys import ITEM, MILESTONE, SETTLED_KEYS, TARGET
from qjtask.core.plan.plan_form import Form, PlanKey, PlanPart
from qjtask.core.plan.plan_keys import GROUP, LETTER, PLAN, RULES, UNIT
from qjtask.storage.texts.scalar_forms import SCALAR_FORMS

_NULL = {"type": "null"}
_NAMES = {"type": "array", "items": SCALAR_FORMS["filled"].schema}
_ALIASES = {**_NAMES, "uniqueItems": True}
_UNITS = {"type": "object", "propertyNames": {"pattern": r"\S"}}
_ONE_BOUND = [
    {"required": [bound], "properties": {bound: {"not": {"type": "null"}}}}
    for bound in ("at_least", "at_most")
]


def schema_text() -> str:
    """The schema's file."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"


def plan_schema() -> dict[str, Any]:
    """The schema (draft 7)."""
    parts = (GROUP, ITEM, MILESTONE, TARGET, UNIT, RULES, LETTER)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **_mapping(PLAN),
        "definitions": {part.name: _mapping(part) for part in parts},
    }


def _mapping(part: PlanPart) -> dict[str, Any]:
    required = [key.name for key in part.keys if key.is_required]
    return {
        "title": part.title,
        "description": part.says,
        "type": "object",
        "additionalProperties": False,
        **({"required": required} if required else {}),
        **({"oneOf": _ONE_BOUND} if part is TARGET else {}),
        "properties": {key.name: _property(part, key) for key in part.keys},
    }


def _property(part: PlanPart, key: PlanKey) -> dict[str, Any]:
    form = _form(key)
    if part is UNIT:
        form = {**form, "uniqueItems": True, "minItems": 1 if key.name == "members" else 0}
    default = getattr(part.make, "_field_defaults", {}).get(key.name)
    return {
        "description": key.says,
        **(form if key.is_required else _or_nothing(form)),
        **({"default": _typed(key, default)} if default not in {None, ""} else {}),
        "examples": list(key.examples),
    }


def _typed(key: PlanKey, default: Any) -> Any:
    """A default as an editor writes it."""
    write = SCALAR_FORMS[key.form].write
    return default if isinstance(default, int) or write is None else write(default)


def _form(key: PlanKey) -> Mapping[str, Any]:
    part = {"$ref": f"#/definitions/{key.part.name}"}
    apart: Mapping[Form, Mapping[str, Any]] = {
        "names": _NAMES,
        "keys": {"type": "array", "items": {"enum": list(SETTLED_KEYS)}},
        "part": {"oneOf": [part]},
        "parts": {"type": "array", "items": part},
        "some parts": {"type": "array", "minItems": 1, "items": part},
        "units": {"oneOf": [{**_UNITS, "additionalProperties": {"oneOf": [_ALIASES, part, _NULL]}}]},
    }
    return SCALAR_FORMS[key.form].schema if key.form in SCALAR_FORMS else apart[key.form]


def _or_nothing(form: Mapping[str, Any]) -> dict[str, Any]:
    """The same, or null: a value that may be left out may be left blank."""
    if "enum" in form:
        return {**form, "enum": [*form["enum"], None]}
    if "oneOf" in form:
        return {**form, "oneOf": [*form["oneOf"], _NULL]}
    types = form["type"]
    return {**form, "type": [*([types] if isinstance(types, str) else types), "null"]}
