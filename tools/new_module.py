#!/usr/bin/env python3
"""`./dev new NAME [SINGULAR]`: a module with its five-named files, schema, texts, README and tests,
registered where modules are. NAME is the plural of what the module is about: `reviews` makes
reviews::Review in table `reviews`, with the permissions review.read, review.record, review.close.
The files in new_module/ tell of samples; only the words change.
"""

import datetime
import pathlib
import re
import shutil
import subprocess
import sys

from tidy import layering, names

HERE = pathlib.Path(__file__).resolve().parent
FILES = HERE / "new_module"
ROOT = HERE.parent

TAKEN = {"core", "app", "test", "modules", "platform", "samples", *layering.PLATFORM}
# Types of namespace xb that one of the module's own would hide.
TAKEN_TYPES = {"Actor", "Asset", "Date", "Id", "Instant", "Json", "Level", "Permission", "Person",
               "Place", "Reason", "Refusal", "Result", "Schemas", "Scope", "Text", "Texts", "Unit",
               "Work", "Zone", "State", "Action", "Step", "Title", "Recorded", "Closed"}
KEYWORDS = set("""alignas alignof and asm auto bool break case catch char class concept const
    continue default delete do double else enum explicit export extern false float for friend goto if inline
    int long mutable namespace new not nullptr operator or private protected public register
    requires return short signed sizeof static struct switch template this throw true try typedef typeid
    typename union unsigned using virtual void volatile while xor std xb""".split())


class Refused(Exception):
    """Said to whoever asked; nothing was written."""


def singular_of(name):
    if name.endswith("ies"):
        return name[:-3] + "y"
    if re.search(r"(s|x|ch|sh)es$", name):
        return name[:-2]
    return name.removesuffix("s")


def check(name, singular, root):
    for word in (name, singular):
        if not re.fullmatch(r"[a-z]+(_[a-z]+)*", word) or len(word) > 40:
            raise Refused(f"{word!r}: a name is lower-case words joined by _, 40 characters at most")
        if word in KEYWORDS:
            raise Refused(f"{word} is a word of C++")
        if names.empty_word(word):
            raise Refused(f"{word} says nothing: see STYLE.md, Names")
    if name in TAKEN:
        raise Refused(f"{name} is a folder or namespace already")
    if type_of(singular) in TAKEN_TYPES:
        raise Refused(f"{type_of(singular)} is a type already; choose another word")
    for path in (root / "src" / "modules" / name, root / "data" / "texts" / "en" / f"{name}.toml",
                 root / "test" / "blackbox" / f"{name}_test.py"):
        if path.exists():
            raise Refused(f"{path.relative_to(root)} is there already")
    for migration in (root / "src").rglob("*.sql"):
        if re.search(rf"\bCREATE TABLE {name}\b", migration.read_text(encoding="utf-8")):
            raise Refused(f"a table {name} is made by {migration.relative_to(root)}")


def type_of(singular):
    return "".join(word.capitalize() for word in singular.split("_"))


def filled(text, name, singular):
    """The samples of a file in new_module/ as what was asked for."""
    words = {"samples": name, "Samples": type_of(name),
             "sample": singular, "Sample": type_of(singular)}
    return re.sub(r"[Ss]amples?", lambda found: words[found.group()], text)


def stamp_after(root):
    """Now, but later than any migration that is there."""
    stamps = [path.name.split("_")[0] for path in (root / "src").rglob("schema/*.sql")]
    now = datetime.datetime.now(datetime.timezone.utc)
    if stamps:
        last = datetime.datetime.strptime(max(stamps), "%Y%m%dT%H%M")
        now = max(now, last.replace(tzinfo=datetime.timezone.utc) + datetime.timedelta(minutes=1))
    return now.strftime("%Y%m%dT%H%M")


def targets(root, name):
    """File in new_module/ -> where it goes."""
    module = root / "src" / "modules" / name
    out = {path.name: module / path.name for path in FILES.iterdir()
           if path.suffix in (".h", ".cpp")}
    out["README.txt"] = module / "README.md"
    out["schema.sql"] = module / "schema" / f"{stamp_after(root)}_{name}.sql"
    for language in ("en", "zh-CN"):
        out[f"{language}.toml"] = root / "data" / "texts" / language / f"{name}.toml"
    out["blackbox_test.py"] = root / "test" / "blackbox" / f"{name}_test.py"
    return out


def changed(path, pattern, replacement):
    """The text of a file with one place changed; a file without that place is an error."""
    before = path.read_text(encoding="utf-8")
    text, count = re.subn(pattern, replacement, before, count=1, flags=re.M)
    if count != 1:
        raise Refused(f"{path}: there is no place for a module; has its form changed?")
    return path, text


def registrations(root, name):
    """(path, new text) of each list that modules stand in."""
    modules = root / "src" / "app" / "modules.cpp"
    path, text = changed(modules, r"^(void module_routes\(http::Router& router\) \{)([^}]*)\}",
                         lambda found:
                         f"{found[1]}{found[2].rstrip()}\n  {name}::routes(router);\n}}")
    includes = sorted({*re.findall(r'^#include "modules/.*"$', text, re.M),
                       f'#include "modules/{name}/routes.h"'})
    text = re.sub(r'(?:^#include "modules/.*"\n)+', "\n".join(includes) + "\n", text, flags=re.M)
    yield path, text
    path, text = changed(root / "CMakeLists.txt", r"^xb_library\(app DEPENDS ",
                         f"xb_library(modules/{name} DEPENDS platform/workflow platform/exchange)\n"
                         f"xb_library(app DEPENDS modules/{name} ")
    yield path, text
    yield changed(root / "test" / "CMakeLists.txt", r"^(foreach\(story [^)]*)\)", rf"\1 {name})")


def make(root, name, singular):
    """Writes the module and returns the paths that are new or changed. All or nothing: whatever can
    be refused is refused before the first file is written."""
    check(name, singular, root)
    texts = dict(registrations(root, name))
    for source, target in targets(root, name).items():
        texts[target] = filled((FILES / source).read_text(encoding="utf-8"), name, singular)
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    sources = [str(path) for path in texts if path.suffix in (".h", ".cpp")]
    if shutil.which("clang-format"):
        subprocess.run(["clang-format", "-i", *sources], cwd=root, check=True)
    return sorted(path.relative_to(root).as_posix() for path in texts)


def main(arguments):
    if len(arguments) not in (1, 2):
        print("./dev new NAME [SINGULAR], as in ./dev new reviews", file=sys.stderr)
        return 2
    name, singular = arguments[0], (arguments + [singular_of(arguments[0])])[1]
    try:
        for path in make(ROOT, name, singular):
            print(path)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    print(f"""
Then: say in README.md what {name} are; put the Chinese word into data/texts/zh-CN/{name}.toml and
docs/glossary.md; give {singular}.record, {singular}.read and {singular}.close to posts in
data/posts and its routes to src/app/access_test.cpp; run ./dev docs, ./dev check and ./dev test.""")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
