"""Who may include whom."""

import re

from tidy.tree import rule

LAYERS = ("core", "platform", "modules", "app")

# In src/platform a folder may use those named before it.
PLATFORM = ("telemetry", "storage", "privacy", "sealing", "evidence", "workflow", "taxonomies",
            "identity", "clocks", "inbox", "approvals", "jobs", "files", "notices", "exchange", "http")

PURE = ("privacy", "workflow", "taxonomies")

STANDARD = re.compile(r"<[a-z_0-9]+>")

# What src/core may include beside the standard library.
CORE_LIBRARIES = ("<boost/json", "<boost/describe", "<boost/mp11", "<boost/core/type_name",
                  "<toml++/", "<tl/expected")

# Standard headers through which code reaches outside itself.
OUTSIDE = {"<fstream>", "<iostream>", "<filesystem>", "<thread>", "<future>", "<random>"}


def ours(file):
    """(line, path from src/) of each include of ours."""
    for at, target in file.cpp.includes:
        if target.startswith('"'):
            yield file.cpp.line(at), target[1:-1]


def foreign(file):
    """(line, <header>) of each include of others."""
    for at, target in file.cpp.includes:
        if target.startswith("<"):
            yield file.cpp.line(at), target


def is_routes(file):
    """routes.* belong to the app layer, wherever they stand."""
    return file.name in ("routes.h", "routes.cpp") or re.fullmatch(r"routes(_\w+)?_test\.cpp", file.name)


def layer_of(path):
    first = path.split("/")[0]
    return LAYERS.index(first) if first in LAYERS else None


@rule
def layers(tree):
    """app uses modules, modules use platform, platform uses core; never the other way round."""
    for file in tree.sources("src/"):
        own = len(LAYERS) - 1 if is_routes(file) else layer_of(file.path[len("src/"):])
        if own is None:
            yield file.path, 1, "no such layer"
            continue
        for line, target in ours(file):
            if target.startswith("test/") and not file.is_test:
                yield file.path, line, "only tests use test/"
            used = layer_of(target)
            if used is not None and used > own:
                yield file.path, line, target


@rule
def platform_order(tree):
    """In src/platform a folder may use those that ARCHITECTURE.md names before it."""
    for file in tree.sources("src/platform/"):
        folder = file.parts[2]
        if folder not in PLATFORM:
            yield file.path, 1, f"{folder} has no place in the order"
            continue
        if is_routes(file):
            continue
        for line, target in ours(file):
            parts = target.split("/")
            if parts[0] != "platform" or parts[1] == folder:
                continue
            if parts[1] not in PLATFORM or PLATFORM.index(parts[1]) > PLATFORM.index(folder):
                yield file.path, line, target


@rule
def core_libraries(tree):
    """src/core knows the standard library, Boost.JSON, Boost.Describe, toml++ and tl::expected, and
    does no I/O."""
    for file in tree.sources("src/core/", tests=False):
        for line, target in foreign(file):
            known = STANDARD.fullmatch(target) or target.startswith(CORE_LIBRARIES)
            if not known or target in OUTSIDE:
                yield file.path, line, target


@rule
def soci_in_storage(tree):
    """SOCI lives in storage/ only."""
    for file in tree.sources():
        if file.is_under("src/platform/storage/"):
            continue
        for line, target in foreign(file):
            if target.startswith("<soci"):
                yield file.path, line, target
        for line in file.matches(r"\bsoci::", file.cpp.code):
            yield file.path, line


@rule
def coroutines_in_http(tree):
    """The only coroutines are in http/."""
    for file in tree.sources("src/", "test/", "bench/"):
        if file.is_under("src/platform/http/"):
            continue
        for line in file.matches(r"\bco_(await|return|yield|spawn)\b|\bawaitable\b", file.cpp.code):
            yield file.path, line
        for line, target in foreign(file):
            if target == "<coroutine>" or "awaitable" in target:
                yield file.path, line, target


@rule
def routes_alone_use_http(tree):
    """Outside the app layer, routes.* alone may use http/."""
    for file in tree.sources("src/core/", "src/platform/", "src/modules/"):
        if file.is_under("src/platform/http/") or is_routes(file):
            continue
        for line, target in ours(file):
            if target.startswith("platform/http/"):
                yield file.path, line, target


@rule
def pure_folders(tree):
    """privacy, workflow and taxonomies are pure: they use core/ and themselves, and do no I/O."""
    for folder in PURE:
        for file in tree.sources(f"src/platform/{folder}/"):
            if is_routes(file):
                continue
            for line, target in ours(file):
                own = target.startswith(("core/", f"platform/{folder}/"))
                if not own and not (file.is_test and target.startswith("test/")):
                    yield file.path, line, target
            yield from outside_of(file)


@rule
def rules_are_pure(tree):
    """rules.* includes core/, the pure folders and its own types.h only."""
    for file in tree.sources("src/"):
        if file.name not in ("rules.h", "rules.cpp"):
            continue
        folder = file.path[len("src/"):].rpartition("/")[0]
        allowed = {f"{folder}/rules.h", f"{folder}/types.h"}
        if folder.startswith("modules/"):  # a step's own types are its module's, too
            allowed.add("/".join(folder.split("/")[:2]) + "/types.h")
        pure = ("core/", *(f"platform/{name}/" for name in PURE))
        for line, target in ours(file):
            if target not in allowed and not target.startswith(pure):
                yield file.path, line, target
        yield from outside_of(file)


def outside_of(file):
    if file.is_test:
        return
    for line, target in foreign(file):
        if target in OUTSIDE or target.startswith(("<sys/", "<boost/asio", "<soci")):
            yield file.path, line, target


def between_modules(tree):
    """(file, line, target, user, used) of each include across modules."""
    for file in tree.sources("src/modules/"):
        for line, target in ours(file):
            parts = target.split("/")
            if parts[0] == "modules" and parts[1] != file.parts[2]:
                yield file, line, target, file.parts[2], parts[1]


@rule
def module_pairs(tree):
    """A module may include another's types.h and service.h, and only if tools/tidy.py lists the
    pair."""
    for file, line, target, user, used in between_modules(tree):
        if (user, used) not in tree.module_pairs:
            yield file.path, line, f"{user} uses {used}"
        elif target.rpartition("/")[2] not in ("types.h", "service.h"):
            yield file.path, line, target


@rule
def modules_form_no_cycle(tree):
    """The pairs of modules form no cycle."""
    pairs = {pair: ("tools/tidy.py", 1) for pair in tree.module_pairs}
    for file, line, _, user, used in between_modules(tree):
        pairs[user, used] = file.path, line
    for (user, used), (path, line) in sorted(pairs.items()):
        if reaches(pairs, used, user):
            yield path, line, f"{user} uses {used}, which leads back to {user}"


def reaches(pairs, start, end):
    seen, waiting = set(), [start]
    while waiting:
        at = waiting.pop()
        if at == end:
            return True
        if at not in seen:
            seen.add(at)
            waiting += [used for user, used in pairs if user == at]
    return False
