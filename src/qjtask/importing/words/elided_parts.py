"""What a list of names prints once for several: 市 of 市发展改革委、水利局, 政府 of 柯城区、衢江区政府."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.words.name_breaks import DoubtfulName, Known, Told
from qjtask.importing.words.office_words import begins_with_region, is_collective, is_office

_REGIONS = frozenset("省市县区州旗盟")
_NO_DISTRICT = "(?<!开发|高新|管理|示范|度假|保税)(?<![景园新小社校厂库林矿牧灾片辖])"
_BODIES = {  # by the kinds of places that have one: no zone has a government, no town an office of a street
    rf"[镇乡县旗州]|(?<!超)市|{_NO_DISTRICT}区": "(?:党委[、和]?)?(?:人民)?政府|党委",
    "街道": "办事处|党工委|办",
    "(?:开发|高新|管理|示范|度假|保税|[园新])区": "管委会|管理委员会",
    "社区|村": "[居村]委会|居民委员会|村民委员会|党支部|党总支",
    "派出所|卫生院|人民医院|[中小]学|幼儿园": "",
}
_NAME = r"[\u4e00-\u9fff]{0,6}?"
_SHORTEST = 3  # signs of a place's name: 高新区
_BEGUN = r"[\u4e00-\u9fff]{2,4}"
_SHARED = (
    *("政府", "党委", "街道", "办事处", "街道办", "党工委", "委员会", "委会", "支部", "总支"),
    *("社区", "村", "派出所", "卫生院", "医院", "学", "幼儿园", *"镇乡区县市旗州"),
)


class _Shared(NamedTuple):
    """What a name may share with those before it: its kind of place, like ones, and the body of these."""

    kind: str
    places: str
    body: str


def whole_names(names: Sequence[str], known: Known, told: Told) -> Iterator[str]:
    """Names with what the list prints once for several of them: the body behind, and the region before."""
    return with_region(_with_body(names, told), known)


def with_region(names: Sequence[str], known: Known) -> Iterator[str]:
    """Names with the region that is printed once before all of them: 市发展改革委、水利局.

    It is put before a name as long as that stands so elsewhere, and never begins a cell without it.
    """
    region = ""
    for name in names:
        if begins_with_region(name) and name[0] in _REGIONS:
            region = name[0]
        whole = f"{region}{name}"
        has_own = name[0] == region and begins_with_region(name)  # 市场监管局 has none
        is_elided = region and not has_own and whole in known and name not in known.begins
        yield whole if is_elided else name


def _with_body(names: Sequence[str], told: Told) -> Sequence[str]:
    """Names with the body that is printed once behind all of them: 柯城区、衢江区政府; 城东、城西街道办事处.

    A name that says its kind of place is whole with the body; one that does not is told.
    """
    if not any(name.endswith(_SHARED) for name in names[1:]):
        return names
    found: list[str] = []
    begun: Told = []
    shared: _Shared | None = None
    for name in reversed(names):
        whole = _whole(name, shared) if shared is not None else ""
        if whole and not is_office(name):
            begun.append(DoubtfulName(f"“{name}”没有写全", f"按“{whole}”记", whole, name))
        if not whole:
            shared = _shared(name)
        found.append(whole or name)
    told.extend(begun[::-1])
    return found[::-1]


def _shared(name: str) -> _Shared | None:
    """What a place's name, or that of its body, may share: 镇 and 人民政府 of 李家坪镇人民政府."""
    for places, bodies in _BODIES.items():
        one = compiled(rf"{_NAME}(?P<kind>{places})(?P<body>{bodies}|)").fullmatch(name)
        if one is not None and not is_collective(name) and not begins_with_region(name):
            return _Shared(one["kind"], places, one["body"])
    return None


def _whole(name: str, shared: _Shared) -> str:
    """A name with what it shares; "" for one that is whole, or of another kind."""
    if not is_office(name):
        is_begun = compiled(_BEGUN).fullmatch(name) is not None
        return f"{name}{shared.kind}{shared.body}" if is_begun else ""
    if is_collective(name) or begins_with_region(name) or len(name) < _SHORTEST:
        return ""
    is_place = compiled(rf"{_NAME}(?:{shared.places})").fullmatch(name)
    return f"{name}{shared.body}" if is_place and shared.body else ""
