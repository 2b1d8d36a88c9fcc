"""A page as a screen reader hears it: Chromium's accessibility tree, one line to what is announced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

_ANNOUNCED = {
    *(
        "banner",
        "main",
        "contentinfo",
        "navigation",
        "form",
        "region",
        "complementary",
        "alert",
        "alertdialog",
    ),
    *(
        "heading",
        "link",
        "button",
        "textbox",
        "radio",
        "checkbox",
        "combobox",
        "group",
        "radiogroup",
        "status",
    ),
    *("DisclosureTriangle", "list", "table", "rowheader", "columnheader", "image", "figure"),
}
_STATES = {
    "checked": {"true": "checked", "false": "not checked"},
    "expanded": {"true": "open", "false": "closed"},
    "invalid": {"true": "invalid"},
    "required": {"true": "required"},
    "disabled": {"true": "disabled"},
}


def heard(page: Page, within: str = "main") -> list[str]:
    """`role "name" [states]: description` of all that is announced within a part of the page, in order."""
    client = page.context.new_cdp_session(page)
    client.send("Accessibility.enable")
    nodes: dict[str, Any] = {
        node["nodeId"]: node for node in client.send("Accessibility.getFullAXTree")["nodes"]
    }
    client.detach()
    root = next(node for node in nodes.values() if _value(node, "role") == within)
    return list(_lines(root, nodes))


def _lines(node: dict[str, Any], nodes: dict[str, Any]) -> Iterator[str]:
    if not node.get("ignored") and _value(node, "role") in _ANNOUNCED:
        yield _line(node)
    for child in node.get("childIds", ()):
        if child in nodes:
            yield from _lines(nodes[child], nodes)


def _line(node: dict[str, Any]) -> str:
    given = {each["name"]: str(each["value"].get("value", "")).lower() for each in node.get("properties", ())}
    states = [said[given[name]] for name, said in _STATES.items() if given.get(name) in said]
    if "level" in given:
        states.insert(0, given["level"])
    parts = [_value(node, "role"), f'"{_value(node, "name")}"', f"[{', '.join(states)}]" if states else ""]
    told = _value(node, "description")
    return " ".join(part for part in parts if part) + (f": {told}" if told else "")


def _value(node: dict[str, Any], what: str) -> str:
    return " ".join(str(node.get(what, {}).get("value", "")).split())
