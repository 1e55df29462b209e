"""Half of the well-formed requests name records that exist, the version they have, and days and codes that can be, so that
the acts behind are reached too. Malformed ones stay as they were made."""

import json
import os
import random
import urllib.error
import urllib.request

import schemathesis

ROOT = os.environ.get("CHAUBAN_API_ROOT", "")
TOKEN = os.environ.get("CHAUBAN_API_TOKEN", "")
random.seed(20261125)

# Records of the example body. The posts of those whose tokens are used are left out: ending one would end the run.
KNOWN = {
    "agency": [11, 12, 16], "parent": [11, 12], "tier": [1, 2, 3], "unit": [103, 105, 123], "person": [209, 212, 214],
    "post": [1009, 1012, 1014], "type": ["congVan"], "year": [2025, 2026], "posts": [[1001], [1002]], "keyedFor": [1001],
    "places": [[{"unit": 105, "role": "inform"}], [{"unit": 105, "role": "lead"}, {"unit": 106, "role": "coordinate"}]],
}
# What chance seldom makes fit for the rest of the request.
LEFT_OUT = ["issuedDate", "arrivalDate", "handlingDueDate", "organIdentifier", "legacyOrganCode", "book", "validFrom"]


def read(path: str):
    """The JSON of an address and its ETag; nothing when it is refused."""
    request = urllib.request.Request(ROOT + path, headers={"Authorization": f"Bearer {TOKEN}"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer), answer.headers.get("ETag")
    except (urllib.error.HTTPError, ValueError):
        return None, None


def make_known(values) -> None:
    if not isinstance(values, dict):
        return
    for name, keys in KNOWN.items():
        if name in values:
            values[name] = random.choice(keys)
    for name in LEFT_OUT:
        values.pop(name, None)


def make_existing(case) -> None:
    """A path that leads to a record of the run, with its version."""
    parameters = case.path_parameters
    make_known(parameters)
    if "document" in parameters:
        page, _ = read("/incoming-documents?limit=5")
        if page and page["items"]:
            parameters["document"] = random.choice(page["items"])["id"]
    if "item" in parameters:
        documents, _ = read("/incoming-documents?limit=20")
        for document in (documents or {}).get("items", []):
            page, _ = read(f"/incoming-documents/{document['id']}/work-items")
            if page and page["items"]:
                parameters["item"] = random.choice(page["items"])["id"]
                break
    if case.headers and "If-Match" in case.headers:
        record = "/".join(case.path.split("/")[:3])
        _, tag = read(record.format(**parameters))
        if tag:
            case.headers["If-Match"] = tag


@schemathesis.hook
def before_call(context, case, kwargs) -> None:
    if case.meta is None or not case.meta.generation.mode.is_positive or random.random() < 0.5:
        return
    make_known(case.body)
    if isinstance(case.path_parameters, dict) and case.path_parameters:
        make_existing(case)
